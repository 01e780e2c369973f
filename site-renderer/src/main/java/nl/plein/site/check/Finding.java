package nl.plein.site.check;

/**
 * Something that is wrong with a rendered site.
 *
 * @param file    in the folder
 * @param code    stable, for tools and for --except
 * @param problem a sentence
 */
public record Finding(String file, String code, String problem) implements Comparable<Finding> {
    @Override
    public int compareTo(Finding other) {
        int byFile = file.compareTo(other.file);
        int byCode = byFile != 0 ? byFile : code.compareTo(other.code);
        return byCode != 0 ? byCode : problem.compareTo(other.problem);
    }

    /** Without the file, under which it stands in a report. */
    @Override
    public String toString() {
        return problem + " [" + code + "]";
    }
}
