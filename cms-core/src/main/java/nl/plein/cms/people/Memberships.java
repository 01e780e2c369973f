package nl.plein.cms.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.plein.cms.kernel.AgencyId;
import nl.plein.cms.kernel.PersonId;
import nl.plein.cms.tenancy.PlatformData;

/** All memberships. */
@ApplicationScoped
@Transactional
public class Memberships {

    @Inject
    @PlatformData
    EntityManager platform;

    public List<Membership> of(PersonId person) {
        return platform.createQuery("select m from Membership m where m.person = :person", Membership.class)
                .setParameter("person", person.value())
                .getResultList();
    }

    /** In an agency and its sites, oldest first. */
    public List<Membership> in(AgencyId agency) {
        return platform.createQuery(
                        "select m from Membership m where m.agency = :agency order by m.id", Membership.class)
                .setParameter("agency", agency.value())
                .getResultList();
    }

    /** Held for exactly this scope, oldest first. */
    public List<Membership> on(Scope scope) {
        return platform.createQuery(
                        "select m from Membership m where m.scopeKind = :kind and m.scopeId = :id order by m.id",
                        Membership.class)
                .setParameter("kind", scope.kind())
                .setParameter("id", scope.id())
                .getResultList();
    }

    public Optional<Membership> find(UUID id) {
        return Optional.ofNullable(platform.find(Membership.class, id));
    }
}
