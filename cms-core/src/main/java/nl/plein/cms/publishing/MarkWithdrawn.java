package nl.plein.cms.publishing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import nl.plein.cms.kernel.Conflict;
import nl.plein.cms.kernel.NotFound;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.people.Access;
import nl.plein.cms.people.Permission;

/** Says of publications that are closed already that they should not be seen any more, as one version. */
@ApplicationScoped
public class MarkWithdrawn {

    @Inject
    Access access;

    @Inject
    Ground ground;

    @Inject
    MakeVersion makeVersion;

    /**
     * @param publications ids of publications, not of entries
     * @throws NotFound {@code unknown-publication}
     * @throws Conflict {@code still-published} if one is open: unpublish it instead
     */
    public Receipt perform(SiteId site, Collection<UUID> publications) {
        access.require(Permission.CONTENT_PUBLISH, site);
        Act act = Act.marking(Set.copyOf(publications));
        return makeVersion.perform(site, (batch, version) -> {
            ground.refuseUnknownOrOpen(site, act.marks());
            return act;
        });
    }
}
