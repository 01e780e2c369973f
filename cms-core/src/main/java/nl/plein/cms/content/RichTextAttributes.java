package nl.plein.cms.content;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.plein.cms.model.Addresses;
import org.jsoup.nodes.Element;

/** Which attributes the normal form keeps of a foreign element, and how it writes their values. */
final class RichTextAttributes {

    private static final Pattern ID = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}_.:-]{0,99}");
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*");
    private static final Pattern KIND = Pattern.compile("[a-z][a-z0-9-]{0,30}");
    private static final Pattern PROGRAMMING_LANGUAGE =
            Pattern.compile("(?:^|\\s)(?:language|lang|highlight-source)-([a-z0-9+#-]{1,30})(?:\\s|$)");
    private static final Set<String> DIRECTIONS = Set.of("ltr", "rtl", "auto");
    private static final Set<String> SCOPES = Set.of("col", "row", "colgroup", "rowgroup");
    private static final Set<String> NUMBERINGS = Set.of("a", "A", "i", "I");

    /** Names that a script would rather find in the document or a form than an element of ours (DOM clobbering). */
    private static final Set<String> TAKEN_IDS = Set.of(
            "__proto__",
            "constructor",
            "prototype",
            "action",
            "attributes",
            "body",
            "childNodes",
            "children",
            "cookie",
            "defaultView",
            "document",
            "documentElement",
            "domain",
            "elements",
            "firstChild",
            "forms",
            "head",
            "images",
            "innerHTML",
            "lastChild",
            "links",
            "location",
            "method",
            "name",
            "nodeName",
            "nodeType",
            "outerHTML",
            "ownerDocument",
            "parentNode",
            "referrer",
            "scripts",
            "self",
            "submit",
            "target",
            "textContent",
            "top",
            "window");

    private RichTextAttributes() {}

    static Map<String, String> ofBlock(Element element, Map<String, String> inherited) {
        Map<String, String> attributes = new HashMap<>(inherited);
        attributes.putAll(language(element));
        id(element).ifPresent(id -> attributes.put("id", id));
        return attributes;
    }

    static Map<String, String> language(Element element) {
        Map<String, String> attributes = new LinkedHashMap<>();
        String language = element.hasAttr("lang") ? element.attr("lang").strip() : "";
        if (LANGUAGE.matcher(language).matches()) {
            attributes.put("lang", language);
        }
        String direction = element.hasAttr("dir") ? RichTextReader.lower(element.attr("dir")) : "";
        if (DIRECTIONS.contains(direction)) {
            attributes.put("dir", direction);
        }
        return attributes;
    }

    static Optional<String> id(Element element) {
        String id = element.attr("id").strip();
        if (id.isEmpty() && element.normalName().equals("a")) {
            id = element.attr("name").strip();
        }
        return ID.matcher(id).matches() ? Optional.of(ownId(id)) : Optional.empty();
    }

    private static String ownId(String id) {
        return TAKEN_IDS.contains(id) ? "s-" + id : id;
    }

    /** Of a link; empty if it leads nowhere. */
    static Map<String, String> ofLink(Element element) {
        Map<String, String> attributes = new HashMap<>();
        String entry = RichTextReader.uuid(element.attr("data-entry"));
        String asset = RichTextReader.uuid(element.attr("data-asset"));
        Optional<String> address =
                Addresses.ofLink(element.attr("href")).map(a -> a.startsWith("#") ? "#" + ownId(a.substring(1)) : a);
        if (!entry.isEmpty()) {
            attributes.put("data-entry", entry);
            address.filter(a -> a.startsWith("#")).ifPresent(a -> attributes.put("href", a));
        } else if (!asset.isEmpty()) {
            attributes.put("data-asset", asset);
        } else {
            address.ifPresent(a -> attributes.put("href", a));
        }
        if (!attributes.isEmpty()) {
            title(element, attributes);
        }
        return attributes;
    }

    static void title(Element element, Map<String, String> attributes) {
        String title = oneLine(element.attr("title"));
        if (!title.isEmpty()) {
            attributes.put("title", title);
        }
    }

    /** Of an image; empty if there is nothing to show. */
    static Map<String, String> ofImage(Element element) {
        Map<String, String> attributes = new HashMap<>();
        String asset = RichTextReader.uuid(element.attr("data-asset"));
        if (!asset.isEmpty()) {
            attributes.put("data-asset", asset);
        } else {
            Addresses.ofImage(element.attr("src"))
                    .or(() -> Addresses.ofImage(element.attr("data-src")))
                    .ifPresent(address -> attributes.put("src", address));
        }
        if (!attributes.isEmpty()) {
            attributes.put("alt", oneLine(element.attr("alt")));
            number(element, "width", 1, 20_000, attributes);
            number(element, "height", 1, 20_000, attributes);
        }
        return attributes;
    }

    static Map<String, String> ofCell(Element element, Map<String, String> attributes) {
        number(element, "colspan", 2, 1_000, attributes);
        number(element, "rowspan", 2, 1_000, attributes);
        String scope = RichTextReader.lower(element.attr("scope"));
        if (element.normalName().equals("th") && SCOPES.contains(scope)) {
            attributes.put("scope", scope);
        }
        return attributes;
    }

    static Map<String, String> ofNumberedList(Element element, Map<String, String> attributes) {
        number(element, "start", -99_999, 99_999, attributes);
        attributes.remove("start", "1");
        if (NUMBERINGS.contains(element.attr("type").strip())) {
            attributes.put("type", element.attr("type").strip());
        }
        if (element.hasAttr("reversed")) {
            attributes.put("reversed", "reversed");
        }
        if (isFootnotes(element) || isFootnotes(outside(element))) {
            attributes.put("class", "footnotes");
        }
        return attributes;
    }

    private static Element outside(Element element) {
        Element parent = element.parent();
        return parent == null ? element : parent;
    }

    private static boolean isFootnotes(Element element) {
        return element.hasClass("footnotes") || element.attr("role").equals("doc-endnotes");
    }

    static String calloutKind(Element element) {
        String kind = RichTextReader.lower(element.attr("data-kind"));
        return KIND.matcher(kind).matches() ? kind : "info";
    }

    /** The class of a code block, {@code language-java}, found on the element, its only child or the boxes around it. */
    static Map<String, String> ofCode(Element pre) {
        Element code = pre.selectFirst("> code");
        for (Element place : new Element[] {code == null ? pre : code, pre, parent(pre), parent(parent(pre))}) {
            Matcher matcher = PROGRAMMING_LANGUAGE.matcher(RichTextReader.lower(place.className()));
            if (matcher.find()) {
                return Map.of("class", "language-" + matcher.group(1));
            }
        }
        return Map.of();
    }

    private static Element parent(Element element) {
        Element parent = element.parent();
        return parent == null || !parent.normalName().equals("div") ? element : parent;
    }

    static void number(Element element, String name, int least, int most, Map<String, String> attributes) {
        String value = element.attr(name).strip();
        value = value.endsWith("px") ? value.substring(0, value.length() - 2) : value;
        if (value.matches("-?[0-9]{1,6}")) {
            int number = Integer.parseInt(value);
            if (number >= least && number <= most) {
                attributes.put(name, Integer.toString(number));
            }
        }
    }

    private static String oneLine(String text) {
        if (text.isEmpty()) {
            return text;
        }
        StringBuilder words = new StringBuilder();
        text.codePoints()
                .map(c -> c < 0x20 ? ' ' : c)
                .filter(RichTextReader::isReadable)
                .forEach(words::appendCodePoint);
        return words.toString().replaceAll(" {2,}", " ").strip();
    }
}
