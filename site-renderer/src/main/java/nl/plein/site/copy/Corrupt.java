package nl.plein.site.copy;

/** The local copy can't be trusted any more. {@link Sync} answers by beginning again at zero. */
public final class Corrupt extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Corrupt(String message) {
        super(message);
    }

    Corrupt(String message, Throwable cause) {
        super(message, cause);
    }
}
