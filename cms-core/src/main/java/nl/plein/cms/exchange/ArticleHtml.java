package nl.plein.cms.exchange;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import nl.plein.cms.content.RichText;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/** Turns the body of a source file into rich text, and notes what of it could not be kept. */
final class ArticleHtml {

    private static final String NO_WORDS = "script,style,template,noscript,head,title";

    private final Function<String, Optional<UUID>> entryAt;
    private final Function<String, Optional<UUID>> pictureAt;
    private final List<String> notes;

    /**
     * @param entryAt   the entry that a link inside the archive means
     * @param pictureAt the asset that an image inside the archive means
     */
    ArticleHtml(
            Function<String, Optional<UUID>> entryAt, Function<String, Optional<UUID>> pictureAt, List<String> notes) {
        this.entryAt = entryAt;
        this.pictureAt = pictureAt;
        this.notes = notes;
    }

    /** @return rich text in normal form */
    String richText(String html) {
        Document document = Jsoup.parseBodyFragment(html);
        document.outputSettings().prettyPrint(false);
        dropCode(document);
        document.select("a[href]").forEach(this::link);
        document.select("img").forEach(this::picture);
        String rich = RichText.normalise(document.body().html());
        noteLostWords(document.body().text(), RichText.text(rich));
        return rich;
    }

    private void dropCode(Document document) {
        var dropped = new LinkedHashMap<String, Integer>();
        for (Element element : document.body().select(NO_WORDS)) {
            dropped.merge(element.normalName(), 1, Integer::sum);
            element.remove();
        }
        dropped.forEach((name, count) -> notes.add("Left out: " + count + " <" + name + ">."));
    }

    private void link(Element link) {
        String href = link.attr("href").strip();
        entryAt.apply(href).ifPresent(entry -> {
            link.removeAttr("href");
            link.attr("data-entry", entry.toString());
        });
    }

    /** A picture that is not in the archive becomes its alternative text, so that no page shows a hole. */
    private void picture(Element picture) {
        String source = picture.attr("src").strip();
        if (source.matches("(?i)(https?:)?//.*")) {
            return;
        }
        Optional<UUID> asset = pictureAt.apply(source);
        if (asset.isPresent()) {
            picture.removeAttr("src");
            picture.attr("data-asset", asset.get().toString());
            return;
        }
        String alt = picture.attr("alt").strip();
        notes.add("The picture " + shortened(source) + " is not in the archive"
                + (alt.isEmpty() ? "; it was left out." : "; its description stands in its place."));
        if (alt.isEmpty()) {
            picture.remove();
        } else {
            picture.replaceWith(new Element("em").appendChild(new TextNode(alt)));
        }
    }

    private void noteLostWords(String before, String after) {
        Map<String, Integer> left = words(after);
        var lost = new LinkedHashMap<String, Integer>();
        int count = 0;
        for (String word : before.split("[^\\p{L}\\p{N}]+")) {
            if (!word.isEmpty() && left.merge(word, -1, Integer::sum) < 0) {
                lost.merge(word, 1, Integer::sum);
                count++;
            }
        }
        if (count > 0) {
            String some = String.join(" ", lost.keySet().stream().limit(12).toList());
            notes.add("Words that rich text does not hold: " + count + " (" + some + (lost.size() > 12 ? " …" : "")
                    + ").");
        }
    }

    private static Map<String, Integer> words(String text) {
        var words = new HashMap<String, Integer>();
        for (String word : text.split("[^\\p{L}\\p{N}]+")) {
            words.merge(word, 1, Integer::sum);
        }
        return words;
    }

    private static String shortened(String text) {
        return text.length() <= 100 ? text : text.substring(0, 99) + "…";
    }
}
