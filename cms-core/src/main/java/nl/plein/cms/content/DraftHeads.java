package nl.plein.cms.content;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.plein.cms.kernel.Audience;
import nl.plein.cms.kernel.EntryId;
import nl.plein.cms.kernel.RevisionId;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.tenancy.AgencyData;

/** Which revisions are the newest drafts, and where they stand, without their words. Who may ask is for the caller to say. */
@ApplicationScoped
@Transactional
public class DraftHeads {

    private static final int CHUNK = 1_000;
    private static final String QUERY =
            "select t.entry, t.locale, t.head, e.audience, t.path from Translation t, Entry e"
                    + " where e.id = t.entry and e.site = :site and e.deletedAt is null";

    @Inject
    @AgencyData
    EntityManager data;

    /** @param path empty if the entry has no page */
    public record Head(TranslationKey translation, RevisionId revision, Audience audience, String path) {}

    /** Of a site, without the trash and what was laid aside. */
    public List<Head> all(SiteId site) {
        return heads(data.createQuery(QUERY + " and e.archivedAt is null", Object[].class)
                .setParameter("site", site.value()));
    }

    /** Of these, without the trash. */
    public List<Head> of(SiteId site, Collection<TranslationKey> translations) {
        Set<TranslationKey> wanted = new HashSet<>(translations);
        List<UUID> entries =
                translations.stream().map(key -> key.entry().value()).distinct().toList();
        List<Head> found = new ArrayList<>();
        for (int from = 0; from < entries.size(); from += CHUNK) {
            heads(data.createQuery(QUERY + " and t.entry in :entries", Object[].class)
                            .setParameter("site", site.value())
                            .setParameter("entries", entries.subList(from, Math.min(entries.size(), from + CHUNK))))
                    .stream()
                    .filter(head -> wanted.contains(head.translation()))
                    .forEach(found::add);
        }
        return found;
    }

    private static List<Head> heads(TypedQuery<Object[]> query) {
        return query.getResultStream()
                .map(row -> new Head(
                        new TranslationKey(new EntryId((UUID) row[0]), (String) row[1]),
                        new RevisionId((UUID) row[2]),
                        Audience.of((String) row[3]),
                        (String) row[4]))
                .toList();
    }
}
