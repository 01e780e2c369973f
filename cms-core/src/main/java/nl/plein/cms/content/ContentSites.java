package nl.plein.cms.content;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import nl.plein.cms.kernel.Invalid;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.people.Access;
import nl.plein.cms.people.Permission;
import nl.plein.cms.tenancy.AgencyContext;
import nl.plein.cms.tenancy.SiteRef;
import nl.plein.cms.tenancy.Sites;

/** The door to a site's content: the caller may, and the site belongs to the agency this thread works for. */
@ApplicationScoped
class ContentSites {

    @Inject
    Access access;

    @Inject
    AgencyContext agencies;

    SiteRef forWriting(SiteId id) {
        return own(access.require(Permission.CONTENT_WRITE, id));
    }

    SiteRef forReading(SiteId id) {
        return own(access.require(Permission.SITE_READ, id));
    }

    private SiteRef own(SiteRef site) {
        if (!site.agency().equals(agencies.current())) {
            throw Sites.unknown(site.id());
        }
        return site;
    }

    static void refuseUnknownLocale(SiteRef site, String locale) {
        if (!site.locales().contains(locale)) {
            throw new Invalid(
                    "unknown-locale",
                    "Site \"" + site.id() + "\" has no locale \""
                            + (locale.length() > 40 ? locale.substring(0, 39) + "…" : locale) + "\". It has: "
                            + String.join(", ", site.locales()) + ".");
        }
    }
}
