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
     *     and the longer to read. Two braces cost as much as an element: the sanitiser parts them by one, so that they are no
     *     template.
     */
    static void refuseTooMany(String html) {
        int costly = 0;
        for (int at = 0; at + 1 < html.length(); at++) {
            char here = html.charAt(at);
            char next = html.charAt(at + 1);
            costly += here == '<' && Character.isLetter(next) || here == '{' && next == '{' ? 1 : 0;
        }
        if (costly > MOST_ELEMENTS) {
            throw new Unreadable("It has more than " + MOST_ELEMENTS + " elements of HTML, or pairs of braces.");
        }
    }

    private static boolean isDocument(String html) {
        return html.substring(0, Math.min(html.length(), 2_000)).matches("(?is).*<(html|body|head)[\\s>].*");
    }
}
