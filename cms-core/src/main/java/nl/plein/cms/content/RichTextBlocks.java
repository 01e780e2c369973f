package nl.plein.cms.content;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.plein.cms.content.RichTextFlow.Scope;
import nl.plein.cms.content.RichTextInline.Marks;
import nl.plein.cms.content.RichTextNode.Element;
import nl.plein.cms.content.RichTextNode.Text;
import nl.plein.cms.model.Addresses;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** Reads one block element. What has nothing to show gives no block. */
final class RichTextBlocks {

    /** The name, until writing, of a list whose items stood without one. */
    static final String LOOSE_ITEMS = "loose-items";

    private static final Set<String> READS = Set.of(
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "p",
            "ul",
            "ol",
            "menu",
            "dir",
            "li",
            "dl",
            "table",
            "figure",
            "blockquote",
            "aside",
            "pre",
            "xmp",
            "listing",
            "plaintext",
            "textarea",
            "details",
            "hr");

    private final Scope scope;
    private final Marks marks;

    RichTextBlocks(Scope scope, Marks marks) {
        this.scope = scope;
        this.marks = marks;
    }

    static boolean reads(String name) {
        return READS.contains(name);
    }

    List<RichTextNode> read(org.jsoup.nodes.Element element) {
        return switch (element.normalName()) {
            case "h1", "h2" -> heading("h2", element);
            case "h3", "h4", "h5", "h6" -> heading(element.normalName(), element);
            case "p" -> paragraph(element);
            case "ul", "menu", "dir" -> list("ul", element);
            case "ol" -> list("ol", element);
            case "li" -> looseItem(element);
            case "dl" -> definitions(element);
            case "table" -> new RichTextTables(scope, marks).read(element);
            case "figure" -> figure(element);
            case "blockquote" -> holder("blockquote", attributes(element), element);
            case "aside" -> callout(element);
            case "details" -> details(element);
            case "hr" -> List.of(new Element("hr", attributes(element), List.of()));
            default -> code(element);
        };
    }

    private Map<String, String> attributes(org.jsoup.nodes.Element element) {
        return RichTextAttributes.ofBlock(element, scope.inherited());
    }

    private List<RichTextNode> heading(String name, org.jsoup.nodes.Element element) {
        List<RichTextNode> line = line(element.childNodes(), marks);
        if (line.isEmpty()) {
            return List.of();
        }
        Map<String, String> attributes = attributes(element);
        if (!attributes.containsKey("id")) {
            anchorIn(element).ifPresent(id -> attributes.put("id", id));
        }
        return List.of(new Element(name, attributes, line));
    }

