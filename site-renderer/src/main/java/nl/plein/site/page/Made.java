package nl.plein.site.page;

import java.util.Map;
import nl.plein.site.source.AssetFile;

/**
 * A page as it came out.
 *
 * @param bytes UTF-8
 * @param media the uploaded files that it names, by site path
 */
public record Made(byte[] bytes, Map<String, AssetFile> media) {}
