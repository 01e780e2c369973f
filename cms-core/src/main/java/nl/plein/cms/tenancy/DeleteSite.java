package nl.plein.cms.tenancy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import nl.plein.cms.kernel.Conflict;
import nl.plein.cms.kernel.Deed;
import nl.plein.cms.kernel.Seen;
import nl.plein.cms.kernel.SiteId;

/** Deletes a closed site with all that is in it, for good. Rooms that keep rows of sites observe {@link SiteDeleted}. */
@ApplicationScoped
public class DeleteSite {

    @Inject
    @PlatformData
    EntityManager platform;

    @Inject
    SiteHeads heads;

    @Inject
    Sites sites;

    @Inject
    Event<SiteDeleted> deleted;

    @Inject
    Event<Deed> deeds;

    /** @throws Conflict {@code site-open}: close it first, so that nobody deletes a living site by accident */
    @Transactional
    public void perform(SiteId site) {
        perform(site, Seen.ANY);
    }

    /**
     * @param seen tags of the site, see {@link Sites#tagOf}
     * @throws Conflict {@code site-open}
     */
    @Transactional
    public void perform(SiteId site, Seen seen) {
        SiteHead head = heads.lock(site);
        seen.refuseOther(sites.tagOf(head.ref()));
        if (head.ref().isOpen()) {
            throw new Conflict("site-open", "Close the site before you delete it: deleting can't be undone.");
        }
        deleted.fire(new SiteDeleted(head.ref()));
        platform.createQuery("delete from SiteHost h where h.site = :site")
                .setParameter("site", site.value())
                .executeUpdate();
        platform.remove(head);
        deeds.fire(Deed.of("tenancy.delete-site", "site/" + site).in(head.ref().agency()));
    }
}
