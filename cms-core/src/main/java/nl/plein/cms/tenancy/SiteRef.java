package nl.plein.cms.tenancy;

import java.time.ZoneId;
import java.util.List;
import nl.plein.cms.kernel.AgencyId;
import nl.plein.cms.kernel.SiteId;

/**
 * A site as every room may know it, at the moment of asking.
 *
 * @param version the newest site version; 0 before anything was published
 * @param locales BCP 47 tags; the first is the default, whose paths have no prefix
 */
public record SiteRef(
        SiteId id, AgencyId agency, long version, SiteState state, String name, String timeZone, List<String> locales) {

    public SiteRef {
        locales = List.copyOf(locales);
    }

    public String defaultLocale() {
        return locales.get(0);
    }

    public ZoneId zone() {
        return ZoneId.of(timeZone);
    }

    public boolean isOpen() {
        return state == SiteState.OPEN;
    }
}
