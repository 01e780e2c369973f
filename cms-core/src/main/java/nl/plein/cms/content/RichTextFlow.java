package nl.plein.cms.content;

import static java.util.Map.entry;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.plein.cms.content.RichTextInline.Mark;
import nl.plein.cms.content.RichTextInline.Marks;
import nl.plein.cms.content.RichTextNode.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** Reads the content of one place: in a place for blocks, loose words become paragraphs; in a place for a line (a heading, a
 *  caption), blocks become line breaks. */
final class RichTextFlow {

    /** @param inherited language and direction of the boxes that were unwrapped around here
     *  @param depth how many blocks are around this one */
    record Scope(boolean forBlocks, Map<String, String> inherited, int depth) {

        static final Scope OUTERMOST = new Scope(true, Map.of(), 0);

        Scope inside() {
            return new Scope(true, Map.of(), depth + 1);
        }

        Scope line() {
            return new Scope(false, Map.of(), depth + 1);
        }

        Scope with(Map<String, String> language) {
            Map<String, String> all = new HashMap<>(inherited);
            all.putAll(language);
            return new Scope(forBlocks, all, depth);
        }
    }

    /** Deeper than this nobody writes; what is deeper is unwrapped. */
    private static final int DEEPEST = 16;

    private static final Set<String> UNSEEN = Set.of(
            "script",
            "style",
            "template",
            "noscript",
            "noembed",
            "noframes",
            "head",
            "title",
            "meta",
            "link",
            "base",
            "svg",
            "map",
            "area",
            "datalist",
            "param",
            "source",
            "track",
            "input",
            "progress",
            "meter",
            "colgroup",
            "col",
            "rp",
            "frameset",
            "bgsound",
            "dialog");
    private static final Set<String> EMBEDS = Set.of("iframe", "frame", "embed", "object", "applet", "video", "audio");
    private static final Set<String> BOXES = Set.of(
            "div",
            "section",
            "article",
            "main",
            "header",
            "footer",
            "nav",
            "center",
            "form",
            "fieldset",
            "legend",
            "address",
            "hgroup",
            "body",
            "html",
            "search",
            "optgroup",
            "option",
            "select",
            "thead",
            "tbody",
            "tfoot",
            "tr",
            "td",
            "th",
            "caption",
            "dt",
            "dd",
            "summary",
            "figcaption",
            "marquee",
            "multicol",
            "slot",
            "canvas");
    private static final Map<String, Mark> MARKS = Map.ofEntries(
            entry("strong", Mark.STRONG),
            entry("b", Mark.STRONG),
            entry("em", Mark.EM),
            entry("i", Mark.EM),
            entry("dfn", Mark.EM),
            entry("s", Mark.S),
            entry("strike", Mark.S),
            entry("del", Mark.S),
            entry("sup", Mark.SUP),
            entry("sub", Mark.SUB),
            entry("code", Mark.CODE),
            entry("kbd", Mark.CODE),
            entry("samp", Mark.CODE),
            entry("tt", Mark.CODE),
            entry("var", Mark.EM),
            entry("cite", Mark.CITE));

    private final Scope scope;
    private final List<RichTextNode> blocks = new ArrayList<>();
    private final RichTextInline inline = new RichTextInline();

    RichTextFlow(Scope scope) {
        this.scope = scope;
    }

    /** What was read, as blocks. */
    List<RichTextNode> blocks() {
        endParagraph();
        blocks.replaceAll(block -> block instanceof Element list && list.is(RichTextBlocks.LOOSE_ITEMS)
                ? new Element("ul", list.attributes(), list.content())
                : block);
        return blocks;
    }

    /** What was read, as a line without blocks. */
    List<RichTextNode> line() {
        return inline.line();
    }

    Scope scope() {
        return scope;
    }

    void readAll(List<Node> nodes, Marks marks) {
        nodes.forEach(node -> read(node, marks));
    }

    private void read(Node node, Marks marks) {
        if (node instanceof TextNode text) {
            inline.text(RichTextReader.readable(text.getWholeText()), marks);
        } else if (node instanceof org.jsoup.nodes.Element element && !isUnseen(element)) {
            readElement(element, marks);
        }
    }

    static boolean isUnseen(org.jsoup.nodes.Element element) {
        return UNSEEN.contains(element.normalName()) || element.hasAttr("hidden");
    }

    private void readElement(org.jsoup.nodes.Element element, Marks marks) {
        String name = element.normalName();
        if (EMBEDS.contains(name)) {
            embed(element, marks);
        } else if (BOXES.contains(name)) {
            box(element, marks);
        } else if (RichTextBlocks.reads(name)) {
            block(element, marks);
        } else {
            inlineElement(element, marks);
        }
    }

