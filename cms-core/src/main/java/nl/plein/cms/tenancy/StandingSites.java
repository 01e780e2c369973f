package nl.plein.cms.tenancy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import nl.plein.cms.kernel.SiteId;

/** Reads a site, a host and what else doors must know in one transaction. */
@ApplicationScoped
class StandingSites {

    @Inject
    @PlatformData
    EntityManager platform;

    @Inject
    AgencyContext context;

    @Inject
    @Any
    Instance<SiteFact> facts;

    @Transactional
    CurrentSites.Standing read(SiteId id, String host) {
        Optional<SiteRef> site =
                Optional.ofNullable(platform.find(SiteHead.class, id.value())).map(SiteHead::ref);
        Map<String, Long> known = new HashMap<>();
        site.ifPresent(
                ref -> context.in(ref.agency(), () -> facts.forEach(fact -> known.put(fact.name(), fact.of(ref)))));
        return new CurrentSites.Standing(
                site, Optional.ofNullable(platform.find(SiteHost.class, host)).map(SiteHost::site), known);
    }
}
