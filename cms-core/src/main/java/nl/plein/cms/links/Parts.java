package nl.plein.cms.links;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import nl.plein.cms.kernel.Slug;
import nl.plein.cms.model.FieldKind;
import nl.plein.cms.model.FieldValue;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import tools.jackson.databind.JsonNode;

/** The parts of a page that a link can lead to with {@code #}: ids in its texts, its headings, its blocks. */
final class Parts {

    static final Set<FieldKind> KINDS = Set.of(FieldKind.RICH_TEXT, FieldKind.BLOCKS);

    /** What templates have: their own ids begin with an underscore, but for these. Every browser knows the top. */
    private static final Set<String> OF_TEMPLATES = Set.of("top", "comments", "main", "content");

    /** Of headings that say the same the second one gets a number. */
    private static final Pattern NUMBER = Pattern.compile("-[0-9]{1,4}$");

    private final Set<String> ids = new HashSet<>();
    private final Set<String> headings = new HashSet<>();

    private Parts() {}

    /** @param values of {@link #KINDS} */
    static Parts in(List<FieldValue> values) {
        Parts parts = new Parts();
        for (FieldValue value : values) {
            if (value.field().kind() == FieldKind.RICH_TEXT) {
                parts.addText(value.value().asString(""));
            } else {
                for (JsonNode block : value.value()) {
                    parts.ids.add(block.path("id").asString(""));
                }
            }
        }
        return parts;
    }

    private void addText(String html) {
        for (Element element : Jsoup.parseBodyFragment(html).body().select("[id], h1, h2, h3, h4, h5, h6")) {
            if (element.hasAttr("id")) {
                ids.add(element.id());
            } else {
                headings.add(Slug.of(element.text()));
            }
        }
    }

    /** @param part decoded, without {@code #} */
    boolean have(String part) {
        return part.isEmpty()
                || part.startsWith("_")
                || part.startsWith(":~:") // words that the browser looks for
                || OF_TEMPLATES.contains(part)
                || ids.contains(part)
                || headings.contains(part)
                || headings.contains(NUMBER.matcher(part).replaceFirst(""));
    }
}
