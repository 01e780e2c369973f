package nl.plein.cms.publishing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.plein.cms.content.TranslationKey;
import nl.plein.cms.kernel.Audience;
import nl.plein.cms.kernel.EntryId;
import nl.plein.cms.kernel.RevisionId;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.tenancy.AgencyData;

/** What visitors see of translations now, by the intervals themselves. Who may ask is for the caller to say. */
@ApplicationScoped
@Transactional
public class OpenPages {

    @Inject
    @AgencyData
    EntityManager data;

    /**
     * @param path        empty if the entry has no page
     * @param contentHash over all that a visitor could notice
     */
    public record Page(RevisionId revision, Audience audience, String path, String contentHash) {

        /** Whether publishing this would show visitors nothing new. */
        boolean isAlready(Publishable draft) {
            return revision.equals(draft.revision()) && contentHash.equals(draft.contentHash());
        }
    }

    /** Without those that visitors don't see. */
    public Map<TranslationKey, Page> of(SiteId site, Collection<TranslationKey> translations) {
        List<UUID> entries =
                translations.stream().map(key -> key.entry().value()).distinct().toList();
        Map<TranslationKey, Page> found = new HashMap<>();
        Ground.inChunks(entries, chunk -> open(site, " and p.entryId in :entries")
                        .setParameter("entries", chunk)
                        .getResultList())
                .forEach(row -> put(row, found));
        found.keySet().retainAll(Set.copyOf(translations));
        return found;
    }

    /** Of all translations that visitors see. */
    public Map<TranslationKey, Page> all(SiteId site) {
        Map<TranslationKey, Page> found = new HashMap<>();
        open(site, "").getResultList().forEach(row -> put(row, found));
        return found;
    }

    private TypedQuery<Object[]> open(SiteId site, String which) {
        return data.createQuery(
                        "select p.entryId, p.locale, p.revision, p.audience, p.path, p.contentHash"
                                + " from PublicationInterval p where p.site = :site and p.span.until = :open" + which,
                        Object[].class)
                .setParameter("site", site.value())
                .setParameter("open", Versions.OPEN);
    }

    private static void put(Object[] row, Map<TranslationKey, Page> found) {
        found.put(
                new TranslationKey(new EntryId((UUID) row[0]), (String) row[1]),
                new Page(
                        new RevisionId((UUID) row[2]), Audience.of((String) row[3]), (String) row[4], (String) row[5]));
    }
}
