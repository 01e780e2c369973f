package nl.plein.cms.content;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.tenancy.AgencyData;

/** What publishing tells content: which revision visitors see, and since when a translation was ever seen. Called in
 *  publishing's own transaction. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class PublishedMarks {

    private static final int CHUNK = 1_000;

    @Inject
    @AgencyData
    EntityManager data;

    /** These drafts became visible, as they were read; a newer draft stays a draft. */
    public void published(SiteId site, Collection<Draft> drafts, Instant at) {
        List<UUID> revisions =
                drafts.stream().map(draft -> draft.revision().value()).toList();
        chunks(revisions, some -> {
            data.createQuery("update Translation t set t.firstPublishedAt = :at where t.site = :site"
                            + " and t.firstPublishedAt is null"
                            + " and t.id in (select r.translation from Revision r where r.id in :revisions)")
                    .setParameter("at", at)
                    .setParameter("site", site.value())
                    .setParameter("revisions", some)
                    .executeUpdate();
            data.createQuery("update Translation t set t.publishedRevision ="
                            + " (select r.id from Revision r where r.translation = t.id and r.id in :revisions)"
                            + " where t.site = :site and t.id in"
                            + " (select q.translation from Revision q where q.id in :revisions)")
                    .setParameter("site", site.value())
                    .setParameter("revisions", some)
                    .executeUpdate();
        });
    }

    /** These translations are visible no more. */
    public void unpublished(SiteId site, Collection<TranslationKey> keys) {
        Map<String, List<UUID>> byLocale = new HashMap<>();
        keys.forEach(key -> byLocale.computeIfAbsent(key.locale(), locale -> new java.util.ArrayList<>())
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
