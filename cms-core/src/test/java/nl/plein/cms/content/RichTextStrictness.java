package nl.plein.cms.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Element;

/** Judges rich text as a browser would read it, by a list of its own: not by the reader, writer or sanitiser that made it. */
final class RichTextStrictness {

    private static final Set<String> ELEMENTS = Set.of(
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "p",
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
            "a",
            "figure",
            "figcaption",
            "img",
            "aside",
            "blockquote",
            "cite",
            "pre",
            "code",
            "details",
            "summary",
            "abbr",
            "sub",
            "sup",
            "strong",
            "em",
            "s",
            "br",
            "hr",
            "span");
    private static final Set<String> EVERYWHERE = Set.of("id", "lang", "dir");
    private static final Map<String, Set<String>> ATTRIBUTES = Map.of(
            "a", Set.of("href", "data-entry", "data-asset", "title"),
            "img", Set.of("src", "alt", "data-asset", "width", "height"),
            "aside", Set.of("class", "data-kind"),
            "code", Set.of("class"),
            "ol", Set.of("class", "start", "type", "reversed"),
            "li", Set.of("value"),
            "th", Set.of("scope", "colspan", "rowspan"),
            "td", Set.of("colspan", "rowspan"),
            "abbr", Set.of("title"));

    private RichTextStrictness() {}

    static List<String> whatCouldRun(String html) {
        List<String> found = new ArrayList<>();
        for (String frame : List.of("", "<div>", "<table><tr><td>")) {
            for (Element element :
                    Jsoup.parse("<!doctype html><body>" + frame + html).body().select("*")) {
                boolean ours = element.normalName().equals("body") || frame.contains("<" + element.normalName() + ">");
                if (!ELEMENTS.contains(element.normalName()) && !ours) {
                    found.add("element " + element.normalName());
                }
                if (element.childNodes().stream().anyMatch(DataNode.class::isInstance)) {
                    found.add("data in " + element.normalName());
                }
                element.attributes().forEach(attribute -> judge(element, attribute, found));
            }
        }
        return found;
    }

    private static void judge(Element element, Attribute attribute, List<String> found) {
        String name = attribute.getKey();
        Set<String> own = ATTRIBUTES.getOrDefault(element.normalName(), Set.of());
        if (!own.contains(name) && !EVERYWHERE.contains(name)) {
            found.add("attribute " + name + " of " + element.normalName());
        }
        if (name.equals("id") && Set.of("a", "img").contains(element.normalName())) {
            found.add("an id on " + element.normalName());
        }
        if (name.equals("href") || name.equals("src")) {
            String address = attribute.getValue().replaceAll("[\\u0000-\\u0020\\u007f-\\u00a0]", "");
            if (!address.matches("(?s)(?:(?:https?|mailto|tel):.+|[^:]*(?:[/?#].*)?)")
                    || address.matches("(?is)[^/?#]*(script|data|vbscript|file|blob|filesystem|about)\\s*:.*")) {
                found.add("address " + attribute.getValue());
            }
        }
    }
}
