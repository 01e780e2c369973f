package nl.plein.cms.content;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import nl.plein.cms.content.RichTextNode.Element;
import nl.plein.cms.content.RichTextNode.Text;

/** A run of words, images and line breaks, each with its marks. Marks nest in one order, so that bold italic and italic bold
 *  are the same text; neighbours with the same marks share one element. */
final class RichTextInline {

    /** Outermost first. */
    enum Mark {
        SPAN,
        A,
        ABBR,
        CITE,
        STRONG,
        EM,
        S,
        SUP,
        SUB,
        CODE;

        String element() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** The marks around a leaf with their attributes; a mark is there once. */
    record Marks(Map<Mark, Map<String, String>> all) {

        static final Marks NONE = new Marks(Map.of());

        Marks with(Mark mark, Map<String, String> attributes) {
            Map<Mark, Map<String, String>> more = new EnumMap<>(Mark.class);
            more.putAll(all);
            more.merge(mark, attributes, (outer, inner) -> inner.isEmpty() ? outer : inner);
            return new Marks(more);
        }

        List<Map.Entry<Mark, Map<String, String>>> inOrder() {
            List<Map.Entry<Mark, Map<String, String>>> marks = new ArrayList<>(all.entrySet());
            marks.sort(Comparator.comparing(Map.Entry::getKey));
            return marks;
        }
    }

    /** @param node a text, a {@code br} or an {@code img} */
    private record Leaf(RichTextNode node, Marks marks) {

        boolean isBreak() {
            return node instanceof Element element && element.is("br");
        }

        boolean isBlank() {
            return isBreak() || node instanceof Text text && RichTextInline.isBlank(text.text());
        }
    }

    private static final Element BREAK = new Element("br", Map.of(), List.of());

    private final List<Leaf> leaves = new ArrayList<>();

    void text(String text, Marks marks) {
        if (!text.isEmpty()) {
            leaves.add(new Leaf(new Text(text), marks));
        }
    }

    void image(Element image, Marks marks) {
        leaves.add(new Leaf(image, marks));
    }

    void lineBreak(Marks marks) {
        leaves.add(new Leaf(BREAK, marks));
    }

    /** All of it on one line of thought: for headings, captions, terms. Empty if nothing is visible. */
    List<RichTextNode> line() {
        List<Leaf> line = new ArrayList<>();
        for (List<Leaf> part : parts()) {
            if (!line.isEmpty()) {
                line.add(new Leaf(BREAK, Marks.NONE));
            }
            line.addAll(part);
        }
        leaves.clear();
        return nested(line, 0);
    }

    /** Its paragraphs: two line breaks part them. */
    List<List<RichTextNode>> paragraphs() {
        List<List<RichTextNode>> paragraphs = new ArrayList<>();
        parts().forEach(part -> paragraphs.add(nested(part, 0)));
        leaves.clear();
        return paragraphs;
    }

    /** Nothing to see: spaces, no-break spaces and characters without width. */
    static boolean isBlank(String text) {
        return text.codePoints()
                .allMatch(c -> Character.isWhitespace(c)
                        || Character.isSpaceChar(c)
                        || Character.getType(c) == Character.FORMAT
                        || Character.getType(c) == Character.CONTROL);
    }

    private List<List<Leaf>> parts() {
        List<List<Leaf>> parts = new ArrayList<>();
        List<Leaf> part = new ArrayList<>();
        int breaks = 0;
        for (Leaf leaf : collapsed()) {
            breaks = leaf.isBreak() ? breaks + 1 : leaf.isBlank() ? breaks : 0;
            if (breaks == 2) {
                parts.add(part);
                part = new ArrayList<>();
            } else if (breaks < 2) {
                part.add(leaf);
            }
        }
        parts.add(part);
        parts.replaceAll(RichTextInline::trimmed);
        parts.removeIf(List::isEmpty);
        return parts;
    }

    /** White space as a browser shows it: one space between words, none at the start of a line. */
    private List<Leaf> collapsed() {
        List<Leaf> collapsed = new ArrayList<>();
        boolean afterSpace = true;
        for (Leaf leaf : leaves) {
            if (leaf.node() instanceof Text text) {
                String words = collapse(text.text(), afterSpace);
                if (!words.isEmpty()) {
                    collapsed.add(new Leaf(new Text(words), leaf.marks()));
                    afterSpace = words.endsWith(" ");
                }
            } else {
                collapsed.add(leaf);
                afterSpace = leaf.isBreak();
            }
        }
        return collapsed;
    }

    private static String collapse(String text, boolean afterSpace) {
        StringBuilder out = new StringBuilder(text.length());
        boolean space = afterSpace;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean white = c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
            if (!white) {
                out.append(c);
            } else if (!space) {
                out.append(' ');
            }
            space = white;
        }
        return out.toString();
    }

    /** Without breaks and white space at its ends, and without a space before a break. */
    private static List<Leaf> trimmed(List<Leaf> part) {
        if (part.stream().allMatch(Leaf::isBlank)) {
            return List.of();
        }
        List<Leaf> reversed = new ArrayList<>();
        boolean atEnd = true;
        for (int i = part.size() - 1; i >= 0; i--) {
            Leaf leaf = part.get(i);
            if (leaf.node() instanceof Text text && atEnd) {
                String words = text.text().endsWith(" ")
                        ? text.text().substring(0, text.text().length() - 1)
                        : text.text();
                if (!words.isEmpty()) {
                    reversed.add(new Leaf(new Text(words), leaf.marks()));
                    atEnd = false;
                }
            } else if (!(leaf.isBreak() && reversed.isEmpty())) {
                reversed.add(leaf);
                atEnd = leaf.isBreak();
            }
        }
        Collections.reverse(reversed);
        while (!reversed.isEmpty() && reversed.get(0).isBreak()) {
            reversed.remove(0);
        }
        return reversed;
    }

    private static List<RichTextNode> nested(List<Leaf> leaves, int depth) {
        List<RichTextNode> nodes = new ArrayList<>();
        int from = 0;
        while (from < leaves.size()) {
            Map.Entry<Mark, Map<String, String>> mark = markAt(leaves.get(from), depth);
            int to = from + 1;
            while (to < leaves.size() && java.util.Objects.equals(mark, markAt(leaves.get(to), depth))) {
                to++;
            }
            List<Leaf> same = leaves.subList(from, to);
            if (mark == null) {
                unmarked(same, nodes);
            } else {
                nodes.add(new Element(mark.getKey().element(), mark.getValue(), nested(same, depth + 1)));
            }
            from = to;
        }
        return nodes;
    }

    private static Map.@org.jspecify.annotations.Nullable Entry<Mark, Map<String, String>> markAt(
            Leaf leaf, int depth) {
        List<Map.Entry<Mark, Map<String, String>>> marks = leaf.marks().inOrder();
        return depth < marks.size() ? marks.get(depth) : null;
    }

    private static void unmarked(List<Leaf> leaves, List<RichTextNode> nodes) {
        StringBuilder words = new StringBuilder();
        for (Leaf leaf : leaves) {
            if (leaf.node() instanceof Text text) {
                words.append(text.text());
            } else {
                addText(words, nodes);
                nodes.add(leaf.node());
            }
        }
        addText(words, nodes);
    }

    private static void addText(StringBuilder words, List<RichTextNode> nodes) {
        if (!words.isEmpty()) {
            nodes.add(new Text(words.toString()));
            words.setLength(0);
        }
    }
}
