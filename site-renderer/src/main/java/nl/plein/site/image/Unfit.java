package nl.plein.site.image;

/** A picture of which no rendition is made. The message says why, for a person. */
public final class Unfit extends Exception {
    private static final long serialVersionUID = 1L;

    private final String code;

    Unfit(String code, String message) {
        super(message);
        this.code = code;
    }

    Unfit(String code, String message, Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    /** Stable: {@code picture-too-large}, {@code picture-unreadable}, {@code no-picture}, {@code picture-too-slow}. */
    public String code() {
        return code;
    }

    public String reason() {
        return String.valueOf(getMessage());
    }
}
