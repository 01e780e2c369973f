package nl.plein.cms.content;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.plein.cms.kernel.EntryId;
import nl.plein.cms.kernel.RevisionId;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.tenancy.AgencyData;

/** What publishing tells content: which revision visitors see, and since when a translation was ever seen. Called after
 *  the version is made, so that the site is not locked for it. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class PublishedMarks {

    private static final int CHUNK = 1_000;

    @Inject
    @AgencyData
    EntityManager data;

    @Inject
    Event<DraftsSeen> seen;

    /** These drafts became visible, as they were read. */
    public void published(SiteId site, Collection<Draft> drafts, Instant at) {
        visible(site, drafts.stream().map(Draft::revision).toList(), at);
    }

    /** These revisions are what visitors see; a newer draft stays a draft. Idempotent. */
    public void visible(SiteId site, Collection<RevisionId> visible, Instant at) {
        List<UUID> revisions = visible.stream().map(RevisionId::value).toList();
        chunks(revisions, some -> {
            data.createQuery("update Revision r set r.kept = :always where r.kept = :awhile and r.id in :revisions")
                    .setParameter("always", Revision.ALWAYS)
                    .setParameter("awhile", Revision.AWHILE)
                    .setParameter("revisions", some)
                    .executeUpdate();
            List<UUID> newest = new ArrayList<>();
            List<TranslationKey> keys = new ArrayList<>();
            List<UUID> all = new ArrayList<>();
            for (Object[] row : translationsOf(site, some)) {
                all.add((UUID) row[0]);
                if (row[1].equals(row[2])) {
                    newest.add((UUID) row[0]);
                    keys.add(new TranslationKey(new EntryId((UUID) row[3]), (String) row[4]));
                } else {
                    mark("t.publishedRevision = :value", "", (UUID) row[1], List.of((UUID) row[0]));
                }
            }
            mark("t.firstPublishedAt = :value", " and t.firstPublishedAt is null", at, all);
            mark("t.publishedRevision = t.head", " and t.site = :value", site.value(), newest);
            takeFromArchive(all);
            if (!keys.isEmpty()) {
                seen.fire(new DraftsSeen(site, keys));
            }
        });
    }

    private void takeFromArchive(List<UUID> translations) {
        if (!translations.isEmpty()) {
            data.createQuery("update Entry e set e.archivedAt = null where e.archivedAt is not null"
                            + " and e.id in (select t.entry from Translation t where t.id in :translations)")
                    .setParameter("translations", translations)
                    .executeUpdate();
        }
    }

    private List<Object[]> translationsOf(SiteId site, List<UUID> revisions) {
        return data.createQuery(
                        "select t.id, r.id, t.head, t.entry, t.locale from Revision r, Translation t"
                                + " where t.id = r.translation and t.site = :site and r.id in :revisions",
                        Object[].class)
                .setParameter("site", site.value())
                .setParameter("revisions", revisions)
                .getResultList();
    }

    private void mark(String change, String only, Object value, List<UUID> translations) {
        if (!translations.isEmpty()) {
            data.createQuery("update Translation t set " + change + " where t.id in :translations" + only)
                    .setParameter("value", value)
                    .setParameter("translations", translations)
                    .executeUpdate();
        }
    }

    /** These translations are visible no more. */
    public void unpublished(SiteId site, Collection<TranslationKey> keys) {
        Map<String, List<UUID>> byLocale = new HashMap<>();
        keys.forEach(key -> byLocale.computeIfAbsent(key.locale(), locale -> new ArrayList<>())
                .add(key.entry().value()));
        byLocale.forEach((locale, entries) -> chunks(entries, some -> data.createQuery(
                        "update Translation t set t.publishedRevision = :none where t.site = :site"
                                + " and t.locale = :locale and t.entry in :entries")
                .setParameter("none", NoId.NONE)
                .setParameter("site", site.value())
                .setParameter("locale", locale)
                .setParameter("entries", some)
                .executeUpdate()));
    }

    private interface Work {
        void on(List<UUID> some);
    }

    private static void chunks(List<UUID> all, Work work) {
        for (int from = 0; from < all.size(); from += CHUNK) {
            work.on(all.subList(from, Math.min(all.size(), from + CHUNK)));
        }
    }
}
