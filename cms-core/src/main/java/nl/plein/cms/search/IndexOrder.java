package nl.plein.cms.search;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.SortedNumericSortField;
import org.apache.lucene.search.SortedSetSortField;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * An order of the documents of the index, and where in it to begin. Documents without a value come last in either direction:
 * Lucene is told a value for them that no document has.
 */
final class IndexOrder {

    /** As they lie in the index. */
    static final IndexOrder ANY = new IndexOrder(List.of(), List.of(SortField.FIELD_DOC), null);

    private final List<Step> steps;
    private final List<SortField> fields;
    private final @Nullable FieldDoc after;

    /** @param form of the values of this field in the index */
    record Step(String field, Form form, boolean descending) {

        private boolean isText() {
            return switch (form) {
                case KEYWORD, WORDS, REFERENCE -> true;
                case NUMBER, DAY, MOMENT, TRUTH, ORDINAL, PRESENCE -> false;
            };
        }

        private SortField sorted() {
            SortField sorted;
            if (isText()) {
                sorted = new SortedSetSortField(field, descending);
                if (!descending) {
                    sorted.setMissingValue(SortField.STRING_LAST);
                }
            } else {
                sorted = new SortedNumericSortField(field, type(), descending);
                sorted.setMissingValue(missing());
            }
            return sorted;
        }

        private SortField.Type type() {
            return form == Form.NUMBER
                    ? SortField.Type.DOUBLE
                    : form == Form.TRUTH ? SortField.Type.INT : SortField.Type.LONG;
        }

        private Object missing() {
            return switch (type()) {
                case DOUBLE -> descending ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
                case INT -> descending ? Integer.MIN_VALUE : Integer.MAX_VALUE;
                default -> descending ? Long.MIN_VALUE : Long.MAX_VALUE;
            };
        }

        private @Nullable Object read(@Nullable Object value) {
            if (value == null || form != Form.ORDINAL && missing().equals(value)) {
                return null;
            }
            return switch (form) {
                case KEYWORD, WORDS, REFERENCE -> ((BytesRef) value).utf8ToString();
                case DAY -> LocalDate.ofEpochDay((Long) value);
                case TRUTH -> value.equals(1);
                case NUMBER, MOMENT, ORDINAL, PRESENCE -> value;
            };
        }

        private @Nullable Object written(@Nullable Object value) {
            if (value == null) {
                return isText() ? null : missing();
            }
            return switch (form) {
                case KEYWORD, WORDS, REFERENCE -> new BytesRef((String) value);
                case DAY -> ((LocalDate) value).toEpochDay();
                case TRUTH -> value.equals(true) ? 1 : 0;
                case NUMBER, MOMENT, ORDINAL, PRESENCE -> value;
            };
        }
    }

    private IndexOrder(List<Step> steps, List<SortField> fields, @Nullable FieldDoc after) {
        this.steps = List.copyOf(steps);
        this.fields = List.copyOf(fields);
        this.after = after;
    }

    static IndexOrder by(List<Step> steps) {
        return new IndexOrder(steps, steps.stream().map(Step::sorted).toList(), null);
    }

    /** Best match first, which is no value of a document and is not told, then by these. */
    static IndexOrder byMatch(List<Step> ties) {
        List<SortField> fields = new ArrayList<>(List.of(SortField.FIELD_SCORE));
        ties.forEach(step -> fields.add(step.sorted()));
        return new IndexOrder(ties, fields, null);
    }

    /** The same, beginning after a hit with these values. */
    IndexOrder after(List<? extends @Nullable Object> values) {
        Object[] place = new Object[steps.size()];
        for (int i = 0; i < place.length; i++) {
            place[i] = steps.get(i).written(values.get(i));
        }
        return new IndexOrder(steps, fields, new FieldDoc(Integer.MAX_VALUE, Float.NaN, place));
    }

    Sort sort() {
        return new Sort(fields.toArray(SortField[]::new));
    }

    @Nullable
    FieldDoc after() {
        return after;
    }

    /** The values of a hit in the steps of this order, null where it has none; moments in milliseconds since 1970. */
    List<@Nullable Object> read(Object[] values) {
        List<@Nullable Object> read = new ArrayList<>(steps.size());
        for (int i = 0; i < steps.size(); i++) {
            read.add(steps.get(i).read(values[values.length - steps.size() + i]));
        }
        return read;
    }
}
