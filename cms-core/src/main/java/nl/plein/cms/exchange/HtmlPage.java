package nl.plein.cms.exchange;

import java.util.Optional;
import nl.plein.cms.exchange.Archive.Unreadable;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** What is the page's own in an HTML file: a fragment is that as a whole, a document keeps it in its main element. */
final class HtmlPage {

    private static final int MOST_ELEMENTS = 30_000;

    private HtmlPage() {}

    static String content(String html) {
        if (!isDocument(html)) {
            return html;
        }
        Document document = Jsoup.parse(html);
        document.outputSettings().prettyPrint(false);
        Element main = document.selectFirst("main, [role=main], article");
        if (main == null) {
            main = document.body();
            main.select("> header, > nav, > footer").remove();
        }
        return main.html();
    }

    /** Of a document. */
    static Optional<String> title(String html) {
        return isDocument(html)
                ? Optional.of(Jsoup.parse(html).title()).filter(title -> !title.isBlank())
                : Optional.empty();
    }

    /**
     * @throws Unreadable when this is more than anybody writes on one page: it would take a hundred times its length of memory,
     *     and the longer to read
     */
    static void refuseTooMany(String html) {
        int tags = 0;
        for (int at = html.indexOf('<'); at >= 0 && at + 1 < html.length(); at = html.indexOf('<', at + 1)) {
            tags += Character.isLetter(html.charAt(at + 1)) ? 1 : 0;
        }
        if (tags > MOST_ELEMENTS) {
            throw new Unreadable("It has more than " + MOST_ELEMENTS + " elements of HTML.");
        }
    }

    private static boolean isDocument(String html) {
        return html.substring(0, Math.min(html.length(), 2_000)).matches("(?is).*<(html|body|head)[\\s>].*");
    }
}
