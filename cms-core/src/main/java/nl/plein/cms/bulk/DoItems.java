package nl.plein.cms.bulk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.plein.cms.bulk.BulkItem.Did;
import nl.plein.cms.content.ArchiveEntry;
import nl.plein.cms.content.DeleteEntry;
import nl.plein.cms.content.Entries;
import nl.plein.cms.content.EntryRef;
import nl.plein.cms.content.MoveEntry;
import nl.plein.cms.content.TranslationKey;
import nl.plein.cms.kernel.Audience;
import nl.plein.cms.kernel.NotFound;
import nl.plein.cms.kernel.Seen;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.publishing.Closing;
import nl.plein.cms.publishing.PublishEntries;
import nl.plein.cms.publishing.ReopenPublications;
import nl.plein.cms.publishing.ReopenPublications.Open;
import nl.plein.cms.publishing.UnpublishEntries;
import org.jspecify.annotations.Nullable;

/** Does to items what was asked for, by the doors that anybody uses for one alone: they ask whether the caller may. */
@ApplicationScoped
class DoItems {

    @Inject
    Entries entries;

    @Inject
    PublishEntries publishEntries;

    @Inject
    UnpublishEntries unpublishEntries;

    @Inject
    ReopenPublications publications;

    @Inject
    ArchiveEntry archiveEntry;

    @Inject
    DeleteEntry deleteEntry;

    @Inject
    MoveEntry moveEntry;

    @Inject
    ChangeReference changeReference;

    /** @return what was done to each, by the item's id */
    Map<UUID, Did> perform(BulkRef change, List<ItemRef> items) {
        SiteId site = change.site();
        BulkWish wish = change.wish();
        return switch (wish.act()) {
            case PUBLISH, UNPUBLISH -> versions(site, wish.act(), items);
            case ARCHIVE -> each(items, item -> archive(site, item));
            case TRASH -> each(items, item -> trash(site, item));
            case AUDIENCE ->
                each(items, item -> show(site, item, wish.audience().orElseThrow()));
            case ADD_REFERENCE, REMOVE_REFERENCE -> each(items, item -> changeReference.perform(site, wish, item));
            case UNDO -> throw new IllegalArgumentException("an undo is done elsewhere");
        };
    }

    private interface Doing {
        Did perform(ItemRef item);
    }

    private static Map<UUID, Did> each(List<ItemRef> items, Doing doing) {
        Map<UUID, Did> done = new HashMap<>();
        items.forEach(item -> done.put(item.id(), doing.perform(item)));
        return done;
    }

    private Map<UUID, Did> versions(SiteId site, BulkAct act, List<ItemRef> items) {
        List<TranslationKey> keys = items.stream().map(ItemRef::translation).toList();
        Map<TranslationKey, Open> before = publications.open(site, keys);
        if (act == BulkAct.PUBLISH) {
            publishEntries.perform(site, keys);
        } else {
            refuseHidden(keys, before);
            unpublishEntries.perform(site, keys, Closing.SUPERSEDED);
        }
        Map<TranslationKey, Open> after = publications.open(site, keys);
        return each(items, item -> {
            String was = name(before.get(item.translation()));
            String is = name(after.get(item.translation()));
            return was.equals(is) ? Did.NOTHING : new Did(true, was, is);
        });
    }

    /** Together those of which visitors see nothing would be let pass; alone each is refused. */
    private static void refuseHidden(List<TranslationKey> keys, Map<TranslationKey, Open> open) {
        if (keys.size() > 1 && open.size() < keys.size()) {
            throw new NotFound("not-published", "Visitors see nothing of some of these.");
        }
    }

    static String name(@Nullable Open open) {
        return open == null ? "" : open.publication().toString();
    }

    private Did archive(SiteId site, ItemRef item) {
        if (entries.get(site, item.entry()).archivedAt().isPresent()) {
            return Did.NOTHING;
        }
        return new Did(
                true,
                "",
                archiveEntry.perform(site, item.entry(), true, Seen.ANY).tag());
    }

    private Did trash(SiteId site, ItemRef item) {
        if (entries.get(site, item.entry()).deletedAt().isPresent()) {
            return Did.NOTHING;
        }
        deleteEntry.perform(site, item.entry());
        return new Did(true, "", entries.get(site, item.entry()).tag());
    }

    private Did show(SiteId site, ItemRef item, Audience audience) {
        EntryRef before = entries.get(site, item.entry());
        if (before.audience().equals(audience)) {
            return Did.NOTHING;
        }
        moveEntry.perform(site, item.entry(), MoveEntry.To.audience(audience));
        return new Did(
                true, before.audience().value(), entries.get(site, item.entry()).tag());
    }
}
