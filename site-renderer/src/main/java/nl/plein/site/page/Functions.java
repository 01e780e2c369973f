package nl.plein.site.page;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nl.plein.site.kernel.Json;
import nl.plein.site.kernel.Trouble;
import nl.plein.site.model.EntryQuery;
import nl.plein.site.template.Absent;
import nl.plein.site.template.RawHtml;
import nl.plein.site.template.Shape;
import nl.plein.site.theme.ThemeFile;
import org.jspecify.annotations.Nullable;

/** The free functions of templates, by name. docs/themes.md says what each gives. */
final class Functions {
    /** One function. Arguments that are missing or absent come as {@link Absent}. */
    interface Function {
        @Nullable
        Object call(Root root, List<Object> arguments);
    }

    static final Map<String, Function> ALL = new HashMap<>();

    static {
        words();
        addresses();
        content();
        media();
    }

    private Functions() {}

    private static void words() {
        ALL.put("text", (root, args) -> root.scope().words().text(text(args, 0), args.subList(1, args.size())));
        ALL.put("plural", (root, args) -> root.scope().words().plural(text(args, 0), number(args, 1)));
        ALL.put(
                "date",
                (root, args) -> root.scope().words().date(text(args, 0), args.size() > 1 ? text(args, 1) : "long"));
        ALL.put("number", (root, args) -> root.scope().words().number(number(args, 0)));
        ALL.put(
                "size",
                (root, args) -> root.scope().words().size(number(args, 0).longValue()));
        ALL.put("local", (root, args) -> local(root, at(args, 0)));
        ALL.put("json", (root, args) -> Json.write(plain(at(args, 0))));
    }

    private static void addresses() {
        ALL.put("link", (root, args) -> root.scope().links().any(text(args, 0)));
        ALL.put("home", (root, args) -> url(root, root.scope().edition().paths().home(text(args, 0))));
        ALL.put("asset", (root, args) -> file(root, "assets/" + text(args, 0)));
        ALL.put("island", (root, args) -> file(root, "islands/" + text(args, 0) + ".js"));
    }

    private static void content() {
        ALL.put("menu", (root, args) -> Menus.of(root.scope(), text(args, 0)));
        ALL.put(
                "setting",
                (root, args) -> Fields.view(root.scope(), root.scope().reads().setting(text(args, 0))));
        ALL.put("html", (root, args) -> RichText.html(root.scope(), text(args, 0)));
        ALL.put("toc", (root, args) -> RichText.contents(text(args, 0)));
        ALL.put(
                "plain",
                (root, args) -> RichText.plain(
                        text(args, 0), args.size() > 1 ? number(args, 1).intValue() : Integer.MAX_VALUE));
        ALL.put(
                "card",
                (root, args) -> at(args, 0) instanceof EntryView view ? root.card(view.entry()) : RawHtml.EMPTY);
        ALL.put("blocks", (root, args) -> blocks(root, at(args, 0)));
        ALL.put(
                "entries",
                (root, args) -> new EntryList(
                        root.scope(),
                        EntryQuery.newest(
                                        root.scope().locale(),
                                        args.stream().map(String::valueOf).toList())
                                .withPage()));
        ALL.put("entryAt", (root, args) -> root.scope()
                .reads()
                .at(text(args, 0))
                .map(entry -> new EntryView(root.scope(), entry))
                .orElse(null));
    }

    private static void media() {
        ALL.put(
                "image",
                (root, args) -> at(args, 0) instanceof AssetView view
                        ? Images.html(root.scope(), view, text(args, 1), args.size() > 2 ? text(args, 2) : "lazy")
                        : RawHtml.EMPTY);
        ALL.put("stones", (root, args) -> Stones.of(text(args, 0)));
        ALL.put("icon", (root, args) -> icon(root, text(args, 0)));
    }

    private static String url(Root root, String path) {
        return root.scope().links().url(path);
    }

    private static String file(Root root, String path) {
        Edition edition = root.scope().edition();
        return edition.fileUrl(edition.theme().address(path));
    }

    private static RawHtml blocks(Root root, Object list) {
        StringBuilder html = new StringBuilder();
        if (list instanceof List<?> blocks) {
            int index = 0;
            for (Object block : blocks) {
                if (block instanceof BlockView view) {
                    html.append(root.block(new BlockView(view.scope(), view.raw(), index++))
                            .html());
                }
            }
        }
        return new RawHtml(html.toString());
    }

    private static RawHtml icon(Root root, String name) {
        ThemeFile file = root.scope()
                .edition()
                .theme()
                .theme()
                .file("assets/icons/" + name + ".svg")
                .orElseThrow(() -> new Trouble("the theme has no file assets/icons/" + name + ".svg"));
        String svg = file.text().strip();
        int start = svg.indexOf("<svg");
        if (start < 0) {
            throw new Trouble(file.where() + " is not an SVG picture");
        }
        return new RawHtml("<svg class=\"icon icon-" + name + "\" aria-hidden=\"true\"" + svg.substring(start + 4));
    }

    private static @Nullable Object local(Root root, Object value) {
        if (value instanceof FieldMap map) {
            Object own = map.get(root.scope().locale());
            return own == null ? map.get(root.scope().reads().site().locales().get(0)) : own;
        }
        return value;
    }

    /** Shapes as the maps that they stand for; nothing of the renderer itself gets out. */
    private static @Nullable Object plain(Object value) {
        if (value instanceof FieldMap map) {
            return map.values();
        }
        if (value == Absent.VALUE) {
            return null;
        }
        if (value instanceof EntryView view) {
            return Map.of("id", view.entry().id(), "title", said(view, "title"), "path", said(view, "path"));
        }
        if (value instanceof List<?> list) {
            List<@Nullable Object> items = new ArrayList<>();
            list.forEach(item -> items.add(plain(item)));
            return items;
        }
        return value instanceof Number || value instanceof Boolean ? value : value.toString();
    }

    private static Object said(EntryView view, String name) {
        return Objects.requireNonNull(view.get(name));
    }

    private static Object at(List<Object> args, int index) {
        return index < args.size() ? args.get(index) : Absent.VALUE;
    }

    private static String text(List<Object> args, int index) {
        Object value = at(args, index);
        if (value instanceof Shape shape) {
            throw new Trouble("a text is needed, this is " + shape.what());
        }
        return value.toString();
    }

    private static Number number(List<Object> args, int index) {
        if (at(args, index) instanceof Number number) {
            return number;
        }
        throw new Trouble("a number is needed, this is '" + at(args, index) + "'");
    }
}
