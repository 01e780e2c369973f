package nl.plein.api.delivery;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.plein.cms.kernel.AssetId;
import nl.plein.cms.kernel.EntryId;
import nl.plein.cms.media.AssetRef;
import nl.plein.cms.publishing.PageRef;
import org.jspecify.annotations.Nullable;

/** Everything that a batch of payloads points to and that the viewer may see, read beforehand. */
record Targets(Map<EntryId, List<PageRef>> pages, Map<AssetId, AssetRef> assets, List<String> locales) {

    static Targets of(List<PageRef> pages, Map<AssetId, AssetRef> assets, List<String> locales) {
        var byEntry = new HashMap<EntryId, List<PageRef>>();
        for (PageRef page : pages) {
            byEntry.computeIfAbsent(page.entry(), id -> new java.util.ArrayList<>())
                    .add(page);
        }
        return new Targets(byEntry, assets, locales);
    }

    /** In this locale if there is such a translation, else in the first of the site's locales that has one. */
    Optional<PageRef> page(EntryId entry, String locale) {
        List<PageRef> translations = pages.getOrDefault(entry, List.of());
        PageRef found = in(translations, locale);
        for (int i = 0; found == null && i < locales.size(); i++) {
            found = in(translations, locales.get(i));
        }
        return Optional.ofNullable(found);
    }

    /** The narrowest, or the first of equals. */
    private static @Nullable PageRef in(List<PageRef> translations, String locale) {
        PageRef found = null;
        for (PageRef page : translations) {
            if (page.locale().equals(locale)
                    && (found == null
                            || page.audience().narrowness() > found.audience().narrowness())) {
                found = page;
            }
        }
        return found;
    }
}
