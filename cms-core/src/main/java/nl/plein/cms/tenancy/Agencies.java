package nl.plein.cms.tenancy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import nl.plein.cms.kernel.AgencyId;
import nl.plein.cms.kernel.NotFound;

/** All agencies of the installation. */
@ApplicationScoped
@Transactional
public class Agencies {

    @Inject
    @PlatformData
    EntityManager platform;

    public Optional<Agency> find(AgencyId id) {
        return Optional.ofNullable(platform.find(Agency.class, id.value()));
    }

    /** @throws NotFound {@code unknown-agency} */
    public Agency get(AgencyId id) {
        return find(id).orElseThrow(() -> unknown(id));
    }

    public List<Agency> all() {
        return platform.createQuery("select a from Agency a order by a.id", Agency.class)
                .getResultList();
    }

    /** The one refusal for an agency that is not there and for one that the caller may not know of. */
    public static NotFound unknown(AgencyId id) {
        return new NotFound("unknown-agency", "There is no agency \"" + id + "\" here.");
    }
}
