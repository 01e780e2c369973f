package nl.plein.cms.content;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.plein.cms.content.RichTextNode.Element;
import nl.plein.cms.content.RichTextNode.Text;

/** Shows in one rich text what went and what came: elements as wholes, and word by word inside those that were changed. */
final class MarkedRichText {

    private static final String GONE = "del";
    private static final String COME = "ins";

    /** What no mark may stand around: their place is fixed in what they lie in, so marks go inside. */
    private static final Set<String> FIXED = Set.of(
            "ul",
            "ol",
            "li",
            "dl",
            "dt",
            "dd",
            "table",
            "caption",
            "thead",
            "tbody",
            "tr",
            "th",
            "td",
            "figcaption",
            "summary");

    private MarkedRichText() {}

    /** Both in normal form. */
    static String between(String from, String to) {
        return RichTextWriter.write(all(RichTextReader.read(from), RichTextReader.read(to)));
    }

    private static List<RichTextNode> all(List<RichTextNode> from, List<RichTextNode> to) {
        List<RichTextNode> out = new ArrayList<>();
        int at = 0;
        for (Difference<RichTextNode> difference : Difference.between(from, to)) {
            out.addAll(from.subList(at, difference.from()));
            pair(from.subList(difference.from(), difference.to()), difference.by(), out);
            at = difference.to();
        }
        out.addAll(from.subList(at, from.size()));
        return out;
    }

    /** Elements of one kind that share words are one that was changed; the others went or came. */
    private static void pair(List<RichTextNode> went, List<RichTextNode> came, List<RichTextNode> out) {
        int next = 0;
        for (RichTextNode old : went) {
            int match = next;
            while (match < came.size() && !alike(old, came.get(match))) {
                match++;
            }
            if (match == came.size()) {
                out.add(marked(GONE, old));
            } else {
                came.subList(next, match).forEach(node -> out.add(marked(COME, node)));
                out.addAll(changed((Element) old, (Element) came.get(match)));
                next = match + 1;
            }
        }
        came.subList(next, came.size()).forEach(node -> out.add(marked(COME, node)));
    }

    private static boolean alike(RichTextNode old, RichTextNode now) {
        if (!(old instanceof Element before) || !(now instanceof Element after) || !before.is(after.name())) {
            return false;
        }
        Set<String> words = words(before);
        Set<String> others = words(after);
        int least = Math.min(words.size(), others.size());
        words.retainAll(others);
        return 3 * words.size() >= least && least > 0;
    }

    private static Set<String> words(Element element) {
        Set<String> words = new HashSet<>();
        collect(element, words);
        return words;
    }

    private static void collect(RichTextNode node, Set<String> words) {
        if (node instanceof Text text) {
            MarkedText.words(text.text()).stream()
                    .filter(word -> !word.isBlank())
                    .forEach(words::add);
        } else if (node instanceof Element element) {
            element.content().forEach(child -> collect(child, words));
        }
    }

    private static List<RichTextNode> changed(Element old, Element now) {
        if (!old.attributes().equals(now.attributes()) && old.content().equals(now.content())) {
            return List.of(marked(GONE, old), marked(COME, now));
        }
        List<RichTextNode> content = hasBlocks(old) || hasBlocks(now)
                ? all(old.content(), now.content())
                : MarkedWords.between(old.content(), now.content());
        return List.of(new Element(now.name(), now.attributes(), content));
    }

    private static boolean hasBlocks(Element element) {
        return element.content().stream().anyMatch(MarkedRichText::isBlock);
    }

    private static boolean isBlock(RichTextNode node) {
        return node instanceof Element element && !RichTextWriter.isInline(element);
    }

    private static RichTextNode marked(String mark, RichTextNode node) {
        RichTextNode plain = mark.equals(GONE) ? withoutIds(node) : node;
        if (!(plain instanceof Element element) || !FIXED.contains(element.name())) {
            return new Element(mark, Map.of(), List.of(plain));
        }
        List<RichTextNode> content = element.content().stream().anyMatch(MarkedRichText::isBlock)
                ? element.content().stream().map(child -> marked(mark, child)).toList()
                : List.of(new Element(mark, Map.of(), element.content()));
        return new Element(element.name(), element.attributes(), content);
    }

    /** An id stands once in a page: with what is there now. */
    private static RichTextNode withoutIds(RichTextNode node) {
        if (!(node instanceof Element element)) {
            return node;
        }
        Map<String, String> attributes = new HashMap<>(element.attributes());
        attributes.remove("id");
        return new Element(
                element.name(),
                attributes,
                element.content().stream().map(MarkedRichText::withoutIds).toList());
    }
}
