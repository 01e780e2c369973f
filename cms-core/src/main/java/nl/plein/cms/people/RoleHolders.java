package nl.plein.cms.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import nl.plein.cms.tenancy.PlatformData;
import nl.plein.cms.tenancy.SiteRef;

/** Who can be asked to do something on a site. */
@ApplicationScoped
@Transactional
public class RoleHolders {

    @Inject
    @PlatformData
    EntityManager platform;

    @Inject
    Memberships memberships;

    /** By name, without those who are blocked. Those of the platform are not told: they are not whom an agency asks. */
    public List<Person> of(SiteRef site, Set<Role> roles) {
        List<UUID> ids = Stream.of(Scope.of(site.agency()), Scope.of(site.id()))
                .flatMap(scope -> memberships.on(scope).stream())
                .filter(membership -> roles.contains(membership.role()))
                .map(membership -> membership.person().value())
                .distinct()
                .toList();
        if (ids.isEmpty()) {
            return List.of();
        }
        return platform.createQuery("select p from Person p where p.id in :ids order by p.name, p.id", Person.class)
                .setParameter("ids", ids)
                .getResultStream()
                .filter(person -> !person.isBlocked())
                .toList();
    }
}
