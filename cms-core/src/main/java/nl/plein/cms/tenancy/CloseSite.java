package nl.plein.cms.tenancy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import nl.plein.cms.kernel.SiteId;

/** Closes a site to visitors; everything is kept. Idempotent. */
@ApplicationScoped
public class CloseSite {

    @Inject
    SiteHeads heads;

    @Transactional
    public void perform(SiteId site) {
        heads.lock(site).close();
    }
}
