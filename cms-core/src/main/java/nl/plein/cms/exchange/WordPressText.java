package nl.plein.cms.exchange;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/**
 * The text of a WordPress item as HTML: shortcodes that mean a caption, a gallery, a link or a player are understood, marks of
 * blocks go, and lines become paragraphs where the editor of that time kept them as lines.
 */
final class WordPressText {

    /** @param caption HTML; may be empty */
    record Picture(String address, String alt, String caption) {}

    private static final String NAMES =
            "caption|wp_caption|gallery|embed|audio|video|playlist|youtube|vimeo|soundcloud";
    private static final Pattern SHORTCODE = Pattern.compile(
            "(?s)(?<!\\[)\\[(" + NAMES + ")\\b([^\\]]{0,2000})\\](?:((?:(?!\\[/?\\1\\b).){0,20000}?)\\[/\\1\\])?");
    private static final Pattern OTHER_SHORTCODE =
            Pattern.compile("(?<!\\[)\\[([a-z][a-z0-9_-]{2,40})(?:\\s+[a-z_-]+=[^\\]]{1,500})\\]");
    private static final Pattern ATTRIBUTE =
            Pattern.compile("([A-Za-z0-9_-]+)\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)'|([^\\s\"']+))");
    private static final Pattern BLOCK = Pattern.compile("wp:([a-z0-9/-]+)");
    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s<>\"]+");
    private static final Set<String> CONTAINERS =
            Set.of("body", "div", "blockquote", "section", "article", "aside", "main");

    private final Function<String, Optional<Picture>> byId;
    private final List<Picture> ofItem;
    private final Set<String> notes = new LinkedHashSet<>();

    /**
     * @param byId   an attachment of the export
     * @param ofItem the pictures that were uploaded for this item
     */
    WordPressText(Function<String, Optional<Picture>> byId, List<Picture> ofItem) {
        this.byId = byId;
        this.ofItem = ofItem;
    }

    Set<String> notes() {
        return notes;
    }

    String html(String source) {
        boolean hasBlocks = source.contains("<!-- wp:");
        Document document = Jsoup.parseBodyFragment(shortcodes(source.replace("\r\n", "\n")));
        document.outputSettings().prettyPrint(false);
        dropMarks(document.body());
        if (!hasBlocks) {
            paragraphs(document.body());
        }
        document.select("p, figure, div").forEach(WordPressText::linked);
        return document.body().html();
    }

    private String shortcodes(String source) {
        Matcher matcher = SHORTCODE.matcher(source);
        var out = new StringBuilder();
        while (matcher.find()) {
            String inside = matcher.group(3) == null ? "" : matcher.group(3);
            if (out.length() > MarkdownHtml.LONGEST) {
                notes.add("Its galleries make it too long; some were left out.");
                return out.append(source, matcher.end(), source.length()).toString();
            }
            String html = shortcode(matcher.group(1), matcher.group(2), inside);
            matcher.appendReplacement(out, Matcher.quoteReplacement(html));
        }
        String understood = matcher.appendTail(out).toString();
        Matcher other = OTHER_SHORTCODE.matcher(understood);
        while (other.find()) {
            notes.add("Not understood and left in the text: [" + other.group(1) + " …]");
        }
        return understood;
    }

    private String shortcode(String name, String attributes, String inside) {
        Map<String, String> named = attributes(attributes);
        return switch (name) {
            case "caption", "wp_caption" -> caption(named, inside);
            case "gallery" -> gallery(named);
            case "audio", "video" -> link(player(named, attributes, inside));
            case "embed", "youtube", "vimeo", "soundcloud" -> link(player(named, attributes, inside));
            default -> {
                notes.add("The " + name + " was left out.");
                yield "";
            }
        };
    }

    private static String caption(Map<String, String> named, String inside) {
        Document document = Jsoup.parseBodyFragment(inside);
        document.outputSettings().prettyPrint(false);
        Element picture = document.selectFirst("a:has(img), img");
        if (picture == null) {
            return inside;
        }
        picture.remove();
        String words = document.body().html().strip();
        String caption = words.isEmpty() ? named.getOrDefault("caption", "") : words;
        return figure(picture.outerHtml(), caption);
    }

    private String gallery(Map<String, String> named) {
        String ids = named.getOrDefault("ids", named.getOrDefault("include", ""));
        List<Picture> pictures = new ArrayList<>();
        if (ids.isEmpty()) {
            pictures.addAll(ofItem);
        }
        for (String id : ids.split("[,\\s]+")) {
            Optional<Picture> picture = id.isEmpty() ? Optional.empty() : byId.apply(id);
            picture.ifPresent(pictures::add);
            if (!id.isEmpty() && picture.isEmpty()) {
                notes.add("The picture " + id + " of a gallery is not in the export.");
            }
        }
        var html = new StringBuilder("\n\n");
        for (Picture picture : pictures) {
            html.append(figure(
                            "<img src=\"" + Entities.escape(picture.address()) + "\" alt=\""
                                    + Entities.escape(picture.alt()) + "\">",
                            picture.caption()))
                    .append('\n');
        }
        return html.append('\n').toString();
    }

    private static String figure(String picture, String caption) {
        return "\n\n<figure>" + picture + (caption.isEmpty() ? "" : "<figcaption>" + caption + "</figcaption>")
                + "</figure>\n\n";
    }

    private static String player(Map<String, String> named, String attributes, String inside) {
        for (String key :
                List.of("src", "url", "mp3", "mp4", "m4v", "m4a", "ogg", "ogv", "wav", "webm", "flv", "wmv")) {
            if (named.containsKey(key)) {
                return named.get(key);
            }
        }
        Matcher address = ADDRESS.matcher(inside.isBlank() ? attributes : inside);
        return address.find() ? address.group() : "";
    }

    private static String link(String address) {
        return address.isEmpty()
                ? ""
                : "\n\n<a href=\"" + Entities.escape(address) + "\">" + Entities.escape(address) + "</a>\n\n";
    }

    private static Map<String, String> attributes(String text) {
        Map<String, String> named = new LinkedHashMap<>();
        Matcher matcher = ATTRIBUTE.matcher(text);
        while (matcher.find()) {
            String value = matcher.group(2) != null
                    ? matcher.group(2)
                    : matcher.group(3) != null ? matcher.group(3) : matcher.group(4);
            named.putIfAbsent(matcher.group(1), value);
        }
        return named;
    }

    /** Marks of blocks and of the editor; a block without HTML of its own is named. */
    private void dropMarks(Element body) {
        List<Comment> marks = new ArrayList<>();
        body.forEachNode(node -> {
            if (node instanceof Comment mark) {
                marks.add(mark);
            }
        });
        for (Comment mark : marks) {
            String text = mark.getData().strip();
            Matcher block = BLOCK.matcher(text);
            if (block.lookingAt() && text.endsWith("/")) {
                notes.add("The block \"" + block.group(1) + "\" shows something of WordPress itself; it was left out.");
            }
            mark.remove();
        }
    }

    /** As WordPress does it when it shows such a text: an empty line ends a paragraph, a line end is a line end. */
    private static void paragraphs(Element container) {
        List<Node> run = new ArrayList<>();
        for (Node node : List.copyOf(container.childNodes())) {
            boolean isBlock = node instanceof Element element && element.isBlock();
            if (!isBlock) {
                run.add(node);
                continue;
            }
            wrap(container, run, node);
            Element element = (Element) node;
            if (CONTAINERS.contains(element.normalName())) {
                paragraphs(element);
            } else if (element.normalName().equals("p")) {
                breakLines(element);
            }
        }
        wrap(container, run, null);
    }

    private static void wrap(Element container, List<Node> run, @Nullable Node before) {
        Element paragraph = new Element("p");
        List<Element> paragraphs = new ArrayList<>(List.of(paragraph));
        for (Node node : run) {
            node.remove();
            if (!(node instanceof TextNode text)) {
                paragraph.appendChild(node);
                continue;
            }
            String[] parts = text.getWholeText().split("\\n[ \\t]*\\n\\s*", -1);
            for (int i = 0; i < parts.length; i++) {
                if (i > 0) {
                    paragraph = new Element("p");
                    paragraphs.add(paragraph);
                }
                paragraph.appendChild(new TextNode(parts[i]));
            }
        }
        run.clear();
        for (Element made : paragraphs) {
            if (made.text().isBlank() && made.select("img, a[href], iframe, br").isEmpty()) {
                continue;
            }
            breakLines(made);
            if (before == null) {
                container.appendChild(made);
            } else {
                before.before(made);
            }
        }
    }

    private static void breakLines(Element paragraph) {
        List<TextNode> texts = new ArrayList<>();
        paragraph.forEachNode(node -> {
            if (node instanceof TextNode text) {
                texts.add(text);
            }
        });
        for (int i = 0; i < texts.size(); i++) {
            TextNode text = texts.get(i);
            String whole = text.getWholeText();
            whole = i == 0 ? whole.stripLeading() : whole;
            whole = i == texts.size() - 1 ? whole.stripTrailing() : whole;
            String[] lines = whole.split("\\n", -1);
            for (int line = 0; line < lines.length; line++) {
                if (line > 0 && !(text.previousSibling() instanceof Element before && before.nameIs("br"))) {
                    text.before(new Element("br"));
                }
                text.before(new TextNode(lines[line]));
            }
            text.remove();
        }
    }

    /** An address that stands alone was shown as what it leads to; it becomes a link. */
    private static void linked(Element element) {
        for (TextNode text : List.copyOf(element.textNodes())) {
            String address = text.text().strip();
            if (ADDRESS.matcher(address).matches()) {
                text.before(new Element("a").attr("href", address).text(address));
                text.remove();
            }
        }
    }
}
