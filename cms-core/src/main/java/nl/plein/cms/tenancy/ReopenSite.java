package nl.plein.cms.tenancy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import nl.plein.cms.kernel.SiteId;

/** Opens a closed site again, as it was. Idempotent. */
@ApplicationScoped
public class ReopenSite {

    @Inject
    SiteHeads heads;

    @Transactional
    public void perform(SiteId site) {
        heads.lock(site).open();
    }
}