    private void block(org.jsoup.nodes.Element element, Marks marks) {
        if (!scope.forBlocks() || scope.depth() >= DEEPEST) {
            box(element, marks);
            return;
        }
        endParagraph();
        List<RichTextNode> read = new RichTextBlocks(scope, marks).read(element);
        for (RichTextNode block : read) {
            add(block);
        }
    }

    /** Items that stand beside each other without a list around them are one list. */
    private void add(RichTextNode block) {
        if (block instanceof Element next
                && next.is(RichTextBlocks.LOOSE_ITEMS)
                && !blocks.isEmpty()
                && blocks.get(blocks.size() - 1) instanceof Element last
                && last.is(RichTextBlocks.LOOSE_ITEMS)) {
            List<RichTextNode> items = new ArrayList<>(last.content());
            items.addAll(next.content());
            blocks.set(blocks.size() - 1, new Element(last.name(), last.attributes(), items));
        } else {
            blocks.add(block);
        }
    }

    /** A box means nothing to us, but parts what is before, in and after it. */
    private void box(org.jsoup.nodes.Element element, Marks marks) {
        boundary();
        if (scope.forBlocks()) {
            RichTextFlow inner = new RichTextFlow(scope.with(RichTextAttributes.language(element)));
            inner.readAll(element.childNodes(), marks);
            inner.blocks().forEach(this::add);
        } else {
            readAll(element.childNodes(), marks);
        }
        boundary();
    }

    private void boundary() {
        if (scope.forBlocks()) {
            endParagraph();
        } else {
            inline.lineBreak(Marks.NONE);
        }
    }

    private void endParagraph() {
        for (List<RichTextNode> words : inline.paragraphs()) {
            blocks.add(new Element("p", scope.inherited(), words));
        }
    }

    private void embed(org.jsoup.nodes.Element element, Marks marks) {
        Optional<String> source = RichTextBlocks.sourceOf(element);
        if (source.isEmpty()) {
            if (element.normalName().equals("object")) {
                box(element, marks);
            }
            return;
        }
        boundary();
        String label = element.attr("title").isBlank() ? source.get() : element.attr("title");
        inline.text(RichTextReader.readable(label), marks.with(Mark.A, Map.of("href", source.get())));
        boundary();
    }

    private void inlineElement(org.jsoup.nodes.Element element, Marks marks) {
        switch (element.normalName()) {
            case "br" -> inline.lineBreak(marks);
            case "img", "image" -> image(element, marks);
            case "q" -> quotation(element, marks);
            default -> readAll(element.childNodes(), marked(element, marks));
        }
    }

    private void image(org.jsoup.nodes.Element element, Marks marks) {
        Map<String, String> attributes = RichTextAttributes.ofImage(element);
        if (attributes.isEmpty()) {
            inline.text(RichTextReader.readable(element.attr("alt")), marks);
        } else {
            inline.image(new Element("img", attributes, List.of()), marks);
        }
    }

    private void quotation(org.jsoup.nodes.Element element, Marks marks) {
        inline.text("\u201c", marks);
        readAll(element.childNodes(), marks);
        inline.text("\u201d", marks);
    }

    private static Marks marked(org.jsoup.nodes.Element element, Marks marks) {
        String name = element.normalName();
        Map<String, String> language = RichTextAttributes.language(element);
        Marks all = language.isEmpty() ? marks : marks.with(Mark.SPAN, language);
        Mark mark = MARKS.get(name);
        if (mark != null) {
            return all.with(mark, mark == Mark.SUP ? footnote(element) : Map.of());
        }
        if (name.equals("a")) {
            Map<String, String> attributes = RichTextAttributes.ofLink(element);
            return attributes.isEmpty() ? all : all.with(Mark.A, attributes);
        }
        if (name.equals("abbr") || name.equals("acronym")) {
            Map<String, String> attributes = new HashMap<>();
            RichTextAttributes.title(element, attributes);
            return all.with(Mark.ABBR, attributes);
        }
        return all;
    }

    /** A footnote mark keeps its place in the text: its own id, or that of the link in it. */
    private static Map<String, String> footnote(org.jsoup.nodes.Element sup) {
        org.jsoup.nodes.Element link = sup.selectFirst("> a[href^=#]");
        Optional<String> id = RichTextAttributes.id(sup);
        if (id.isEmpty() && link != null) {
            id = RichTextAttributes.id(link);
        }
        return id.map(i -> Map.of("id", i)).orElse(Map.of());
    }
}