    /** Old pages name a heading by an anchor in it. */
    private static Optional<String> anchorIn(org.jsoup.nodes.Element heading) {
        return heading.children().stream()
                .filter(child -> child.normalName().equals("a"))
                .map(RichTextAttributes::id)
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** A paragraph; more than one where two line breaks part it or a box stands in it. */
    private List<RichTextNode> paragraph(org.jsoup.nodes.Element element) {
        Map<String, String> attributes = attributes(element);
        RichTextFlow flow = new RichTextFlow(new Scope(true, Map.of(), scope.depth()));
        flow.readAll(element.childNodes(), marks);
        List<RichTextNode> result = new ArrayList<>();
        for (RichTextNode block : flow.blocks()) {
            if (block instanceof Element p && p.is("p") && p.isPlain()) {
                result.add(new Element("p", attributes, p.content()));
                attributes = new HashMap<>(attributes);
                attributes.remove("id");
            } else {
                result.add(block);
            }
        }
        return result;
    }

    private List<RichTextNode> list(String name, org.jsoup.nodes.Element element) {
        Map<String, String> attributes = attributes(element);
        if (name.equals("ol")) {
            RichTextAttributes.ofNumberedList(element, attributes);
        }
        List<RichTextNode> items = new ArrayList<>();
        for (List<Node> nodes : itemsOf(element)) {
            if (nodes.size() == 1 && nodes.get(0) instanceof org.jsoup.nodes.Element li && isItem(li)) {
                items.addAll(item(li, name));
            } else {
                addItem(Map.of(), inside(nodes), items);
            }
        }
        return items.isEmpty() ? List.of() : List.of(new Element(name, attributes, items));
    }

    /** The items, and what stands between them gathered into items of its own. */
    private static List<List<Node>> itemsOf(org.jsoup.nodes.Element list) {
        List<List<Node>> items = new ArrayList<>();
        List<Node> loose = new ArrayList<>();
        for (Node child : list.childNodes()) {
            boolean item = child instanceof org.jsoup.nodes.Element element && isItem(element);
            if (item && !loose.isEmpty()) {
                items.add(loose);
                loose = new ArrayList<>();
            }
            if (item) {
                items.add(List.of(child));
            } else {
                loose.add(child);
            }
        }
        items.add(loose);
        return items;
    }

    private static boolean isItem(org.jsoup.nodes.Element element) {
        return element.normalName().equals("li") && !RichTextFlow.isUnseen(element);
    }

    private List<RichTextNode> item(org.jsoup.nodes.Element li, String list) {
        Map<String, String> attributes = RichTextAttributes.ofBlock(li, Map.of());
        if (list.equals("ol")) {
            RichTextAttributes.number(li, "value", -99_999, 99_999, attributes);
        }
        List<RichTextNode> items = new ArrayList<>();
        addItem(attributes, inside(li.childNodes()), items);
        return items;
    }

    private static void addItem(Map<String, String> attributes, List<RichTextNode> blocks, List<RichTextNode> items) {
        if (!blocks.isEmpty()) {
            items.add(new Element("li", attributes, tight(blocks)));
        }
    }

    /** An item of one paragraph, perhaps followed by lists, has no paragraph inside. */
    private static List<RichTextNode> tight(List<RichTextNode> blocks) {
        boolean onlyLists = blocks.stream()
                .skip(1)
                .allMatch(block -> block instanceof Element list && (list.is("ul") || list.is("ol")));
        return onlyLists ? withBareFirst(blocks) : blocks;
    }

    private static List<RichTextNode> withBareFirst(List<RichTextNode> blocks) {
        List<RichTextNode> content = new ArrayList<>(blocks);
        if (!blocks.isEmpty() && blocks.get(0) instanceof Element p && p.is("p") && p.isPlain()) {
            content.remove(0);
            content.addAll(0, p.content());
        }
        return content;
    }

    /** In a cell or a definition a single paragraph stands bare. */
    static List<RichTextNode> bareIfSingle(List<RichTextNode> blocks) {
        return blocks.size() == 1 ? withBareFirst(blocks) : blocks;
    }

    private List<RichTextNode> looseItem(org.jsoup.nodes.Element li) {
        List<RichTextNode> items = item(li, "ul");
        return items.isEmpty() ? List.of() : List.of(new Element(LOOSE_ITEMS, scope.inherited(), items));
    }

    private List<RichTextNode> definitions(org.jsoup.nodes.Element dl) {
        List<RichTextNode> content = new ArrayList<>();
        dl.childNodes().forEach(part -> addDefinition(part, content));
        return content.isEmpty() ? List.of() : List.of(new Element("dl", attributes(dl), content));
    }

    /** Terms and definitions stand in the list or in boxes in it; anything else there is a definition too. */
    private void addDefinition(Node part, List<RichTextNode> content) {
        if (part.normalName().equals("div")) {
            part.childNodes().forEach(child -> addDefinition(child, content));
            return;
        }
        boolean term = part.normalName().equals("dt");
        boolean known = part instanceof org.jsoup.nodes.Element element
                && (term || part.normalName().equals("dd"))
                && !RichTextFlow.isUnseen(element);
        List<Node> nodes = known ? part.childNodes() : List.of(part);
        List<RichTextNode> words = term ? line(nodes, marks) : bareIfSingle(inside(nodes));
        if (!words.isEmpty()) {
            Map<String, String> attributes =
                    known ? RichTextAttributes.ofBlock((org.jsoup.nodes.Element) part, Map.of()) : Map.of();
            content.add(new Element(term ? "dt" : "dd", attributes, words));
        }
    }

    private List<RichTextNode> box(org.jsoup.nodes.Element element) {
        RichTextFlow flow = new RichTextFlow(scope.with(RichTextAttributes.language(element)));
        flow.readAll(element.childNodes(), marks);
        return flow.blocks();
    }

    private List<RichTextNode> figure(org.jsoup.nodes.Element element) {
        List<Node> shown = new ArrayList<>();
        List<Node> caption = new ArrayList<>();
        for (Node child : element.childNodes()) {
            (child.normalName().equals("figcaption") ? caption : shown).add(child);
        }
        List<RichTextNode> content = new ArrayList<>(bareIfImages(inside(shown)));
        List<RichTextNode> line = line(caption, marks);
        if (content.isEmpty()) {
            return line.isEmpty() ? List.of() : List.of(new Element("p", attributes(element), line));
        }
        if (!line.isEmpty()) {
            content.add(new Element("figcaption", captionLanguage(caption), line));
        }
        return List.of(new Element("figure", attributes(element), content));
    }

    private static Map<String, String> captionLanguage(List<Node> captions) {
        return captions.size() == 1 && captions.get(0) instanceof org.jsoup.nodes.Element caption
                ? RichTextAttributes.ofBlock(caption, Map.of())
                : Map.of();
    }

    private static List<RichTextNode> bareIfImages(List<RichTextNode> blocks) {
        boolean images = blocks.size() == 1
                && blocks.get(0) instanceof Element p
                && p.is("p")
                && p.content().stream().allMatch(RichTextBlocks::isImage);
        return images ? withBareFirst(blocks) : blocks;
    }

    private static boolean isImage(RichTextNode node) {
        if (node instanceof Text text) {
            return text.text().isBlank();
        }
        return node instanceof Element element
                && (element.is("img")
                        || element.is("a") && element.content().stream().allMatch(RichTextBlocks::isImage));
    }

    private List<RichTextNode> callout(org.jsoup.nodes.Element element) {
        Map<String, String> attributes = attributes(element);
        attributes.put("class", "callout");
        attributes.put("data-kind", RichTextAttributes.calloutKind(element));
        return holder("aside", attributes, element);
    }

    private List<RichTextNode> holder(String name, Map<String, String> attributes, org.jsoup.nodes.Element element) {
        List<RichTextNode> content = inside(element.childNodes());
        return content.isEmpty() ? List.of() : List.of(new Element(name, attributes, content));
    }

    private List<RichTextNode> details(org.jsoup.nodes.Element element) {
        List<Node> rest = new ArrayList<>(element.childNodes());
        org.jsoup.nodes.Element summary = element.selectFirst("> summary");
        List<RichTextNode> line = summary == null ? List.of() : line(summary.childNodes(), marks);
        if (summary == null || line.isEmpty()) {
            return box(element);
        }
        rest.remove(summary);
        List<RichTextNode> content = new ArrayList<>();
        content.add(new Element("summary", RichTextAttributes.ofBlock(summary, Map.of()), line));
        content.addAll(inside(rest));
        return List.of(new Element("details", attributes(element), content));
    }

    private List<RichTextNode> code(org.jsoup.nodes.Element element) {
        String text = RichTextReader.readable(preformatted(element))
                .replace("\r\n", "\n")
                .replace('\r', '\n');
        int from = 0;
        int to = text.length();
        while (from < to && text.charAt(from) == '\n') {
            from++;
        }
        while (to > from && Character.isWhitespace(text.charAt(to - 1))) {
            to--;
        }
        if (RichTextInline.isBlank(text)) {
            return List.of();
        }
        Element code =
                new Element("code", RichTextAttributes.ofCode(element), List.of(new Text(text.substring(from, to))));
        return List.of(new Element("pre", attributes(element), List.of(code)));
    }

    private static String preformatted(Node node) {
        if (node instanceof TextNode text) {
            return text.getWholeText();
        }
        if (node instanceof org.jsoup.nodes.Element element && !RichTextFlow.isUnseen(element)) {
            StringBuilder words = new StringBuilder(element.normalName().equals("br") ? "\n" : "");
            element.childNodes().forEach(child -> words.append(preformatted(child)));
            return words.append(element.normalName().equals("div") ? "\n" : "").toString();
        }
        return "";
    }

    private List<RichTextNode> inside(List<Node> nodes) {
        RichTextFlow flow = new RichTextFlow(scope.inside());
        flow.readAll(nodes, marks);
        return flow.blocks();
    }

    private List<RichTextNode> line(List<Node> nodes, Marks around) {
        RichTextFlow flow = new RichTextFlow(scope.line());
        flow.readAll(nodes, around);
        return flow.line();
    }

    /** Where an embedded page, film or sound comes from. */
    static Optional<String> sourceOf(org.jsoup.nodes.Element element) {
        String attribute = element.normalName().equals("object") ? "data" : "src";
        Optional<String> own =
                Addresses.ofLink(element.attr(attribute)).or(() -> Addresses.ofLink(element.attr("data-src")));
        org.jsoup.nodes.Element source = element.selectFirst("> source[src]");
        return own.or(() -> source == null ? Optional.empty() : Addresses.ofLink(source.attr("src")));
    }
}
