package nl.plein.site.page;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import nl.plein.site.image.Focus;
import nl.plein.site.kernel.Slug;
import nl.plein.site.template.Html;
import nl.plein.site.template.RawHtml;
import nl.plein.site.template.Shape;
import nl.plein.site.template.Text;

/**
 * Rich text on its way into a page. The store keeps it in one normal form, written by a machine: attributes in double quotes, only
 * {@code & < > "} escaped. So one pass over the characters is enough to give links and images their addresses and headings their ids.
 * It is also the second lock: an element or attribute that rich text can't have is left out, whoever wrote it.
 */
final class RichText {
    private static final Set<String> ELEMENTS = Set.of(
            "p",
            "br",
            "hr",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "ul",
            "ol",
            "li",
            "dl",
            "dt",
            "dd",
            "table",
            "caption",
            "colgroup",
            "col",
            "thead",
            "tbody",
            "tfoot",
            "tr",
            "th",
            "td",
            "a",
            "figure",
            "figcaption",
            "img",
            "blockquote",
            "q",
            "cite",
            "aside",
            "div",
            "section",
            "pre",
            "code",
            "kbd",
            "samp",
            "var",
            "details",
            "summary",
            "abbr",
            "sub",
            "sup",
            "small",
            "strong",
            "em",
            "b",
            "i",
            "u",
            "s",
            "del",
            "ins",
            "mark",
            "span",
            "time",
            "dfn",
            "bdi",
            "bdo",
            "wbr");
    private static final Set<String> ATTRIBUTES = Set.of(
            "id",
            "class",
            "title",
            "lang",
            "dir",
            "alt",
            "colspan",
            "rowspan",
            "scope",
            "headers",
            "start",
            "reversed",
            "type",
            "value",
            "datetime",
            "open",
            "width",
            "height",
            "role",
            "aria-label",
            "data-kind",
            "aria-describedby");

    private static final int LABEL = 120;

    private final PageScope scope;
    private final String text;
    private final StringBuilder out;
    private int at;
    private boolean unlinked;
    private boolean linked;

    private RichText(PageScope scope, String text) {
        this.scope = scope;
        this.text = text;
        this.out = new StringBuilder(text.length() + text.length() / 8 + 16);
    }

    static RawHtml html(PageScope scope, String text) {
        return new RawHtml(new RichText(scope, text).written());
    }

    /** Headings with the ids that {@link #html} would give them on a page of their own. */
    static List<Shape> contents(String text) {
        List<Shape> contents = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (int at = text.indexOf("<h"); at >= 0; at = text.indexOf("<h", at + 2)) {
            int level = at + 3 < text.length() ? text.charAt(at + 2) - '0' : 0;
            int start = text.indexOf('>', at) + 1;
            int end = text.indexOf("</h" + level, at);
            if (level < 2 || level > 4 || start == 0 || end < start) {
                continue;
            }
            String title = plain(text.substring(start, end), Integer.MAX_VALUE);
            Optional<String> own = ownId(text.substring(at, start));
            String id = own.orElseGet(() -> Slug.of(title));
            for (int i = 2; !taken.add(id) && own.isEmpty(); i++) {
                id = Slug.of(title) + "-" + i;
            }
            contents.add(new Named("a heading").is("id", id).is("title", title).is("level", level));
        }
        return contents;
    }

    private static Optional<String> ownId(String tag) {
        int start = tag.indexOf(" id=\"") + 5;
        int end = tag.indexOf('"', start);
        return start < 5 || end < 0
                ? Optional.empty()
                : Optional.of(plain(tag.substring(start, end), Integer.MAX_VALUE));
    }

    /** The words without the marks, cut at a word's end where it is longer. */
    static String plain(String html, int length) {
        StringBuilder words = new StringBuilder(Math.min(html.length(), 4096));
        boolean space = false;
        int most = length == Integer.MAX_VALUE ? length : length + 40;
        for (int i = 0; i < html.length() && words.length() < most; i++) {
            char c = html.charAt(i);
            if (c == '<') {
                int end = html.indexOf('>', i);
                boolean inline = isInline(html, i);
                i = end < 0 ? html.length() : end;
                space |= !inline;
            } else if (Character.isWhitespace(c)) {
                space = true;
            } else {
                if (space && words.length() > 0) {
                    words.append(' ');
                }
                space = false;
                words.append(c);
            }
        }
        String text = words.toString()
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&amp;", "&");
        return Text.cut(text, length);
    }

    private static boolean isInline(String html, int at) {
        int from = html.startsWith("</", at) ? at + 2 : at + 1;
        for (String inline : List.of(
                "a", "em", "strong", "b", "i", "u", "s", "code", "span", "abbr", "sub", "sup", "small", "mark")) {
            int end = from + inline.length();
            if (html.startsWith(inline, from) && end < html.length() && !Character.isLetterOrDigit(html.charAt(end))) {
                return true;
            }
        }
        return false;
    }

    private String written() {
        int length = text.length();
        while (at < length) {
            int open = text.indexOf('<', at);
            if (open < 0) {
                out.append(text, at, length);
                break;
            }
            out.append(text, at, open);
            at = open;
            if (!tag()) {
                out.append("&lt;");
                at = open + 1;
            }
        }
        return out.toString();
    }

