package nl.plein.cms.media;

import java.util.Arrays;
import java.util.Locale;
import nl.plein.cms.kernel.Invalid;

/** What a file is to people. */
public enum AssetKind {
    PICTURE,
    DOCUMENT;

    static final String PICTURES = "image/";

    /** @throws Invalid {@code unknown-kind} */
    public static AssetKind of(String key) {
        return Arrays.stream(values())
                .filter(kind -> kind.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new Invalid("unknown-kind", "A file is a \"picture\" or a \"document\"."));
    }

    static AssetKind ofMediaType(String mediaType) {
        return mediaType.startsWith(PICTURES) ? PICTURE : DOCUMENT;
    }

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
