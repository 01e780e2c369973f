package nl.plein.site.check;

/**
 * Something that is wrong with a rendered site.
 *
 * @param file    in the folder
 * @param code    stable, for tools and for --except
 * @param problem a sentence
 */
public record Finding(String file, String code, Severity severity, String problem) implements Comparable<Finding> {

    public enum Severity {
        /** A visitor is stopped by it, or a rule (WCAG 2.2 AA, HTML, the budget) is broken. */
        ERROR,
        /** Good practice that no rule demands; mostly the words' authors can mend it, not the theme's maker. */
        ADVICE
    }

    static Finding error(String file, String code, String problem) {
        return new Finding(file, code, Severity.ERROR, problem);
    }

    @Override
    public int compareTo(Finding other) {
        int byFile = file.compareTo(other.file);
        int byCode = byFile != 0 ? byFile : code.compareTo(other.code);
        return byCode != 0 ? byCode : problem.compareTo(other.problem);
    }

    /** Without the file, under which it stands in a report. */
    @Override
    public String toString() {
        return problem + " [" + code + (severity == Severity.ADVICE ? ", advice]" : "]");
    }
}
