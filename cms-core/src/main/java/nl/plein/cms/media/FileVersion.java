package nl.plein.cms.media;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One of the files that an asset is or was.
 *
 * @param number     counts from 1
 * @param replacedAt null for the one that it is now
 */
public record FileVersion(int number, AssetRef file, @Nullable Instant replacedAt) {}
