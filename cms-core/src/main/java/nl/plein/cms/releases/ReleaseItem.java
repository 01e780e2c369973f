package nl.plein.cms.releases;

import java.util.List;
import nl.plein.cms.content.TranslationKey;

/** What a release does to one translation. */
public record ReleaseItem(TranslationKey translation, ReleaseAct act) {

    /** Those of one act, in their order. */
    static List<TranslationKey> those(List<ReleaseItem> items, ReleaseAct act) {
        return items.stream()
                .filter(item -> item.act() == act)
                .map(ReleaseItem::translation)
                .toList();
    }
}
