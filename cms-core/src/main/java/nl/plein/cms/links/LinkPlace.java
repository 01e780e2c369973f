package nl.plein.cms.links;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import nl.plein.cms.kernel.EntryId;
import nl.plein.cms.model.FieldKind;
import nl.plein.cms.model.FieldValue;
import nl.plein.cms.workflow.Reason;
import nl.plein.cms.workflow.Severity;
import nl.plein.cms.workflow.Words;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import tools.jackson.databind.JsonNode;

/**
 * A link in a draft.
 *
 * @param pointer JSON Pointer of its field
 * @param words   what is read; may be empty
 * @param entry   what it leads to, if it names an entry
 * @param href    an address; with an entry only {@code #part} or nothing
 */
record LinkPlace(String pointer, String words, Optional<EntryId> entry, String href) {

    static final Set<FieldKind> KINDS = Set.of(FieldKind.RICH_TEXT, FieldKind.LINK);

    private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final int MOST_WORDS = 60;
    private static final int MOST_OF_ADDRESS = 100;

    /** @param values of {@link #KINDS} */
    static List<LinkPlace> in(List<FieldValue> values) {
        List<LinkPlace> places = new ArrayList<>();
        for (FieldValue value : values) {
            if (value.field().kind() == FieldKind.LINK) {
                JsonNode link = value.value();
                places.add(of(value.pointer(), text(link, "label"), text(link, "entry"), text(link, "href")));
            } else {
                inText(value.pointer(), value.value().asString(""), places);
            }
        }
        return places;
    }

    private static void inText(String pointer, String html, List<LinkPlace> places) {
        if (!html.contains("<a ")) {
            return;
        }
        for (Element link : Jsoup.parseBodyFragment(html).body().select("a[href]")) {
            places.add(of(pointer, link.text().strip(), link.attr("data-entry"), link.attr("href")));
        }
    }

    private static LinkPlace of(String pointer, String words, String entry, String href) {
        Optional<EntryId> id = Optional.of(entry)
                .filter(text -> ID.matcher(text).matches())
                .map(text -> new EntryId(UUID.fromString(text)));
        return new LinkPlace(pointer, words, id, href.strip());
    }

    private static String text(JsonNode link, String member) {
        return link.path(member).asString("");
    }

    /** @param nl what comes after the name of the link */
    Reason reason(String code, String nl, String en) {
        String name = "“" + shortened(words.isEmpty() ? href : words, MOST_WORDS) + "”";
        return new Reason(
                pointer,
                code,
                Severity.WARNING,
                new Words("De link " + name + " " + nl, "The link " + name + " " + en));
    }

    /** As it is told to people. */
    static String shownAddress(String address) {
        return shortened(address, MOST_OF_ADDRESS);
    }

    private static String shortened(String text, int most) {
        return text.length() <= most ? text : text.substring(0, text.offsetByCodePoints(0, most / 2)) + "…";
    }
}
