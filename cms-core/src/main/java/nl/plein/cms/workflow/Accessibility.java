package nl.plein.cms.workflow;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** Finds in rich text what keeps people out (WCAG 2.2: 1.1.1, 1.3.1, 2.4.4, 2.4.6). */
@ApplicationScoped
public class Accessibility implements Gate {

    private static final Pattern FILE_NAME =
            Pattern.compile("(?i).*\\.(jpe?g|png|gif|webp|svg)|img[_-]?\\d+|dsc[_-]?\\d+");
    private static final Pattern ADDRESS = Pattern.compile("(?i)(https?://|www\\.)\\S+");

    /** Said alone, they say nothing about where a link leads. */
    private static final Set<String> EMPTY_WORDS = Set.of(
            "klik hier",
            "hier",
            "lees meer",
            "lees verder",
            "meer",
            "meer informatie",
            "link",
            "deze link",
            "deze pagina",
            "via deze link",
            "click here",
            "here",
            "read more",
            "more",
            "more information",
            "this link",
            "this page",
            "this",
            "learn more");

    @Inject
    TextFields textFields;

    @Override
    public String key() {
        return "accessibility";
    }

    @Override
    public List<Reason> findings(Subject subject) {
        return textFields.of(subject.draft()).flatMap(text -> in(text).stream()).toList();
    }

    static List<Reason> in(Texts text) {
        List<Reason> found = new ArrayList<>();
        if (text.isRich()) {
            headings(text, found);
            pictures(text, found);
            links(text, found);
            tables(text, found);
        }
        return found;
    }

    /** The title of the page is its first level; a text begins at the second. */
    private static void headings(Texts text, List<Reason> found) {
        int above = 1;
        for (Element heading : text.body().select("h1, h2, h3, h4, h5, h6")) {
            int level = heading.tagName().charAt(1) - '0';
            String words = shortened(heading.text());
            if (words.isBlank()) {
                found.add(Reason.warning(
                        text.pointer(),
                        "empty-heading",
                        "Hier staat een lege kop: vul hem in of haal hem weg.",
                        "Here is an empty heading: fill it in or take it out."));
            } else if (level > above + 1) {
                found.add(Reason.warning(
                        text.pointer(),
                        "heading-order",
                        "De kop “" + words + "” slaat een niveau over: maak er kop " + (above + 1) + " van.",
                        "The heading “" + words + "” skips a level: make it heading " + (above + 1) + "."));
            }
            above = level;
        }
    }

    private static void pictures(Texts text, List<Reason> found) {
        for (Element picture : text.body().select("img")) {
            String alt = picture.attr("alt").strip();
            if (alt.isEmpty()) {
                found.add(Reason.warning(
                        text.pointer(),
                        "alt-missing",
                        "Een afbeelding heeft geen beschrijving: schrijf wat erop te zien is, tenzij zij alleen versiert.",
                        "A picture has no description: write what it shows, unless it only decorates."));
            } else if (FILE_NAME.matcher(alt).matches()) {
                found.add(Reason.warning(
                        text.pointer(),
                        "alt-is-file-name",
                        "De beschrijving “" + shortened(alt)
                                + "” is de naam van een bestand: schrijf wat er te zien is.",
                        "The description “" + shortened(alt)
                                + "” is the name of a file: write what the picture shows."));
            }
        }
    }

    private static void links(Texts text, List<Reason> found) {
        for (Element link : text.body().select("a[href], a[data-entry], a[data-asset]")) {
            String words = link.text().strip();
            String plain = shortened(words).toLowerCase(Locale.ROOT).replaceAll("[\\p{P}>»›→\\s]+$", "");
            if (words.isEmpty() && link.select("img[alt]:not([alt=''])").isEmpty()) {
                found.add(Reason.warning(
                        text.pointer(),
                        "link-without-text",
                        "Een link heeft geen tekst: schrijf waar hij heen leidt.",
                        "A link has no text: write where it leads."));
            } else if (EMPTY_WORDS.contains(plain)) {
                found.add(Reason.warning(
                        text.pointer(),
                        "link-text",
                        "De link “" + words + "” zegt niet waar hij heen leidt: noem de pagina of wat men er kan doen.",
                        "The link “" + words
                                + "” does not say where it leads: name the page or what one can do there."));
            } else if (ADDRESS.matcher(words).matches()) {
                found.add(Reason.warning(
                        text.pointer(),
                        "link-is-address",
                        "De link “" + shortened(words) + "” is een webadres: schrijf in woorden waar hij heen leidt.",
                        "The link “" + shortened(words) + "” is a web address: write in words where it leads."));
            }
        }
    }

    private static void tables(Texts text, List<Reason> found) {
        for (Element table : text.body().select("table")) {
            if (table.select("th").isEmpty()) {
                found.add(Reason.warning(
                        text.pointer(),
                        "table-without-headers",
                        "Een tabel heeft geen kopcellen: maak van de eerste rij of kolom koppen.",
                        "A table has no header cells: make headers of its first row or column."));
            }
        }
    }

    private static String shortened(String words) {
        return words.length() <= 60 ? words : words.substring(0, words.offsetByCodePoints(0, 25)) + "…";
    }
}
