package nl.plein.api.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import nl.plein.api.identity.RequestedHost;
import nl.plein.api.identity.RequestedSite;
import nl.plein.api.problem.Refused;
import nl.plein.cms.kernel.Audience;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.people.Access;
import nl.plein.cms.people.Viewer;
import nl.plein.cms.publishing.Moments;
import nl.plein.cms.publishing.PartKind;
import nl.plein.cms.publishing.SiteMoment;
import nl.plein.cms.publishing.SitePart;
import nl.plein.cms.publishing.SiteParts;
import nl.plein.cms.tenancy.SiteRef;
import nl.plein.cms.tenancy.Sites;
import org.jspecify.annotations.Nullable;

/**
 * Who may look into which site by this API. A site's own host speaks of that site only; a closed site is there for those
 * who work on it; a site without anything for everyone is there for the members of its groups, not for
 * strangers.
 */
@ApplicationScoped
public class SiteDoor {

    @Inject
    Sites sites;

    @Inject
    Access access;

    @Inject
    RequestedHost host;

    @Inject
    SiteParts parts;

    @Inject
    Moments moments;

    /** The answer for the visit before, which most often is the same: nothing that it follows from changes within a version. */
    private final Map<SiteId, Open> open = new ConcurrentHashMap<>();

    private record Open(Visit visit, List<Audience> audiences) {}

    /** A site, and who looks at it. */
    public record Visit(SiteRef site, Viewer viewer, SiteMoment moment) {}

    /** @throws nl.plein.cms.kernel.NotFound {@code unknown-site}, whatever the reason */
    Visit enter(HttpServletRequest request, SiteId id) {
        SiteRef site = RequestedSite.of(request, id).orElseGet(() -> sites.get(id));
        Visit visit = new Visit(site, access.viewerOf(site), new SiteMoment(site.version()));
        if (!isOpenTo(request, visit)) {
            throw Sites.unknown(id);
        }
        return visit;
    }

    boolean isOpenTo(HttpServletRequest request, Visit visit) {
        boolean otherHost = host.siteOf(request)
                .filter(own -> !own.id().equals(visit.site().id()))
                .isPresent();
        boolean closed = !visit.site().isOpen() && !access.mayRead(visit.site());
        boolean hasPages = audiences(visit).stream().anyMatch(visit.viewer()::sees)
                || visit.viewer().audiences().stream().anyMatch(Audience::isGroup);
        return !otherHost && !closed && hasPages;
    }

    /** For whom this site has pages, widest first: member {@code audiences} of its setting {@code site}. */
    List<Audience> audiences(Visit visit) {
        Open known = open.get(visit.site().id());
        if (known == null || !known.visit().equals(visit)) {
            known = new Open(visit, read(visit));
            open.put(visit.site().id(), known);
        }
        return known.audiences();
    }

    private List<Audience> read(Visit visit) {
        Set<Audience> found = new HashSet<>();
        parts.find(visit.site().id(), PartKind.SETTING, "site", visit.viewer(), visit.moment())
                .map(SitePart::value)
                .ifPresent(value -> value.path("audiences").forEach(name -> found.add(Audience.of(name.asString()))));
        return found.isEmpty()
                ? List.of(Audience.EVERYONE)
                : found.stream()
                        .sorted(java.util.Comparator.comparingInt(Audience::narrowness))
                        .toList();
    }

    /** The same visit at the moment asked for. */
    Visit at(Visit visit, @Nullable Long version, @Nullable String at) {
        if (version != null && at != null) {
            throw Refused.query("at", "two-moments", "Ask for a version or for an instant (at), not for both.");
        }
        SiteId site = visit.site().id();
        SiteMoment moment = version != null
                ? moments.at(site, version)
                : Optional.ofNullable(at)
                        .map(text -> moments.at(site, instant(text)))
                        .orElse(visit.moment());
        return new Visit(visit.site(), visit.viewer(), moment);
    }

    /** @param locale null for none in particular */
    static void refuseUnknownLocale(SiteRef site, @Nullable String locale) {
        if (locale != null && !site.locales().contains(locale)) {
            throw Refused.query(
                    "locale",
                    "unknown-locale",
                    "This site has no such locale. Known here: " + String.join(", ", site.locales()) + ".");
        }
    }

    static Instant instant(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw Refused.query("at", "bad-instant", "Write a moment as RFC 3339 does: 2026-03-03T09:00:00Z.");
        }
    }
}
