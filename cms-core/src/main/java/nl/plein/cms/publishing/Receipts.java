package nl.plein.cms.publishing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.plein.cms.content.TranslationKey;
import nl.plein.cms.kernel.Audience;
import nl.plein.cms.kernel.EntryId;
import nl.plein.cms.kernel.NotFound;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.tenancy.AgencyData;
import tools.jackson.databind.JsonNode;

/** What each version of a site has changed, and who made it. For people who may manage the site: it hides nothing. */
@ApplicationScoped
@Transactional
public class Receipts {

    @Inject
    @AgencyData
    EntityManager data;

    /** @throws NotFound {@code unknown-version} */
    public Receipt get(SiteId site, long version) {
        return Optional.ofNullable(data.find(SiteVersion.class, new SiteVersion.Key(site, version)))
                .map(SiteVersion::receipt)
                .orElseThrow(() -> unknown(site, version));
    }

    /** Newest first, those before this version. */
    public List<Receipt> list(SiteId site, long before, int most) {
        return data.createQuery(
                        "select v from SiteVersion v where v.site = :site and v.number < :before"
                                + " order by v.number desc",
                        SiteVersion.class)
                .setParameter("site", site.value())
                .setParameter("before", before)
                .setMaxResults(most)
                .getResultStream()
                .map(SiteVersion::receipt)
                .toList();
    }

    /** Adds what the renderer made of a version; a second call replaces the first. */
    public void rendered(SiteId site, long version, JsonNode what) {
        SiteVersion row =
                data.find(SiteVersion.class, new SiteVersion.Key(site, version), LockModeType.PESSIMISTIC_WRITE);
        if (row == null) {
            throw unknown(site, version);
        }
        row.rendered(what);
    }

    /** Which translations a version touched, ordered by path. */
    public List<Line> lines(SiteId site, long version) {
        Map<TranslationKey, PublicationInterval> closed = new HashMap<>();
        rows(site, "p.span.until = :version and p.span.changed >= :version", version)
                .forEach(row -> closed.put(row.translation(), row));
        List<Line> lines = new ArrayList<>();
        for (PublicationInterval row : rows(site, "p.span.since = :version and p.span.changed >= :version", version)) {
            lines.add(line(row, Optional.ofNullable(closed.remove(row.translation()))));
        }
        closed.values().forEach(row -> lines.add(removed(row)));
        lines.sort(java.util.Comparator.comparing(Line::path).thenComparing(Line::locale));
        return lines;
    }

    /**
     * A translation in a receipt.
     *
     * @param path       where it is now, or was last
     * @param pathBefore where it was before, if it moved
     */
    public record Line(
            What what,
            EntryId entry,
            String locale,
            Audience audience,
            String title,
            String path,
            Optional<String> pathBefore) {}

    /** What became of a translation. */
    public enum What {
        MADE,
        CHANGED,
        REMOVED
    }

    private static Line line(PublicationInterval row, Optional<PublicationInterval> before) {
        PageRef page = row.page();
        Optional<String> moved = before.map(old -> old.page().path()).filter(path -> !path.equals(page.path()));
        return new Line(
                before.isPresent() ? What.CHANGED : What.MADE,
                page.entry(),
                page.locale(),
                page.audience(),
                page.title(),
                page.path(),
                moved);
    }

    private static Line removed(PublicationInterval row) {
        PageRef page = row.page();
        return new Line(
                What.REMOVED,
                page.entry(),
                page.locale(),
                page.audience(),
                page.title(),
                page.path(),
                Optional.empty());
    }

    private List<PublicationInterval> rows(SiteId site, String where, long version) {
        return data.createQuery(
                        "select p from PublicationInterval p where p.span.site = :site and " + where,
                        PublicationInterval.class)
                .setHint("eclipselink.read-only", true)
                .setParameter("site", site.value())
                .setParameter("version", version)
                .getResultList();
    }

    private static NotFound unknown(SiteId site, long version) {
        return new NotFound("unknown-version", "Site \"" + site + "\" has no version " + version + ".");
    }
}
