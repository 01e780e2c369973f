package nl.plein.cms.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.plein.cms.content.RichTextNode.Element;
import nl.plein.cms.content.RichTextNode.Text;

/** Shows what went and what came in running text, word by word, each in the emphasis, links and so on that it stands in. */
final class MarkedWords {

    private static final String STAYED = "";

    /** @param around inline elements, the outermost first, without their content; @param what a word, or a line break, an image */
    private record Word(List<Element> around, RichTextNode what) {

        boolean goesOnAfter(Word other) {
            return around.equals(other.around) && what instanceof Text && other.what instanceof Text;
        }
    }

    private final List<RichTextNode> out = new ArrayList<>();

    private MarkedWords() {}

    /** Both without blocks. */
    static List<RichTextNode> between(List<RichTextNode> from, List<RichTextNode> to) {
        List<Word> before = words(from);
        MarkedWords marked = new MarkedWords();
        int at = 0;
        for (Difference<Word> difference : Difference.between(before, words(to))) {
            marked.add(STAYED, before.subList(at, difference.from()));
            marked.add("del", before.subList(difference.from(), difference.to()));
            marked.add("ins", difference.by());
            at = difference.to();
        }
        marked.add(STAYED, before.subList(at, before.size()));
        return marked.out;
    }

    private static List<Word> words(List<RichTextNode> content) {
        List<Word> words = new ArrayList<>();
        content.forEach(node -> collect(node, List.of(), words));
        return words;
    }

    private static void collect(RichTextNode node, List<Element> around, List<Word> words) {
        if (node instanceof Text text) {
            MarkedText.words(text.text()).forEach(word -> words.add(new Word(around, new Text(word))));
        } else if (node instanceof Element element && !element.content().isEmpty()) {
            List<Element> inside = new ArrayList<>(around);
            inside.add(new Element(element.name(), element.attributes(), List.of()));
            element.content().forEach(child -> collect(child, List.copyOf(inside), words));
        } else {
            words.add(new Word(around, node));
        }
    }

    private void add(String mark, List<Word> words) {
        List<RichTextNode> nodes = new ArrayList<>();
        for (int from = 0; from < words.size(); ) {
            int to = from + 1;
            while (to < words.size() && words.get(to).goesOnAfter(words.get(from))) {
                to++;
            }
            nodes.add(nested(words.subList(from, to)));
            from = to;
        }
        if (mark.equals(STAYED)) {
            out.addAll(nodes);
        } else if (!nodes.isEmpty()) {
            out.add(new Element(mark, Map.of(), nodes));
        }
    }

    /** Words of one surrounding, as one text in it. */
    private static RichTextNode nested(List<Word> words) {
        RichTextNode node = words.get(0).what();
        if (node instanceof Text) {
            StringBuilder text = new StringBuilder();
            words.forEach(word -> text.append(((Text) word.what()).text()));
            node = new Text(text.toString());
        }
        List<Element> around = words.get(0).around();
        for (int i = around.size() - 1; i >= 0; i--) {
            node = new Element(around.get(i).name(), around.get(i).attributes(), List.of(node));
        }
        return node;
    }
}
