package nl.plein.cms.exchange;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.plein.cms.kernel.EntryId;
import nl.plein.cms.kernel.Slug;
import org.jsoup.Jsoup;

/**
 * Parts of pages that links between the texts of an import lead to, and whether they are there. Of each part that is there it
 * keeps a number, not its name: two parts in a hundred thousand may be taken for each other without harm.
 */
final class Anchors {

    private static final Pattern PART = Pattern.compile(" id=\"([^\"]+)\"");

    /** Pages give a heading without an id one of its words. */
    private static final Pattern HEADING = Pattern.compile("(?s)<h[2-6](?![^>]* id=)[^>]*>(.*?)</h[2-6]>");

    private static final Pattern LINK =
            Pattern.compile("<a (?=[^>]*data-entry=\"([0-9a-f-]{36})\")(?=[^>]*href=\"#([^\"]+)\")");
    private static final int MOST = 20_000;

    private record Link(String file, UUID entry, String part) {}

    private final Set<Long> parts = new HashSet<>();
    private final Set<UUID> seen = new HashSet<>();
    private final List<Link> links = new ArrayList<>();

    /** @param body rich text in normal form */
    void add(String file, EntryId entry, String body) {
        seen.add(entry.value());
        Matcher part = PART.matcher(body);
        while (part.find()) {
            parts.add(number(entry.value(), part.group(1)));
        }
        Matcher heading = HEADING.matcher(body);
        while (heading.find()) {
            String words = Jsoup.parseBodyFragment(heading.group(1)).text();
            parts.add(number(entry.value(), Slug.of(words)));
        }
        Matcher link = LINK.matcher(body);
        while (link.find() && links.size() < MOST) {
            links.add(new Link(file, UUID.fromString(link.group(1)), link.group(2)));
        }
    }

    /** One sentence for each link to a part that its page, which the same import made, does not have. */
    List<String> dead() {
        return links.stream()
                .filter(link -> seen.contains(link.entry()) && !parts.contains(number(link.entry(), link.part())))
                .map(link -> "The link to #" + link.part() + " in " + link.file()
                        + " leads to a part that its page does not have.")
                .distinct()
                .toList();
    }

    private static Long number(UUID entry, String part) {
        return entry.getMostSignificantBits() * 31 + entry.getLeastSignificantBits() ^ (long) part.hashCode() << 17;
    }
}
