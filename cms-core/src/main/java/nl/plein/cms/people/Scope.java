package nl.plein.cms.people;

import nl.plein.cms.kernel.AgencyId;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.tenancy.SiteRef;

/**
 * Where a role counts.
 *
 * @param kind {@code platform}, {@code agency} or {@code site}
 * @param id   of the agency or site; {@code *} for the platform
 */
public record Scope(String kind, String id) {

    public static final Scope PLATFORM = new Scope("platform", "*");

    public static Scope of(AgencyId agency) {
        return new Scope("agency", agency.value());
    }

    public static Scope of(SiteId site) {
        return new Scope("site", site.value());
    }

    boolean covers(SiteRef site) {
        return equals(PLATFORM) || equals(of(site.agency())) || equals(of(site.id()));
    }

    boolean covers(AgencyId agency) {
        return equals(PLATFORM) || equals(of(agency));
    }
}
