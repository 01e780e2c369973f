package nl.plein.cms.publishing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.regex.Pattern;
import nl.plein.cms.kernel.Invalid;
import nl.plein.cms.kernel.Seen;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.people.Access;
import nl.plein.cms.people.Permission;
import nl.plein.cms.tenancy.SiteRef;
import nl.plein.cms.theme.ThemePackages;
import tools.jackson.databind.JsonNode;

/** Sets or removes menus, settings, redirects and the theme of a site, as one version. */
@ApplicationScoped
public class ChangeSiteParts {

    /** Of the installation: those are named without a hash. */
    private static final Pattern THEME = Pattern.compile("[a-z][a-z0-9-]{0,62}");

    @Inject
    Access access;

    @Inject
    SiteParts parts;

    @Inject
    MakeVersion makeVersion;

    @Inject
    ThemePackages packages;

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
        changes.forEach(this::refuseUnknownTheme);
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

    /** A package that the agency does not have could not be worn, and the site would stay as it is from then on. */
    private void refuseUnknownTheme(PartChange change) {
        JsonNode value = change.value();
        if (change.kind() == PartKind.THEME && value != null) {
            String name = value.path("name").asString("");
            if (!THEME.matcher(name).matches() && packages.named(name).isEmpty()) {
                throw new Invalid(
                        "unknown-theme",
                        "The agency has no theme \"" + name + "\": upload it, or name one of its own.");
            }
        }
    }
}
