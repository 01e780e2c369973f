package nl.plein.site.model;

import java.util.function.Consumer;
import java.util.function.LongConsumer;
import nl.plein.site.model.EntryQuery.Comparison;
import nl.plein.site.model.EntryQuery.Condition;

/** Asks entry by entry whether a query wants it, and tells which of their fields that depends on. */
final class Judge {
    /** From here on it is no longer told of each entry, but of all entries of the type. */
    private static final int FEW = 200;

    private final EntryQuery query;
    private final LongConsumer reads;
    private final boolean sorts;
    private int asked;

    /** @param sorts whether the order is made of what is asked, so that the field to order by counts too */
    Judge(EntryQuery query, boolean sorts, LongConsumer reads) {
        this.query = query;
        this.sorts = sorts;
        this.reads = reads;
    }

    boolean wants(Entry entry) {
        asked++;
        if (asked <= FEW) {
            each(name -> reads.accept(ReadKeys.field(entry, name)));
        } else if (asked == FEW + 1) {
            each(name -> {
                if (query.types().isEmpty()) {
                    reads.accept(ReadKeys.fieldOfType(query.locale(), "*", name));
                }
                query.types().forEach(type -> reads.accept(ReadKeys.fieldOfType(query.locale(), type, name)));
            });
        }
        return query.wants(entry);
    }

    private void each(Consumer<String> names) {
        for (Condition condition : query.conditions()) {
            boolean ever = condition.comparison() == Comparison.NOT
                    && condition.field().equals("id");
            boolean ordered = !sorts && condition.field().equals(query.order());
            if (!ever && !ordered) {
                names.accept(condition.comparison() == Comparison.UNDER ? "path" : condition.field());
            }
        }
        if (sorts) {
            names.accept(query.order());
        }
    }
}
