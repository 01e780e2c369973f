package nl.plein.cms.publishing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import nl.plein.cms.kernel.Seen;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.people.Access;
import nl.plein.cms.people.Permission;
import nl.plein.cms.tenancy.SiteRef;

/** Sets or removes menus, settings, redirects and the theme of a site, as one version. */
@ApplicationScoped
public class ChangeSiteParts {

    @Inject
    Access access;

    @Inject
    SiteParts parts;

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
        return perform(site, changes, Seen.ANY);
    }

    /** The same for somebody who has seen the parts. @param seen their tags, see {@link SiteParts#tagOf} */
    public Receipt perform(SiteId site, List<PartChange> changes, Seen seen) {
        var ref = access.require(Permission.SITE_MANAGE, site);
        PartRules.check(ref, changes);
        Act act = Act.parts("parts", changes);
        return makeVersion.perform(site, new Intent() {
            @Override
            public Act prepare(long batch, long version) {
                return act;
            }

            @Override
            public void refuseUnseen(SiteRef now) {
                if (!seen.isAny()) {
                    seen.refuseOther(parts.tagOf(site));
                }
            }
        });
    }
}
