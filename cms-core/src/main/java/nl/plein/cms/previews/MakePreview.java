package nl.plein.cms.previews;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import nl.plein.cms.audit.Audit;
import nl.plein.cms.kernel.Audience;
import nl.plein.cms.kernel.Ids;
import nl.plein.cms.kernel.Invalid;
import nl.plein.cms.kernel.Json;
import nl.plein.cms.kernel.NotPermitted;
import nl.plein.cms.kernel.Secrets;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.people.Access;
import nl.plein.cms.people.Calling;
import nl.plein.cms.people.Permission;
import nl.plein.cms.releases.Releases;
import nl.plein.cms.tenancy.AgencyData;
import nl.plein.cms.tenancy.SiteRef;

/** Makes a link for others to see what its maker may see, for a while. The secret is told once. */
@ApplicationScoped
public class MakePreview {

    /** A link lives so long at most. */
    public static final Duration LONGEST = Duration.ofDays(31);

    private static final int LONGEST_NAME = 200;

    @Inject
    Access access;

    @Inject
    Calling calling;

    @Inject
    Releases releases;

    @Inject
    @AgencyData
    EntityManager data;

    @Inject
    Audit audit;

    @Inject
    Secrets secrets;

    @Inject
    Ids ids;

    @Inject
    Clock clock;

    /** @param secret opens it; not kept */
    public record Made(Preview preview, String secret) {

        /** Lets into a frame: opens pages, but can't be sent on as a link. */
        public String frameKey() {
            return Preview.cookieOf(secret);
        }
    }

    /**
     * @param audience as whom the site is seen; one that the caller belongs to
     * @param end      when the link is over: later than now, within {@link #LONGEST}
     * @throws Invalid      {@code bad-name}, {@code bad-end}, {@code time-past}
     * @throws NotPermitted {@code permission-missing}, {@code audience-not-yours}
     * @throws nl.plein.cms.kernel.NotFound {@code unknown-release}
     * @throws nl.plein.cms.kernel.Conflict {@code release-over}
     */
    @Transactional
    public Made perform(SiteId site, String name, PreviewSubject subject, Audience audience, Instant end) {
        SiteRef ref = access.require(Permission.CONTENT_WRITE, site);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        refuseUnsound(name, now, end);
        refuseSubject(site, subject, now);
        if (!access.viewerOf(ref).sees(audience)) {
            throw new NotPermitted(
                    "audience-not-yours",
                    "You don't belong to \"" + audience + "\" on this site: choose an audience that you belong to.");
        }
        String secret = secrets.next();
        var preview = new Preview(
                new PreviewId(ids.next()),
                site,
                name.strip(),
                subject,
                audience,
                calling.current().person(),
                now,
                end.truncatedTo(ChronoUnit.MILLIS),
                secret);
        data.persist(preview);
        audit.record(
                "previews.make",
                "site/" + site,
                Json.mapper()
                        .createObjectNode()
                        .put("preview", preview.id().toString())
                        .put("audience", audience.value())
                        .put("until", preview.expires().toString()));
        return new Made(preview, secret);
    }

    private static void refuseUnsound(String name, Instant now, Instant end) {
        if (name.isBlank() || name.strip().length() > LONGEST_NAME) {
            throw new Invalid("bad-name", "Give the preview a name of 1 to " + LONGEST_NAME + " characters.");
        }
        if (!end.isAfter(now) || end.isAfter(now.plus(LONGEST))) {
            throw new Invalid(
                    "bad-end", "A link ends within " + LONGEST.toDays() + " days from now: choose another time.");
        }
    }

    private void refuseSubject(SiteId site, PreviewSubject subject, Instant now) {
        if (subject instanceof PreviewSubject.OfRelease one) {
            releases.get(site, one.release()).refuseUnlessPlanned();
        }
        if (subject instanceof PreviewSubject.AtTime one && one.at().isBefore(now)) {
            throw new Invalid("time-past", "This time is over: choose a later one.");
        }
    }
}
