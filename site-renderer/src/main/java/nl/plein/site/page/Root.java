package nl.plein.site.page;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import nl.plein.site.model.Entry;
import nl.plein.site.template.Budget;
import nl.plein.site.template.RawHtml;
import nl.plein.site.template.Shape;
import nl.plein.site.template.TemplateRoot;
import org.jspecify.annotations.Nullable;

/** What a template starts from. A card and a block have the page's root with another entry or block in it. */
final class Root implements TemplateRoot {
    private static final List<String> NAMES = List.of("page", "site", "theme", "alert", "entry", "list", "block");

    private final PageScope scope;
    private final @Nullable Entry entry;
    private final @Nullable Shape block;
    private @Nullable Shape page;

    Root(PageScope scope, @Nullable Entry entry, @Nullable Shape block) {
        this.scope = scope;
        this.entry = entry;
        this.block = block;
    }

    PageScope scope() {
        return scope;
    }

    RawHtml card(Entry carded) {
        String id = scope.edition()
                .firstTemplate(carded.type() + ".card.html", "entry.card.html")
                .orElse("entry.card.html");
        return rendered(id, new Root(scope, carded, null));
    }

    RawHtml block(BlockView shown) {
        String id = scope.edition()
                .firstTemplate("blocks/" + shown.type() + ".html", "blocks/block.html")
                .orElse("blocks/" + shown.type() + ".html");
        return rendered(id, new Root(scope, entry, shown));
    }

    private RawHtml rendered(String id, Root root) {
        return new RawHtml(scope.edition().templates().render(id, root));
    }

    @Override
    public String what() {
        return "the page";
    }

    @Override
    public String subject() {
        return scope.page().subject();
    }

    @Override
    public Budget budget() {
        return scope.budget();
    }

    @Override
    public boolean knows(String name) {
        return NAMES.contains(name);
    }

    @Override
    public Collection<String> names() {
        return NAMES;
    }

    @Override
    public @Nullable Object get(String name) {
        return switch (name) {
            case "page" -> page();
            case "site" -> SiteShapes.site(scope);
            case "theme" -> SiteShapes.theme(scope);
            case "alert" -> SiteShapes.alert(scope);
            case "entry" -> entry == null ? null : new EntryView(scope, entry);
            case "list" ->
                scope.page().list().map(list -> ListShape.of(scope, list)).orElse(null);
            case "block" -> block;
            default -> null;
        };
    }

    @Override
    public boolean can(String name) {
        return Functions.ALL.containsKey(name);
    }

    @Override
    public @Nullable Object call(String name, List<Object> arguments) {
        Functions.Function function = Functions.ALL.get(name);
        return function == null ? null : function.call(this, arguments);
    }

    private Shape page() {
        if (page == null) {
            page = PageShape.of(scope);
        }
        return page;
    }

    /** Values of a map as a template may see them. */
    static Shape map(PageScope scope, String what, Map<?, ?> values) {
        return new FieldMap(scope, what, values);
    }
}
