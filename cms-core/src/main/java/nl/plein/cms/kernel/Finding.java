package nl.plein.cms.kernel;

/**
 * One thing wrong with an input.
 *
 * @param pointer JSON Pointer (RFC 6901) to the member at fault; empty for the whole
 * @param code    stable, kebab-case; translations are keyed by it
 * @param message a sentence in English that says how to mend it
 */
public record Finding(String pointer, String code, String message) {

    /** The same finding seen from outside: {@code /fields} + {@code /title}. */
    public Finding under(String prefix) {
        return new Finding(prefix + pointer, code, message);
    }
}
