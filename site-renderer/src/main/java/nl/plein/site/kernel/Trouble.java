package nl.plein.site.kernel;

/** Something a person has to mend: a source that does not answer, a theme that breaks a rule. The message says where and what to do. */
public class Trouble extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Trouble(String message) {
        super(message);
    }

    public Trouble(String message, Throwable cause) {
        super(message, cause);
    }
}
