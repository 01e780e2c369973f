package nl.plein.cms.tenancy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import nl.plein.cms.kernel.Deed;
import nl.plein.cms.kernel.Seen;
import nl.plein.cms.kernel.SiteId;

/** Closes a site to visitors; everything is kept. Idempotent. */
@ApplicationScoped
public class CloseSite {

    @Inject
    SiteHeads heads;

    @Inject
    Sites sites;

    @Inject
    Event<Deed> deeds;

    @Transactional
    public void perform(SiteId site) {
        perform(site, Seen.ANY);
    }

    /** @param seen tags of the site, see {@link Sites#tagOf} */
    @Transactional
    public void perform(SiteId site, Seen seen) {
        SiteHead head = heads.lock(site);
        seen.refuseOther(sites.tagOf(head.ref()));
        head.close();
        deeds.fire(Deed.of("tenancy.close-site", "site/" + site).in(head.ref().agency()));
    }
}
