package nl.plein.cms.workflow;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.plein.cms.content.EntryErased;
import nl.plein.cms.content.TranslationKey;
import nl.plein.cms.kernel.EntryId;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.tenancy.AgencyData;
import nl.plein.cms.tenancy.SiteDeleted;

/** All steps that were made with translations, whatever the workflow was. */
@ApplicationScoped
@Transactional
class MadeTransitions {

    private static final int CHUNK = 2_000;

    @Inject
    @AgencyData
    EntityManager data;

    /** Oldest first. */
    List<MadeTransition> of(TranslationKey key) {
        return of(List.of(key)).getOrDefault(key, List.of());
    }

    /** Oldest first, for each that has any. One query for each 2,000. */
    Map<TranslationKey, List<MadeTransition>> of(Collection<TranslationKey> keys) {
        List<UUID> entries =
                keys.stream().map(key -> key.entry().value()).distinct().toList();
        Map<TranslationKey, List<MadeTransition>> found = new HashMap<>();
        for (int from = 0; from < entries.size(); from += CHUNK) {
            found.putAll(data.createQuery(
                            "select m from MadeTransition m where m.entry in :entries order by m.number",
                            MadeTransition.class)
                    .setParameter("entries", entries.subList(from, Math.min(entries.size(), from + CHUNK)))
                    .getResultStream()
                    .collect(Collectors.groupingBy(MadeTransition::translation)));
        }
        return found;
    }

    /** Translations that made a step under a workflow. */
    List<TranslationKey> underWay(SiteId site, String workflow) {
        return data.createQuery(
                        "select distinct m.entry, m.locale from MadeTransition m"
                                + " where m.site = :site and m.workflow = :workflow",
                        Object[].class)
                .setParameter("site", site.value())
                .setParameter("workflow", workflow)
                .getResultStream()
                .map(row -> new TranslationKey(new EntryId((UUID) row[0]), (String) row[1]))
                .toList();
    }

    void add(MadeTransition made) {
        data.persist(made);
        data.flush();
    }

    /** What reviewers wrote about words that are gone is gone, too. */
    void forget(@Observes EntryErased erased) {
        data.createQuery("delete from MadeTransition m where m.entry = :entry")
                .setParameter("entry", erased.entry().value())
                .executeUpdate();
    }

    void forget(@Observes SiteDeleted deleted) {
        for (String rows : List.of("MadeTransition", "WorkflowChoice")) {
            data.createQuery("delete from " + rows + " r where r.site = :site")
                    .setParameter("site", deleted.site().id().value())
                    .executeUpdate();
        }
    }
}
