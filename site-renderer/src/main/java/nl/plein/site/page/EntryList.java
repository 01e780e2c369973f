package nl.plein.site.page;

import java.util.AbstractList;
import java.util.Collection;
import java.util.List;
import nl.plein.site.kernel.Trouble;
import nl.plein.site.model.Entry;
import nl.plein.site.model.EntryQuery;
import nl.plein.site.model.EntryQuery.Comparison;
import nl.plein.site.template.Shape;
import org.jspecify.annotations.Nullable;

/** A query that a template narrows step by step; it is asked when its items are. */
final class EntryList extends AbstractList<Object> implements Shape {
    private static final List<String> METHODS = List.of(
            "where",
            "from",
            "before",
            "refersTo",
            "under",
            "without",
            "by",
            "byNewest",
            "byTitle",
            "take",
            "drop",
            "first");

    private final PageScope scope;
    private final EntryQuery query;
    private @Nullable List<Entry> found;

    EntryList(PageScope scope, EntryQuery query) {
        this.scope = scope;
        this.query = query;
    }

    @Override
    public Object get(int index) {
        return new EntryView(scope, found().get(index));
    }

    @Override
    public int size() {
        return found().size();
    }

    private List<Entry> found() {
        if (found == null) {
            found = scope.reads().window(query);
        }
        return found;
    }

    @Override
    public String what() {
        return "a list of entries";
    }

    @Override
    public boolean knows(String name) {
        return false;
    }

    @Override
    public @Nullable Object get(String name) {
        return null;
    }

    @Override
    public Collection<String> names() {
        return METHODS;
    }

    @Override
    public boolean can(String name) {
        return METHODS.contains(name);
    }

    @Override
    public @Nullable Object call(String name, List<Object> arguments) {
        if (name.equals("first")) {
            return scope.reads().window(query.take(1)).stream()
                    .map(entry -> new EntryView(scope, entry))
                    .findFirst()
                    .orElse(null);
        }
        return new EntryList(scope, narrowed(name, arguments));
    }

    private EntryQuery narrowed(String name, List<Object> arguments) {
        return switch (name) {
            case "where" -> query.where(text(arguments, 0), Comparison.EQUAL, text(arguments, 1));
            case "from" -> query.where(text(arguments, 0), Comparison.FROM, text(arguments, 1));
            case "before" -> query.where(text(arguments, 0), Comparison.BEFORE, text(arguments, 1));
            case "under" -> query.where("path", Comparison.UNDER, text(arguments, 0));
            case "without" -> query.where("id", Comparison.NOT, text(arguments, 0));
            case "refersTo" -> query.referringTo(text(arguments, 0));
            case "by" -> query.by(text(arguments, 0), false);
            case "byNewest" -> query.by(text(arguments, 0), true);
            case "byTitle" -> query.by("title", false);
            case "take" -> query.take(number(arguments));
            default -> query.drop(number(arguments));
        };
    }

    private static String text(List<Object> arguments, int index) {
        if (index >= arguments.size()) {
            throw new Trouble("a value is missing between the brackets");
        }
        return arguments.get(index) instanceof EntryView view
                ? view.entry().id()
                : String.valueOf(arguments.get(index));
    }

    private static int number(List<Object> arguments) {
        if (arguments.isEmpty() || !(arguments.get(0) instanceof Number number)) {
            throw new Trouble("a number is needed between the brackets");
        }
        return number.intValue();
    }
}
