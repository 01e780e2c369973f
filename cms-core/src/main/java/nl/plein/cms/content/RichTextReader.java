package nl.plein.cms.content;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import nl.plein.cms.content.RichTextNode.Element;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;

/** Reads any HTML, as a browser would, into the blocks of the normal form. */
final class RichTextReader {

    private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final int DEEPEST = 100;

    private RichTextReader() {}

    static List<RichTextNode> read(String html) {
        RichTextFlow flow = new RichTextFlow(RichTextFlow.Scope.OUTERMOST);
        flow.readAll(parse(html).body().childNodes(), RichTextInline.Marks.NONE);
        return withSingleIds(flow.blocks(), new HashSet<>());
    }

    static Document parse(String html) {
        Parser parser = Parser.htmlParser();
        parser.setMaxDepth(DEEPEST);
        return parser.parseInput("<!doctype html><html><head></head><body>" + html, "");
    }

    static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    static String uuid(String text) {
        String trimmed = text.strip();
        return isId(trimmed) ? UUID.fromString(trimmed).toString() : "";
    }

    /** Without characters that XML 1.0, JSON tools or browsers refuse: controls, half surrogates, non-characters. */
    static String readable(String html) {
        if (isPlain(html) || html.codePoints().allMatch(RichTextReader::isReadable)) {
            return html;
        }
        StringBuilder out = new StringBuilder(html.length());
        html.codePoints().filter(RichTextReader::isReadable).forEach(out::appendCodePoint);
        return out.toString();
    }

    /** The usual case, quickly: letters of ASCII and Latin-1. */
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c > 0xff || c < 0x20 && c != '\n' && c != '\t' && c != '\r' || c >= 0x7f && c < 0xa0) {
                return false;
            }
        }
        return true;
    }

    static boolean isReadable(int c) {
        return c == '\t' || c == '\n' || c == '\r' || (c >= 0x20 && c < 0x7f) || (c >= 0xa0 && isCharacter(c));
    }

    private static boolean isCharacter(int c) {
        return !(c >= 0xd800 && c <= 0xdfff) && !(c >= 0xfdd0 && c <= 0xfdef) && (c & 0xfffe) != 0xfffe;
    }

    /** The words of a text in normal form (or of any other HTML), a line for each block. */
    static String words(String html) {
        StringBuilder out = new StringBuilder();
        words(parse(html).body(), out);
        return out.toString().strip();
    }

    private static void words(Node node, StringBuilder out) {
        if (node instanceof TextNode text) {
            String words = text.getWholeText();
            org.jsoup.nodes.Element around = text.parent();
            boolean preformatted = around != null && around.closest("pre") != null;
            words = preformatted ? words : words.replaceAll("[ \\t\\r\\n\\f]+", " ");
            boolean atStart = out.isEmpty() || out.charAt(out.length() - 1) == '\n';
            out.append(atStart && !preformatted ? words.stripLeading() : words);
        } else if (node instanceof org.jsoup.nodes.Element element && !RichTextFlow.isUnseen(element)) {
            boolean line = element.isBlock() || element.normalName().equals("br");
            lineBreak(line, out);
            element.childNodes().forEach(child -> words(child, out));
            lineBreak(line, out);
            if (element.normalName().equals("td") || element.normalName().equals("th")) {
                out.append(' ');
            }
        }
    }

    private static void lineBreak(boolean line, StringBuilder out) {
        if (line && !out.isEmpty()) {
            int end = out.length();
            while (end > 0 && out.charAt(end - 1) == ' ') {
                end--;
            }
            out.setLength(end);
            if (end > 0 && out.charAt(end - 1) != '\n') {
                out.append('\n');
            }
        }
    }

    private static List<RichTextNode> withSingleIds(List<RichTextNode> nodes, Set<String> seen) {
        List<RichTextNode> result = new ArrayList<>();
        for (RichTextNode node : nodes) {
            if (node instanceof Element element) {
                java.util.Map<String, String> attributes = element.attributes();
                String id = attributes.get("id");
                if (id != null && !seen.add(id)) {
                    attributes = new java.util.HashMap<>(attributes);
                    attributes.remove("id");
                }
                result.add(new Element(element.name(), attributes, withSingleIds(element.content(), seen)));
            } else {
                result.add(node);
            }
        }
        return result;
    }

    static String lower(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }
}
