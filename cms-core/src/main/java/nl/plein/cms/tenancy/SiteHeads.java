package nl.plein.cms.tenancy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import nl.plein.cms.kernel.SiteId;

/**
 * The lock under which a site gets its next version, is opened, closed, renamed or deleted. Publishing takes it, last and
 * shortly; and so does whoever must not cross a version that is being made, such as the trash.
 */
@ApplicationScoped
public class SiteHeads {

    @Inject
    @PlatformData
    EntityManager platform;

    @Inject
    LocalChanges changes;

    /**
     * Waits for the site's row and holds it until the transaction ends.
     *
     * @throws nl.plein.cms.kernel.NotFound           {@code unknown-site}
     * @throws jakarta.persistence.PersistenceException if the row is not free within 10 seconds
     */
    public SiteHead lock(SiteId id) {
        SiteHead head = platform.find(SiteHead.class, id.value(), LockModeType.PESSIMISTIC_WRITE);
        if (head == null) {
            throw Sites.unknown(id);
        }
        changes.countAfterCommit();
        return head;
    }
}
