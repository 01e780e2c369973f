package nl.plein.cms.search;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** The comparisons of the filter grammar. */
public enum Operator {
    EQ("eq"),
    NE("ne"),
    GT("gt"),
    GE("ge"),
    LT("lt"),
    LE("le"),
    /** The field is one of the listed values. */
    IN("in"),
    /** The field, which may have many values, has at least one of the listed ones. */
    ANY("any"),
    CONTAINS("contains"),
    STARTS_WITH("startsWith");

    static final String WORDS = Arrays.stream(values()).map(Operator::word).collect(Collectors.joining(", "));

    private final String word;

    Operator(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }

    boolean takesList() {
        return this == IN || this == ANY;
    }

    boolean compares() {
        return this == GT || this == GE || this == LT || this == LE;
    }

    boolean searches() {
        return this == CONTAINS || this == STARTS_WITH;
    }

    static Optional<Operator> of(String word) {
        return Arrays.stream(values()).filter(o -> o.word.equals(word)).findFirst();
    }
}
