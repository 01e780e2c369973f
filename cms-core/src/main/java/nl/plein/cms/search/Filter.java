package nl.plein.cms.search;

import java.util.List;
import java.util.stream.Collectors;

/** What a list must fulfil, as {@link FilterParser} read it. {@link #print()} writes it back: parsing that again gives an equal filter. */
public sealed interface Filter {

    /** Holds where every one of two or more holds. */
    record And(List<Filter> all) implements Filter {
        public And {
            all = List.copyOf(all);
        }
    }

    /** Holds where at least one of two or more holds. */
    record Or(List<Filter> any) implements Filter {
        public Or {
            any = List.copyOf(any);
        }
    }

    record Not(Filter of) implements Filter {}

    /** One field against one value, or against a list for {@link Operator#IN} and {@link Operator#ANY}. */
    record Comparison(String field, Operator operator, List<Literal> values) implements Filter {
        public Comparison {
            values = List.copyOf(values);
        }

        Literal value() {
            return values.get(0);
        }
    }

    /** The filter in the grammar's own words, with the fewest brackets that keep its shape. */
    default String print() {
        if (this instanceof And and) {
            return and.all().stream()
                    .map(f -> f.bracketed(f instanceof And || f instanceof Or))
                    .collect(Collectors.joining(" and "));
        }
        if (this instanceof Or or) {
            return or.any().stream().map(f -> f.bracketed(f instanceof Or)).collect(Collectors.joining(" or "));
        }
        if (this instanceof Not not) {
            return "not " + not.of().bracketed(not.of() instanceof And || not.of() instanceof Or);
        }
        Comparison comparison = (Comparison) this;
        String values = comparison.values().stream().map(Literal::print).collect(Collectors.joining(", "));
        return comparison.field() + " " + comparison.operator().word() + " "
                + (comparison.operator().takesList() ? "(" + values + ")" : values);
    }

    private String bracketed(boolean needed) {
        return needed ? "(" + print() + ")" : print();
    }
}
