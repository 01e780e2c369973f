package nl.plein.cms.content;

import java.util.List;
import java.util.Set;
import nl.plein.cms.content.RichTextNode.Element;
import nl.plein.cms.content.RichTextNode.Text;

/** The only writer of rich text. Every block starts a line; in text only {@code & < >} are escaped, in attributes also the
 *  quotation mark; attributes stand in one order. */
final class RichTextWriter {

    private static final List<String> ATTRIBUTE_ORDER = List.of(
            "id",
            "class",
            "lang",
            "dir",
            "data-kind",
            "data-entry",
            "data-asset",
            "href",
            "src",
            "alt",
            "title",
            "width",
            "height",
            "start",
            "type",
            "reversed",
            "value",
            "scope",
            "colspan",
            "rowspan");
    private static final Set<String> VOID = Set.of("br", "hr", "img");
    private static final Set<String> INLINE =
            Set.of("span", "a", "abbr", "cite", "strong", "em", "s", "sup", "sub", "code", "br", "img", "ins", "del");

    private final StringBuilder out = new StringBuilder();

    static String write(List<RichTextNode> nodes) {
        RichTextWriter writer = new RichTextWriter();
        nodes.forEach(writer::node);
        return writer.out.toString();
    }

    static boolean isInline(Element element) {
        return INLINE.contains(element.name());
    }

    static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private void node(RichTextNode node) {
        if (node instanceof Text text) {
            out.append(escape(text.text()));
        } else if (node instanceof Element element) {
            element(element);
        }
    }

    private void element(Element element) {
        boolean block = !INLINE.contains(element.name());
        if (block && !out.isEmpty()) {
            out.append('\n');
        }
        openingTag(element);
        if (!VOID.contains(element.name())) {
            element.content().forEach(this::node);
            if (block && endsInBlock(element)) {
                out.append('\n');
            }
            out.append("</").append(element.name()).append('>');
        }
    }

    private void openingTag(Element element) {
        out.append('<').append(element.name());
        for (String name : ATTRIBUTE_ORDER) {
            String value = element.attributes().get(name);
            if (value != null) {
                out.append(' ').append(name).append("=\"");
                out.append(escape(value).replace("\"", "&quot;")).append('"');
            }
        }
        out.append('>');
    }

    private static boolean endsInBlock(Element element) {
        List<RichTextNode> content = element.content();
        return !content.isEmpty()
                && content.get(content.size() - 1) instanceof Element last
                && !INLINE.contains(last.name());
    }
}
