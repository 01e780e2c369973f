package nl.plein.cms.workflow;

import nl.plein.cms.kernel.Finding;

/**
 * Why something may not be done, or had better not.
 *
 * @param pointer JSON Pointer (RFC 6901) into the fields of the draft; empty for the whole
 * @param code    stable, kebab-case
 * @param words   a sentence that says what to do
 */
public record Reason(String pointer, String code, Severity severity, Words words) {

    static Reason error(String code, String nl, String en) {
        return new Reason("", code, Severity.ERROR, new Words(nl, en));
    }

    static Reason warning(String pointer, String code, String nl, String en) {
        return new Reason(pointer, code, Severity.WARNING, new Words(nl, en));
    }

    boolean forbids() {
        return severity == Severity.ERROR;
    }

    Reason as(Severity other) {
        return new Reason(pointer, code, other, words);
    }

    Finding finding() {
        return new Finding(pointer, code, words.en());
    }
}
