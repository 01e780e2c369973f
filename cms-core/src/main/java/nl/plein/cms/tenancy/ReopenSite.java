package nl.plein.cms.tenancy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import nl.plein.cms.kernel.Deed;
import nl.plein.cms.kernel.Seen;
import nl.plein.cms.kernel.SiteId;

/** Opens a closed site again, as it was. Idempotent. */
@ApplicationScoped
public class ReopenSite {

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
        head.open();
        deeds.fire(Deed.of("tenancy.reopen-site", "site/" + site).in(head.ref().agency()));
    }
}