    /** Copies, changes or leaves out the tag that begins here. @return false when there is none */
    private boolean tag() {
        int end = text.indexOf('>', at);
        boolean closing = text.startsWith("</", at);
        int nameStart = at + (closing ? 2 : 1);
        int nameEnd = nameStart;
        while (nameEnd < text.length() && Character.isLetterOrDigit(text.charAt(nameEnd))) {
            nameEnd++;
        }
        if (end < 0 || nameEnd == nameStart) {
            return false;
        }
        String name = text.substring(nameStart, nameEnd).toLowerCase(Locale.ROOT);
        if (!ELEMENTS.contains(name)) {
            at = end + 1;
            return true;
        }
        if (closing) {
            at = end + 1;
            close(name);
            return true;
        }
        at = nameEnd;
        Tag tag = Tag.read(name, text, nameEnd);
        at = tag.end();
        open(tag);
        return true;
    }

    private void close(String name) {
        if (name.equals("a")) {
            linked = false;
            if (unlinked) {
                unlinked = false;
                return;
            }
        }
        out.append("</").append(name).append('>');
        if (name.equals("table")) {
            out.append("</div>");
        }
    }

    private void open(Tag tag) {
        switch (tag.name()) {
            case "a" -> link(tag);
            case "img" -> image(tag);
            case "h2", "h3", "h4" -> heading(tag);
            case "table" -> table(tag);
            default -> write(tag, "");
        }
    }

    private void link(Tag tag) {
        Optional<String> href = target(tag);
        if (href.isEmpty()) {
            unlinked = true;
            return;
        }
        linked = true;
        write(tag, " href=\"" + Html.escape(href.get()) + "\"");
    }

    private Optional<String> target(Tag tag) {
        Optional<String> entry = tag.get("data-entry");
        if (entry.isPresent()) {
            return scope.reads()
                    .entry(entry.get(), scope.locale())
                    .map(found -> EntryView.url(scope, found))
                    .map(url -> url + anchor(tag));
        }
        Optional<String> asset = tag.get("data-asset");
        if (asset.isPresent()) {
            return scope.reads().asset(asset.get()).map(scope::mediaUrl);
        }
        return tag.get("href").filter(Links::isSafe).map(scope.links()::any);
    }

    private static String anchor(Tag tag) {
        return tag.get("href").filter(href -> href.startsWith("#")).orElse("");
    }

    /** Pictures lie in the tree. One that lies elsewhere becomes a link: no page loads anything from a third party. */
    private void image(Tag tag) {
        Optional<AssetView> asset = tag.get("data-asset")
                .flatMap(id -> scope.reads().asset(id))
                .map(file -> new AssetView(scope, file, tag.get("alt").orElse(""), Focus.MIDDLE));
        if (asset.isPresent()) {
            out.append(Images.html(scope, asset.get(), "", "lazy").html());
            return;
        }
        Optional<String> src = tag.get("src").filter(Links::isSafe);
        if (src.isEmpty() || tag.get("data-asset").isPresent()) {
            return;
        }
        if (Links.isExternal(src.get())) {
            String label = tag.get("alt").filter(alt -> !alt.isBlank()).orElse(src.get());
            if (linked) { // a link can't hold another
                out.append(Html.escape(label));
                return;
            }
            out.append("<a class=\"external-image\" href=\"")
                    .append(Html.escape(src.get()))
                    .append("\">");
            out.append(Html.escape(label)).append("</a>");
        } else {
            write(tag, " src=\"" + Html.escape(scope.links().any(src.get())) + "\" loading=\"lazy\"");
        }
    }

    /** A wide table scrolls inside itself, by keyboard too. */
    private void table(Tag tag) {
        int end = text.indexOf("</table", at);
        int caption = text.indexOf("<caption", at);
        String label = scope.words().textOr("table", "Table");
        if (caption >= 0 && caption < end && text.indexOf("</caption", caption) > text.indexOf('>', caption)) {
            label = plain(text.substring(text.indexOf('>', caption) + 1, text.indexOf("</caption", caption)), LABEL);
        }
        out.append("<div class=\"table-scroll\" role=\"region\" tabindex=\"0\" aria-label=\"");
        out.append(Html.escape(label)).append("\">");
        write(tag, "");
    }

    private void heading(Tag tag) {
        int end = text.indexOf("</" + tag.name(), at);
        if (tag.get("id").isPresent() || end < 0) {
            tag.get("id").ifPresent(scope::anchor);
            write(tag, "");
            return;
        }
        String title = plain(text.substring(at, end), Integer.MAX_VALUE);
        write(tag, " id=\"" + Html.escape(scope.anchor(Slug.of(title))) + "\"");
    }

    private void write(Tag tag, String more) {
        out.append('<').append(tag.name());
        tag.attributes().forEach((name, value) -> {
            if (ATTRIBUTES.contains(name)) {
                out.append(' ')
                        .append(name)
                        .append("=\"")
                        .append(Html.escape(value))
                        .append('"');
            }
        });
        out.append(more).append('>');
    }
}
