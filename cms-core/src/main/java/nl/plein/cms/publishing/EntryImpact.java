package nl.plein.cms.publishing;

import java.util.List;
import java.util.Optional;
import nl.plein.cms.content.TranslationKey;
import nl.plein.cms.kernel.Audience;
import nl.plein.cms.kernel.Finding;

/**
 * What an act with an entry would mean. What the one who asks may not see is counted, not named.
 *
 * @param obstacle     why the act would be refused now; the rest tells what it would mean without it
 * @param addresses    that visitors know, or will know, of the translations in question
 * @param redirects    that lead to the entry now, by their paths
 * @param givingWay    redirects and tombstones that would go, since a page takes their place
 * @param linkedFrom   pages that name the entry
 * @param draftsLinking drafts that name it
 * @param menus        that name it, by their keys
 * @param translations all of the entry, in question or not
 * @param under        entries that lie under it
 * @param moving       pages that would move along, or be moved
 * @param lists        in which visitors may find it
 * @param named        pages that it names, which may list it
 */
public record EntryImpact(
        Optional<Obstacle> obstacle,
        List<Address> addresses,
        List<String> redirects,
        List<String> givingWay,
        Named<PageRef> linkedFrom,
        Named<DraftLink> draftsLinking,
        List<String> menus,
        List<Locale> translations,
        long under,
        List<Moving> moving,
        List<Listed> lists,
        Named<PageRef> named) {

    /** Named at most. */
    public static final int MOST = 50;

    public EntryImpact {
        addresses = List.copyOf(addresses);
        redirects = List.copyOf(redirects);
        givingWay = List.copyOf(givingWay);
        menus = List.copyOf(menus);
        translations = List.copyOf(translations);
        moving = List.copyOf(moving);
        lists = List.copyOf(lists);
    }

    public record Obstacle(String code, String message, List<Finding> findings) {

        public Obstacle {
            findings = List.copyOf(findings);
        }
    }

    /** What an address leaves behind. */
    public enum Trace {
        /** It stays what it is, or begins. */
        NONE,
        /** It leads to where the page is now; whoever publishes can decline it. */
        REDIRECT,
        /** It says that the page is gone. */
        TOMBSTONE
    }

    /**
     * @param from where visitors find it; empty if nowhere
     * @param to   where they would find it; empty if nowhere
     * @param trace at {@code from}
     */
    public record Address(String locale, Audience audience, Optional<String> from, Optional<String> to, Trace trace) {}

    /** @param total with those that are not named @param hidden not named since the one who asks may not see them */
    public record Named<T>(List<T> items, long total, long hidden) {

        public Named {
            items = List.copyOf(items);
        }
    }

    /** @param place JSON Pointer into its fields */
    public record DraftLink(TranslationKey translation, String title, String place) {}

    /** @param path of the draft's page; empty if it has none */
    public record Locale(String locale, String title, String path, boolean published) {}

    /** @param from of the draft's page, @param published whether visitors see it there */
    public record Moving(TranslationKey translation, String from, String to, boolean published) {}

    /** @param entries of this type and locale that visitors see */
    public record Listed(String type, String locale, long entries) {}
}
