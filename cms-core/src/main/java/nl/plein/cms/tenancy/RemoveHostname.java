package nl.plein.cms.tenancy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.Map;
import nl.plein.cms.kernel.Deed;
import nl.plein.cms.kernel.NotFound;
import nl.plein.cms.kernel.Seen;
import nl.plein.cms.kernel.SiteId;

/** Takes a hostname from a site. If it was the canonical one, the next in alphabetical order takes its place. */
@ApplicationScoped
public class RemoveHostname {

    @Inject
    @PlatformData
    EntityManager platform;

    @Inject
    Sites sites;

    @Inject
    SiteHeads heads;

    @Inject
    Event<Deed> deeds;

    /** @throws NotFound {@code unknown-hostname} if the site has no such name */
    @Transactional
    public void perform(SiteId site, Hostname host) {
        perform(site, host, Seen.ANY);
    }

    /**
     * @param seen tags of the site, see {@link Sites#tagOf}
     * @throws NotFound {@code unknown-hostname} if the site has no such name
     */
    @Transactional
    public void perform(SiteId site, Hostname host, Seen seen) {
        SiteHead head = heads.lock(site);
        seen.refuseOther(sites.tagOf(head.ref()));
        SiteHost found = platform.find(SiteHost.class, host.value());
        if (found == null || !found.site().equals(site)) {
            throw new NotFound("unknown-hostname", "This site has no hostname \"" + host.value() + "\".");
        }
        platform.remove(found);
        if (found.isCanonical()) {
            sites.hostsOf(site).stream()
                    .filter(other -> !other.host().equals(found.host()))
                    .findFirst()
                    .ifPresent(other -> other.makeCanonical(true));
        }
        deeds.fire(Deed.of("tenancy.remove-hostname", "site/" + site, Map.of("host", host.value()))
                .in(head.ref().agency()));
    }
}
