package nl.plein.site.model;

import java.util.List;
import java.util.Optional;
import nl.plein.site.source.AssetFile;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a page can learn about its site. Whatever shapes a page passes through here, so that a recorder put in between knows
 * the page's read set: what has to change before the page has to be made again. A miss is a read too.
 */
public interface Reads {
    /** @param locale the wanted one; an entry without that translation is a miss */
    Optional<Entry> entry(String id, String locale);

    /** What has its page at this path, in any locale. */
    Optional<Entry> at(String path);

    /** The entries that a query wants, in its order. */
    List<Entry> window(EntryQuery query);

    /** The translations of an entry that have a page, in the order of the site's locales. */
    List<Entry> translations(String id);

    /** The file behind an asset id, if something visible here uses it. */
    Optional<AssetFile> asset(String id);

    @Nullable
    Object menu(String name, String locale);

    @Nullable
    Object setting(String key);

    /** The site's own words and locales. A change in them makes every page again, so they need not be written down. */
    Site site();

    /** Says that a page shows this member or field of an entry that it was given. */
    default void field(Entry entry, String name) {}

    /** Says that a page depends on something that lies elsewhere. @param key of {@link ReadKeys} */
    default void note(long key) {}
}
