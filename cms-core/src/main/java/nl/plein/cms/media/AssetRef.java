package nl.plein.cms.media;

import nl.plein.cms.kernel.AssetId;
import nl.plein.cms.kernel.SiteId;
import org.jspecify.annotations.Nullable;

/**
 * An asset as other rooms know it.
 *
 * @param file      a safe file name: lower-case letters, digits, hyphens and one extension
 * @param mediaType found from the content, never taken from the sender
 * @param size      bytes
 * @param width     pixels; 0 if it is no picture
 * @param height    pixels; 0 if it is no picture
 * @param focus     what stays when the picture is cut; null for its middle
 */
public record AssetRef(
        AssetId id,
        SiteId site,
        String file,
        String mediaType,
        long size,
        String sha256,
        int width,
        int height,
        @Nullable FocalPoint focus) {}
