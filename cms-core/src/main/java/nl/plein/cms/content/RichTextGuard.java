package nl.plein.cms.content;

import java.util.regex.Pattern;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/** The sanitiser that all rich text passes: a second opinion, by other people, on what our reader lets through. */
final class RichTextGuard {

    private static final Pattern ID = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}_.:-]{0,99}");
    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,6}");
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*");
    private static final String[] BLOCKS = {
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
        "figure",
        "figcaption",
        "aside",
        "blockquote",
        "pre",
        "details",
        "summary",
        "hr"
    };
    private static final String[] INLINE = {
        "a", "img", "cite", "code", "abbr", "sub", "sup", "strong", "em", "s", "br", "span"
    };

    private static final PolicyFactory POLICY = new HtmlPolicyBuilder()
            .allowElements(BLOCKS)
            .allowElements(INLINE)
            .allowWithoutAttributes(BLOCKS)
            .allowWithoutAttributes(INLINE)
            .allowUrlProtocols("http", "https", "mailto", "tel")
            .allowAttributes("href")
            .onElements("a")
            .allowAttributes("src", "alt")
            .onElements("img")
            .allowAttributes("title")
            .onElements("a", "abbr")
            .allowAttributes("data-entry")
            .matching(UUID)
            .onElements("a")
            .allowAttributes("data-asset")
            .matching(UUID)
            .onElements("a", "img")
            .allowAttributes("data-kind")
            .matching(Pattern.compile("[a-z][a-z0-9-]{0,30}"))
            .onElements("aside")
            .allowAttributes("class")
            .matching(Pattern.compile("callout|footnotes|language-[a-z0-9+#-]{1,30}"))
            .onElements("aside", "ol", "code")
            .allowAttributes("id")
            .matching(ID)
            .onElements(with("sup"))
            .allowAttributes("lang")
            .matching(LANGUAGE)
            .onElements(with("span"))
            .allowAttributes("dir")
            .matching(Pattern.compile("ltr|rtl|auto"))
            .onElements(with("span"))
            .allowAttributes("width", "height")
            .matching(NUMBER)
            .onElements("img")
            .allowAttributes("start", "type", "reversed")
            .matching(Pattern.compile("-?[0-9]{1,6}|[aAiI]|reversed"))
            .onElements("ol")
            .allowAttributes("value")
            .matching(NUMBER)
            .onElements("li")
            .allowAttributes("scope")
            .matching(Pattern.compile("col|row|colgroup|rowgroup"))
            .onElements("th")
            .allowAttributes("colspan", "rowspan")
            .matching(NUMBER)
            .onElements("th", "td")
            .toFactory();

    private RichTextGuard() {}

    static String sanitise(String html) {
        return POLICY.sanitize(html);
    }

    private static String[] with(String inline) {
        String[] all = java.util.Arrays.copyOf(BLOCKS, BLOCKS.length + 1);
        all[BLOCKS.length] = inline;
        return all;
    }
}
