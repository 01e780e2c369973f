package nl.plein.cms.previews;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.people.Access;
import nl.plein.cms.people.Permission;
import nl.plein.cms.tenancy.AgencyData;
import nl.plein.cms.tenancy.SiteDeleted;

/** All links of the agency, also those that are over. */
@ApplicationScoped
@Transactional
public class Previews {

    @Inject
    @AgencyData
    EntityManager data;

    @Inject
    Access access;

    /** @throws nl.plein.cms.kernel.NotFound {@code unknown-preview} */
    public Preview get(SiteId site, PreviewId id) {
        access.require(Permission.CONTENT_WRITE, site);
        return find(site, id).orElseThrow(PreviewId::unknown);
    }

    /** Newest first, by keyset: give the last one of the page before. */
    public List<Preview> page(SiteId site, Optional<UUID> before, int most) {
        access.require(Permission.CONTENT_WRITE, site);
        TypedQuery<Preview> query = data.createQuery(
                        "select p from Preview p where p.site = :site" + (before.isEmpty() ? "" : " and p.id < :before")
                                + " order by p.id desc",
                        Preview.class)
                .setParameter("site", site.value())
                .setMaxResults(most);
        before.ifPresent(last -> query.setParameter("before", last));
        return query.getResultList();
    }

    Optional<Preview> find(SiteId site, PreviewId id) {
        return Optional.ofNullable(data.find(Preview.class, id.value()))
                .filter(found -> found.site().equals(site));
    }

    void forget(@Observes SiteDeleted deleted) {
        data.createQuery("delete from Preview p where p.site = :site")
                .setParameter("site", deleted.site().id().value())
                .executeUpdate();
    }
}
