package nl.plein.cms.publishing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.people.Access;
import nl.plein.cms.people.Permission;

/** Sets or removes menus, settings, redirects and the theme of a site, as one version. */
@ApplicationScoped
public class ChangeSiteParts {

    @Inject
    Access access;

    @Inject
    MakeVersion makeVersion;

    /**
     * What is as asked for already stays; if all is, no version is made.
     *
     * @throws nl.plein.cms.kernel.Invalid  {@code invalid-site-part}, with a finding for each; the pointers begin with the
     *                                      number of the change
     * @throws nl.plein.cms.kernel.Conflict {@code path-taken} if a page stands at the path of a redirect,
     *                                      {@code redirect-loop}
     */
    public Receipt perform(SiteId site, List<PartChange> changes) {
        var ref = access.require(Permission.SITE_MANAGE, site);
        PartRules.check(ref, changes);
        Act act = Act.parts("parts", changes);
        return makeVersion.perform(site, (batch, version) -> act);
    }
}
