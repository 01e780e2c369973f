package nl.plein.cms.tenancy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.Map;
import nl.plein.cms.kernel.Conflict;
import nl.plein.cms.kernel.Deed;
import nl.plein.cms.kernel.SiteId;

/** Lets a hostname answer with a site. Idempotent. The first one is canonical, and so is one that asks for it. */
@ApplicationScoped
public class AddHostname {

    /** What the hostname becomes. */
    public enum Rank {
        CANONICAL,
        ALIAS
    }

    @Inject
    @PlatformData
    EntityManager platform;

    @Inject
    Sites sites;

    @Inject
    SiteHeads heads;

    @Inject
    Event<Deed> deeds;

    /** @throws Conflict {@code hostname-taken} if another site has it */
    @Transactional
    public void perform(SiteId site, Hostname host, Rank rank) {
        SiteHead head = heads.lock(site);
        var hosts = sites.hostsOf(site);
        SiteHost found = platform.find(SiteHost.class, host.value());
        if (found != null && !found.site().equals(site)) {
            throw new Conflict("hostname-taken", "\"" + host.value() + "\" already belongs to another site.");
        }
        boolean canonical = rank == Rank.CANONICAL || hosts.isEmpty();
        if (canonical) {
            hosts.forEach(other -> other.makeCanonical(false));
        }
        if (found == null) {
            platform.persist(new SiteHost(host, site, canonical));
        } else if (canonical) {
            found.makeCanonical(true);
        }
        deeds.fire(Deed.of("tenancy.add-hostname", "site/" + site, Map.of("host", host.value()))
                .in(head.ref().agency()));
    }
}
