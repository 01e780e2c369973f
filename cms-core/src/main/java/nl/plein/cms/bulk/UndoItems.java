package nl.plein.cms.bulk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.plein.cms.bulk.BulkItem.Did;
import nl.plein.cms.content.ArchiveEntry;
import nl.plein.cms.content.Entries;
import nl.plein.cms.content.EntryRef;
import nl.plein.cms.content.MoveEntry;
import nl.plein.cms.content.RestoreEntry;
import nl.plein.cms.content.TranslationKey;
import nl.plein.cms.content.Translations;
import nl.plein.cms.kernel.Audience;
import nl.plein.cms.kernel.Conflict;
import nl.plein.cms.kernel.Seen;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.publishing.Closing;
import nl.plein.cms.publishing.ReopenPublications;
import nl.plein.cms.publishing.ReopenPublications.Open;
import nl.plein.cms.publishing.UnpublishEntries;

/** Brings back what a change made of items, of those that are still as it made them. */
@ApplicationScoped
class UndoItems {

    @Inject
    Entries entries;

    @Inject
    Translations translations;

    @Inject
    UnpublishEntries unpublishEntries;

    @Inject
    ReopenPublications publications;

    @Inject
    ArchiveEntry archiveEntry;

    @Inject
    RestoreEntry restoreEntry;

    @Inject
    MoveEntry moveEntry;

    @Inject
    ChangeReference changeReference;

    /**
     * @param change what is undone
     * @return what was done to each, by the item's id
     * @throws Conflict {@code changed-since} if one of them is not as the change left it
     */
    Map<UUID, Did> perform(BulkRef change, List<ItemRef> items) {
        SiteId site = change.site();
        switch (change.wish().act()) {
            case PUBLISH, UNPUBLISH -> showAsBefore(site, items);
            case ARCHIVE -> items.forEach(item -> takeBack(site, item));
            case TRASH -> items.forEach(item -> restoreEntry.perform(site, item.entry(), unchanged(site, item)));
            case AUDIENCE ->
                items.forEach(item -> moveEntry.perform(
                        site, item.entry(), MoveEntry.To.audience(Audience.of(item.before())), unchanged(site, item)));
            case ADD_REFERENCE, REMOVE_REFERENCE -> items.forEach(item -> putBack(change, item));
            case UNDO -> throw new IllegalArgumentException("an undo can't be undone");
        }
        Map<UUID, Did> done = new HashMap<>();
        items.forEach(item -> done.put(item.id(), new Did(true, item.before(), item.after())));
        return done;
    }

    private void showAsBefore(SiteId site, List<ItemRef> items) {
        Map<TranslationKey, Open> open =
                publications.open(site, items.stream().map(ItemRef::translation).toList());
        List<TranslationKey> hidden = new ArrayList<>();
        Map<TranslationKey, UUID> shown = new HashMap<>();
        for (ItemRef item : items) {
            TranslationKey key = item.translation();
            if (!DoItems.name(open.get(key)).equals(item.after())) {
                throw changedSince();
            }
            if (item.before().isEmpty()) {
                hidden.add(key);
            } else {
                shown.put(key, UUID.fromString(item.before()));
            }
        }
        if (!hidden.isEmpty()) {
            unpublishEntries.perform(site, hidden, Closing.SUPERSEDED);
        }
        if (!shown.isEmpty()) {
            publications.perform(site, shown);
        }
    }

    private void takeBack(SiteId site, ItemRef item) {
        Seen seen = unchanged(site, item);
        if (entries.get(site, item.entry()).archivedAt().isEmpty()) {
            throw changedSince();
        }
        archiveEntry.perform(site, item.entry(), false, seen);
    }

    private void putBack(BulkRef change, ItemRef item) {
        String head = translations.get(change.site(), item.translation()).head().toString();
        if (!head.equals(item.after())) {
            throw changedSince();
        }
        changeReference.putBack(change.site(), change.wish().field().orElseThrow(), item);
    }

    private Seen unchanged(SiteId site, ItemRef item) {
        if (entries.find(site, item.entry())
                .map(EntryRef::tag)
                .filter(item.after()::equals)
                .isEmpty()) {
            throw changedSince();
        }
        return Seen.of(item.after());
    }

    private static Conflict changedSince() {
        return new Conflict(
                "changed-since",
                "Somebody changed this after the job: it stays as it is. Look at it, and change it by hand if you want to.");
    }
}
