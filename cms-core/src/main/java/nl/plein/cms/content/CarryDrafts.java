package nl.plein.cms.content;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import nl.plein.cms.kernel.EntryId;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.model.ContentType;
import nl.plein.cms.model.ContentTypes;
import nl.plein.cms.tenancy.AgencyData;

/**
 * Writes drafts anew by the fields that their type has by now, a batch at a time: each that says it otherwise gets a revision,
 * so that what it said stays in its history. The trash included. Idempotent; what somebody saves meanwhile is taken as it is.
 */
@ApplicationScoped
public class CarryDrafts {

    private static final int ENTRIES = 100;

    @Inject
    @AgencyData
    EntityManager data;

    @Inject
    ContentSites sites;

    @Inject
    ContentTypes types;

    @Inject
    StoredTexts texts;

    @Inject
    Payloads payloads;

    @Inject
    Instance<Revisions> allRevisions;

    /**
     * @param last    the entry after which the next batch begins; empty after the last one
     * @param looked  entries
     * @param carried drafts that got a revision
     */
    public record Batch(Optional<EntryId> last, int looked, int carried) {}

    /** In a transaction of its own. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public Batch perform(SiteId site, String key, Optional<EntryId> after) {
        sites.forWriting(site);
        List<UUID> entries =
                texts.entriesAfter(site, key, after.map(EntryId::value).orElse(NoId.NONE), ENTRIES);
        if (entries.isEmpty()) {
            return new Batch(Optional.empty(), 0, 0);
        }
        int carried = carry(types.get(key), entries);
        return new Batch(Optional.of(new EntryId(entries.get(entries.size() - 1))), entries.size(), carried);
    }

    /** Whether drafts of this type were written under an older version of the model than this. */
    @Transactional
    public boolean anyBefore(SiteId site, String type, long model) {
        return !data.createQuery(
                        "select r.id from Entry e, Translation t, Revision r where e.site = :site and e.type = :type"
                                + " and t.entry = e.id and r.id = t.head and r.model < :model",
                        UUID.class)
                .setParameter("site", site.value())
                .setParameter("type", type)
                .setParameter("model", model)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    private int carry(ContentType type, List<UUID> ofEntries) {
        List<Translation> translations = data.createQuery(
                        "select t from Translation t where t.entry in :entries order by t.entry, t.locale",
                        Translation.class)
                .setParameter("entries", ofEntries)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
        Map<UUID, Revision> heads = heads(translations);
        Map<UUID, Entry> entries = entries(ofEntries);
        List<UUID> same = new ArrayList<>();
        int carried = 0;
        try (Instance.Handle<Revisions> revisions = allRevisions.getHandle()) {
            for (Translation translation : translations) {
                Revision head = heads.get(translation.head().value());
                if (head == null || head.payloadHash().isEmpty()) {
                    continue; // it is written by today's fields, or erased
                }
                Payload payload = payloads.carried(type, head.payload(), head.model());
                if (payload.hash().equals(head.payloadHash()) && translation.isCalled(payload.title())) {
                    same.add(head.id());
                } else {
                    Entry entry = Objects.requireNonNull(entries.get(translation.entry()));
                    revisions.get().carry(entry, translation, payload);
                    carried++;
                }
            }
            revisions.get().flush();
        }
        isSaidBy(same);
        return carried;
    }

    /** Drafts that today's fields say as they are. */
    private void isSaidBy(List<UUID> same) {
        if (!same.isEmpty()) {
            data.createQuery("update Revision r set r.model = :now where r.id in :same")
                    .setParameter("now", types.version())
                    .setParameter("same", same)
                    .executeUpdate();
        }
    }

    private Map<UUID, Revision> heads(List<Translation> translations) {
        Map<UUID, Revision> heads = new HashMap<>();
        if (!translations.isEmpty()) {
            data.createQuery("select r from Revision r where r.id in :heads and r.model < :now", Revision.class)
                    .setParameter(
                            "heads",
                            translations.stream().map(one -> one.head().value()).toList())
                    .setParameter("now", types.version())
                    .getResultList()
                    .forEach(head -> heads.put(head.id(), head));
        }
        return heads;
    }

    private Map<UUID, Entry> entries(List<UUID> ids) {
        Map<UUID, Entry> entries = new HashMap<>();
        data.createQuery("select e from Entry e where e.id in :ids", Entry.class)
                .setParameter("ids", ids)
                .getResultList()
                .forEach(entry -> entries.put(entry.id(), entry));
        return entries;
    }
}
