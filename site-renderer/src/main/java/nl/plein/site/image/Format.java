package nl.plein.site.image;

import java.util.Optional;
import java.util.stream.Stream;

/** What renditions are written as. */
public enum Format {
    /** Keeps transparency. */
    WEBP("webp", "image/webp"),
    /** Transparent parts become white. For readers that know nothing newer: mail, link previews. */
    JPEG("jpg", "image/jpeg");

    private final String extension;
    private final String mediaType;

    Format(String extension, String mediaType) {
        this.extension = extension;
        this.mediaType = mediaType;
    }

    public String extension() {
        return extension;
    }

    public String mediaType() {
        return mediaType;
    }

    /** @param name {@code webp} or {@code jpeg} */
    public static Optional<Format> named(String name) {
        return Stream.of(values()).filter(format -> format.key().equals(name)).findFirst();
    }

    public String key() {
        return this == JPEG ? "jpeg" : "webp";
    }
}
