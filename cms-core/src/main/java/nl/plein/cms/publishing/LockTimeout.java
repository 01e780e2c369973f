package nl.plein.cms.publishing;

import nl.plein.cms.kernel.SiteId;

/** A site was being changed for so long that this act gave up. Nothing was done; trying again soon is sensible. */
public final class LockTimeout extends RuntimeException {

    private static final long serialVersionUID = 1;

    LockTimeout(SiteId site, Throwable cause) {
        super("Site \"" + site + "\" is being changed by others just now: try again in a few seconds.", cause);
    }
}
