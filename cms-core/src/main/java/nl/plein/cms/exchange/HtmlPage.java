package nl.plein.cms.exchange;

import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** What is the page's own in an HTML file: a fragment is that as a whole, a document keeps it in its main element. */
final class HtmlPage {

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

    private static boolean isDocument(String html) {
        return html.substring(0, Math.min(html.length(), 2_000)).matches("(?is).*<(html|body|head)[\\s>].*");
    }
}
