package nl.plein.cms.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import nl.plein.cms.kernel.PersonId;
import nl.plein.cms.tenancy.PlatformData;

/** All memberships. */
@ApplicationScoped
@Transactional
class Memberships {

    @Inject
    @PlatformData
    EntityManager platform;

    List<Membership> of(PersonId person) {
        return platform.createQuery("select m from Membership m where m.person = :person", Membership.class)
                .setParameter("person", person.value())
                .getResultList();
    }
}
