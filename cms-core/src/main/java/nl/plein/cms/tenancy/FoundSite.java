package nl.plein.cms.tenancy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import nl.plein.cms.kernel.AgencyId;
import nl.plein.cms.kernel.Conflict;
import nl.plein.cms.kernel.Deed;
import nl.plein.cms.kernel.Invalid;
import nl.plein.cms.kernel.SiteId;

/** Founds an empty site at version 0, without hostnames. What it shows is set by its first version. */
@ApplicationScoped
public class FoundSite {

    @Inject
    @PlatformData
    EntityManager platform;

    @Inject
    Agencies agencies;

    @Inject
    Sites sites;

    @Inject
    LocalChanges changes;

    @Inject
    Event<Deed> deeds;

    /**
     * @param locales BCP 47 tags, the default first
     * @throws Invalid  {@code invalid-name}, {@code unknown-time-zone}, {@code invalid-locale}
     * @throws Conflict {@code site-exists}; ids are unique across agencies
     */
    @Transactional
    public SiteRef perform(AgencyId agency, SiteId id, String name, String timeZone, List<String> locales) {
        agencies.get(agency);
        check(name, timeZone, locales);
        if (sites.find(id).isPresent()) {
            throw new Conflict("site-exists", "The id \"" + id + "\" is taken by another site: choose another one.");
        }
        var head = new SiteHead(id, agency, name.strip(), timeZone, locales);
        platform.persist(head);
        changes.countAfterCommit();
        deeds.fire(Deed.of("tenancy.found-site", "site/" + id).in(agency));
        platform.flush(); // so that the rest of the transaction can lock it
        return head.ref();
    }

    /** The rules for what a site head holds; publishing asks them again when the settings change. */
    public static void check(String name, String timeZone, List<String> locales) {
        if (name.isBlank() || name.length() > 200) {
            throw new Invalid("invalid-name", "A site needs a name of 1 to 200 characters.");
        }
        try {
            ZoneId.of(timeZone);
        } catch (DateTimeException e) {
            throw new Invalid("unknown-time-zone", "Use a time zone of the IANA database, such as Europe/Amsterdam.");
        }
        if (locales.isEmpty()
                || locales.size() > 40
                || locales.stream().distinct().count() < locales.size()) {
            throw new Invalid("invalid-locale", "A site needs 1 to 40 different locales; the first is its default.");
        }
        for (String locale : locales) {
            checkLocale(locale);
        }
    }

    private static void checkLocale(String locale) {
        try {
            String tag = new Locale.Builder().setLanguageTag(locale).build().toLanguageTag();
            if (tag.equals(locale) && !locale.equals("und")) {
                return;
            }
        } catch (IllformedLocaleException e) {
            // refused below, with the same sentence as a tag in another spelling
        }
        throw new Invalid("invalid-locale", "\"" + locale + "\" is no locale: use a BCP 47 tag such as nl or en-GB.");
    }
}
