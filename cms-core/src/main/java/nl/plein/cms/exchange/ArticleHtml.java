package nl.plein.cms.exchange;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.plein.cms.content.RichText;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/** Turns the body of a source file into rich text, and notes what of it could not be kept. */
final class ArticleHtml {

    private static final String NO_WORDS = "script,style,template,noscript,head,title";

    private static final Pattern OWN_ID = Pattern.compile("(?s)(.*?)\\s*\\{:?\\s*#([\\w-]+)\\s*\\}\\s*");

    private final Function<String, LinkMeaning> links;
    private final Function<String, Optional<UUID>> pictureAt;
    private final Function<String, Optional<String>> onSource;
    private final List<String> notes;
    private final Set<String> missing = new LinkedHashSet<>();

    /**
     * @param pictureAt the asset that an image inside the archive means
     * @param onSource  where a picture that the archive lacks is to be seen
     */
    ArticleHtml(
            Function<String, LinkMeaning> links,
            Function<String, Optional<UUID>> pictureAt,
            Function<String, Optional<String>> onSource,
            List<String> notes) {
        this.links = links;
        this.pictureAt = pictureAt;
        this.onSource = onSource;
        this.notes = notes;
    }

    /** @return rich text in normal form, with headings, anchors and links that stand on a page below its title */
    String richText(String html) {
        Document document = Jsoup.parseBodyFragment(html);
        document.outputSettings().prettyPrint(false);
        dropCode(document);
        document.select("h1,h2,h3,h4,h5,h6").forEach(ArticleHtml::ownId);
        document.select("img").forEach(this::picture);
        document.select("a[href]").forEach(this::link);
        String rich = RichText.normalise(document.body().html());
        noteLostWords(document.body().text(), RichText.text(rich));
        var mended = new SoundText(rich);
        missing.addAll(mended.deadAnchors());
        return RichText.normalise(mended.html());
    }

    /** Addresses, as they were written, of what the source's own site should have had and the archive has not. */
    Set<String> missing() {
        return missing;
    }

    private void dropCode(Document document) {
        var dropped = new LinkedHashMap<String, Integer>();
        for (Element element : document.body().select(NO_WORDS)) {
            dropped.merge(element.normalName(), 1, Integer::sum);
            element.remove();
        }
        dropped.forEach((name, count) -> notes.add("Left out: " + count + " <" + name + ">."));
    }

    /** {@code ## Prepare {#prepare}}, as Hugo and Kramdown write the id of a heading. */
    private static void ownId(Element heading) {
        if (heading.lastChild() instanceof TextNode last) {
            Matcher written = OWN_ID.matcher(last.getWholeText());
            if (written.matches()) {
                heading.attr("id", written.group(2));
                last.text(written.group(1));
            }
        }
    }

    private void link(Element link) {
        String href = link.attr("href").strip();
        LinkMeaning meaning = links.apply(href);
        nameOf(link, href);
        if (meaning.isMissing()) {
            missing.add(href);
        }
        link.attr("href", meaning.href());
        meaning.entry().ifPresent(entry -> link.attr("data-entry", entry.toString()));
        meaning.asset().ifPresent(asset -> link.attr("data-asset", asset.toString()));
        if (meaning.href().isEmpty()) {
            link.removeAttr("href");
        }
    }

    /** A link that shows nothing, or only a picture without words, is named by its address. */
    private static void nameOf(Element link, String href) {
        if (!link.text().isBlank() || !link.select("img[alt~=\\S]").isEmpty() || href.isEmpty()) {
            return;
        }
        String name = href.replaceFirst("(?i)^(https?://|mailto:)", "");
        Element image = link.selectFirst("img");
        if (image == null) {
            link.appendText(name);
        } else {
            image.attr("alt", name);
        }
    }

    /** A picture that is not in the archive is shown by the source's site, or becomes its alternative text. */
    private void picture(Element picture) {
        String source = picture.attr("src").strip();
        Optional<UUID> asset = pictureAt.apply(source);
        if (asset.isEmpty() && source.matches("(?i)(https?:)?//.*")) {
            return;
        }
        if (asset.isPresent()) {
            picture.removeAttr("src");
            picture.attr("data-asset", asset.get().toString());
            return;
        }
        Optional<String> there = source.isEmpty() ? Optional.empty() : onSource.apply(source);
        if (there.isPresent()) {
            picture.attr("src", there.get());
            notes.add("The picture " + shortened(source) + " is not in the archive; it points at " + there.get() + ".");
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
