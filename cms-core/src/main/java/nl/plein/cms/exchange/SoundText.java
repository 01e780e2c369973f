package nl.plein.cms.exchange;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import nl.plein.cms.kernel.Slug;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Rich text in normal form, made fit to stand on a page below its title: headings begin at the second level and never jump,
 * links to headings find them, and every link says something.
 */
final class SoundText {

    private static final int TITLE = 1;
    private static final int DEEPEST = 6;

    private final Document document;
    private final List<String> deadAnchors = new ArrayList<>();

    SoundText(String rich) {
        document = Jsoup.parseBodyFragment(rich);
        document.outputSettings().prettyPrint(false);
        level();
        anchor();
        document.select("a[href]").forEach(SoundText::name);
    }

    String html() {
        return document.body().html();
    }

    /** Links to places in the same text that are not there. */
    List<String> deadAnchors() {
        return deadAnchors;
    }

    /** A heading stands one level below the nearest one before it that was higher. */
    private void level() {
        Deque<Integer> above = new ArrayDeque<>();
        for (Element heading : headings()) {
            int level = heading.normalName().charAt(1) - '0';
            while (!above.isEmpty() && above.peek() >= level) {
                above.pop();
            }
            above.push(level);
            heading.tagName("h" + Math.min(TITLE + above.size(), DEEPEST));
        }
    }

    private void anchor() {
        Set<String> ids = new HashSet<>();
        document.select("[id]").forEach(element -> ids.add(element.id()));
        for (Element link : document.select("a[href^=#]")) {
            String id = link.attr("href").substring(1);
            if (ids.contains(id) || id.isEmpty() || id.equals("top") || link.hasAttr("data-entry")) {
                continue;
            }
            Optional<Element> meant = headings().stream()
                    .filter(heading ->
                            heading.id().isEmpty() && bare(heading.text()).equals(bare(id)))
                    .findFirst();
            if (meant.isPresent()) {
                meant.get().attr("id", id);
                ids.add(id);
            } else if (headings().stream()
                    .noneMatch(heading -> Slug.of(heading.text()).equals(id))) {
                deadAnchors.add("#" + id);
            }
        }
    }

    /** Generators make ids of headings in many ways; their letters and digits are the same. */
    private static String bare(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }

    private static void name(Element link) {
        if (link.text().isBlank() && link.select("img[alt~=\\S]").isEmpty()) {
            link.appendText(link.attr("href").replaceFirst("(?i)^(https?://|mailto:)", ""));
        }
    }

    private List<Element> headings() {
        return document.select("h1,h2,h3,h4,h5,h6");
    }
}
