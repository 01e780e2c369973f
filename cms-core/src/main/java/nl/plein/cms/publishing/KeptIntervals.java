package nl.plein.cms.publishing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.plein.cms.kernel.EntryId;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.tenancy.AgencyData;

/** Publications as intervals, seen by nobody in particular: for followers that keep them, never for an answer. */
@ApplicationScoped
@Transactional
public class KeptIntervals {

    @Inject
    @AgencyData
    EntityManager data;

    @Inject
    Publications publications;

    /**
     * Entries of which something is open, or was closed with a version later than {@code since}; those with the newest ids
     * first, so that an index has in front what most lists begin with.
     *
     * @param after the last one of the page before
     */
    public List<EntryId> entries(SiteId site, long since, Optional<EntryId> after, int most) {
        TypedQuery<UUID> query = data.createQuery(
                        "select distinct p.entryId from PublicationInterval p where p.site = :site and p.span.until > :since"
                                + (after.isPresent() ? " and p.entryId < :after" : "") + " order by p.entryId desc",
                        UUID.class)
                .setParameter("site", site.value())
                .setParameter("since", since)
                .setMaxResults(most);
        after.ifPresent(entry -> query.setParameter("after", entry.value()));
        return query.getResultStream().map(EntryId::new).toList();
    }

    /** All intervals of these entries that are open, or were closed with a version later than {@code since}. */
    public List<Publication> ofEntries(SiteId site, Collection<EntryId> entries, long since) {
        List<UUID> ids = entries.stream().map(EntryId::value).distinct().toList();
        return publications.withWords(Ground.inChunks(ids, chunk -> data.createQuery(
                        "select p from PublicationInterval p where p.site = :site and p.entryId in :entries"
                                + " and p.span.until > :since",
                        PublicationInterval.class)
                .setHint("eclipselink.read-only", true)
                .setParameter("site", site.value())
                .setParameter("entries", chunk)
                .setParameter("since", since)
                .getResultList()));
    }
}
