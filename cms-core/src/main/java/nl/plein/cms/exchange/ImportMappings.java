package nl.plein.cms.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import nl.plein.cms.kernel.NotFound;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.people.Access;
import nl.plein.cms.people.Permission;
import nl.plein.cms.tenancy.AgencyData;
import nl.plein.cms.tenancy.SiteDeleted;

/** The mappings that a site keeps. */
@ApplicationScoped
@Transactional
public class ImportMappings {

    @Inject
    @AgencyData
    EntityManager data;

    @Inject
    Access access;

    /** In the order of their names. */
    public List<NamedMapping> all(SiteId site) {
        access.require(Permission.CONTENT_WRITE, site);
        return data.createQuery(
                        "select m from StoredMapping m where m.site = :site order by m.name", StoredMapping.class)
                .setParameter("site", site.value())
                .getResultStream()
                .map(StoredMapping::named)
                .toList();
    }

    /** @throws NotFound {@code unknown-mapping} */
    public NamedMapping get(SiteId site, String name) {
        access.require(Permission.CONTENT_WRITE, site);
        return row(site, name).map(StoredMapping::named).orElseThrow(() -> unknown(name));
    }

    public Optional<NamedMapping> find(SiteId site, String name) {
        access.require(Permission.CONTENT_WRITE, site);
        return row(site, name).map(StoredMapping::named);
    }

    Optional<StoredMapping> row(SiteId site, String name) {
        return rows(site, name).getResultStream().findFirst();
    }

    /** Nobody else changes it until this transaction ends. */
    Optional<StoredMapping> locked(SiteId site, String name) {
        return rows(site, name)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst();
    }

    private TypedQuery<StoredMapping> rows(SiteId site, String name) {
        return data.createQuery(
                        "select m from StoredMapping m where m.site = :site and m.name = :name", StoredMapping.class)
                .setParameter("site", site.value())
                .setParameter("name", name);
    }

    void forget(@Observes SiteDeleted deleted) {
        data.createQuery("delete from StoredMapping m where m.site = :site")
                .setParameter("site", deleted.site().id().value())
                .executeUpdate();
    }

    static NotFound unknown(String name) {
        return new NotFound(
                "unknown-mapping",
                "This site keeps no mapping \"" + ImportLine.shortened(name)
                        + "\": look at import-mappings for their names.");
    }
}
