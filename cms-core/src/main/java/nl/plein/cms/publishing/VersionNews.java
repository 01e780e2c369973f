package nl.plein.cms.publishing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.plein.cms.content.TranslationKey;
import nl.plein.cms.kernel.Audience;
import nl.plein.cms.kernel.EntryId;
import nl.plein.cms.kernel.NotFound;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.kernel.Stale;
import nl.plein.cms.people.Viewer;
import nl.plein.cms.tenancy.AgencyData;

/**
 * What one version of a site changed for everybody, in ids, kinds and paths: no titles, no texts, and nothing of what fewer people
 * may see. It is told as it may be told now: what was erased since has no path any more, and what was withdrawn since is not told
 * as published.
 */
@ApplicationScoped
@Transactional
public class VersionNews {

    private static final String OF_EVERYBODY = "select p from PublicationInterval p where p.span.site = :site"
            + " and p.span.changed >= :version and p.audience = :everyone and ";

    private static final String OPENED = OF_EVERYBODY + "p.span.since = :version order by p.id";

    private static final String CLOSED_WITH = OF_EVERYBODY + "p.span.until = :version and p.entryId in :entries";

    private static final String CLOSED_ALONE = OF_EVERYBODY
            + "p.span.until = :version and not exists (select q.id from PublicationInterval q where q.site = p.site"
            + " and q.entryId = p.entryId and q.locale = p.locale and q.audience = p.audience"
            + " and q.span.since = :version) order by p.id";

    private static final String PARTS = "select p from PartInterval p where p.site = :site and p.changed >= :version"
            + " and p.audience = :everyone and p.partKey <> '' and ";

    @Inject
    @AgencyData
    EntityManager data;

    @Inject
    Moments moments;

    @Inject
    Sight sight;

    /** @param whole whether all changes are listed */
    public record News(Instant madeAt, List<PageNews> pages, List<PartNews> parts, boolean whole) {}

    /** What became of an entry in one locale, or in all of them if it was erased. */
    public enum Became {
        PUBLISHED,
        CHANGED,
        REMOVED,
        ERASED
    }

    /**
     * @param locale     empty if the entry was erased, in all of them
     * @param type       empty if the entry was erased
     * @param path       where it is, or was last; empty if it has no page or is erased
     * @param pathBefore where it was before, if it moved
     */
    public record PageNews(
            Became became, EntryId entry, String locale, String type, String path, Optional<String> pathBefore) {}

    /** A menu, redirect, setting or theme. */
    public record PartNews(PartKind kind, String key, boolean removed) {}

    /**
     * @param most of pages, and of parts
     * @throws NotFound {@code unknown-version}
     * @throws Stale    {@code resync} if the history of the site is not kept so far back
     */
    public News of(SiteId site, long version, int most) {
        moments.refuseForgotten(site, version);
        Instant madeAt = moments.madeAt(site, version)
                .orElseThrow(
                        () -> new NotFound("unknown-version", "Site \"" + site + "\" has no version " + version + "."));
        List<PageNews> pages = new ArrayList<>(erased(site, version, most + 1));
        Set<EntryId> told = new HashSet<>();
        pages.forEach(page -> told.add(page.entry()));
        addOpened(site, version, most + 1, pages);
        rows(CLOSED_ALONE, site, version).setMaxResults(most + 1).getResultList().stream()
                .filter(row -> !told.contains(row.translation().entry()))
                .forEach(row -> pages.add(news(Became.REMOVED, row, Optional.empty())));
        List<PartNews> parts = parts(site, version, most + 1);
        return new News(madeAt, upTo(most, pages), upTo(most, parts), pages.size() <= most && parts.size() <= most);
    }

    private static <T> List<T> upTo(int most, List<T> all) {
        return List.copyOf(all.subList(0, Math.min(most, all.size())));
    }

    private List<PageNews> erased(SiteId site, long version, int most) {
        return data.createQuery(
                        "select e from Erasure e where e.site = :site and e.number = :version and exists"
                                + " (select p.id from PublicationInterval p where p.site = e.site"
                                + " and p.entryId = e.entryId and p.audience = :everyone) order by e.entryId",
                        Erasure.class)
                .setParameter("site", site.value())
                .setParameter("version", version)
                .setParameter("everyone", Audience.EVERYONE.value())
                .setMaxResults(most)
                .getResultStream()
                .map(row -> new PageNews(Became.ERASED, row.entry(), "", "", "", Optional.empty()))
                .toList();
    }

    private void addOpened(SiteId site, long version, int most, List<PageNews> pages) {
        List<PublicationInterval> opened =
                rows(OPENED, site, version).setMaxResults(most).getResultList();
        Map<TranslationKey, PublicationInterval> before = new HashMap<>();
        List<UUID> entries = opened.stream()
                .map(row -> row.translation().entry().value())
                .distinct()
                .toList();
        Ground.inChunks(entries, chunk -> rows(CLOSED_WITH, site, version)
                        .setParameter("entries", chunk)
                        .getResultList())
                .forEach(row -> before.put(row.translation(), row));
        for (PublicationInterval row : sight.shown(site, opened, Viewer.PUBLIC)) {
            Optional<PublicationInterval> last = Optional.ofNullable(before.get(row.translation()));
            if (!row.isErased()) {
                pages.add(news(last.isPresent() ? Became.CHANGED : Became.PUBLISHED, row, last));
            }
        }
    }

    private static PageNews news(Became became, PublicationInterval row, Optional<PublicationInterval> before) {
        PageRef page = row.page();
        boolean erased = row.isErased();
        return new PageNews(
                became,
                page.entry(),
                page.locale(),
                page.type(),
                erased ? "" : page.path(),
                before.filter(last -> !last.isErased())
                        .map(last -> last.page().path())
                        .filter(path -> !path.equals(page.path())));
    }

    private List<PartNews> parts(SiteId site, long version, int most) {
        List<PartNews> parts = new ArrayList<>();
        Set<String> there = new HashSet<>();
        List<SitePart> opened = partRows("p.since = :version", site, version, most);
        opened.forEach(part -> there.add(part.kind() + " " + part.key()));
        sight.shownParts(site, opened, Viewer.PUBLIC)
                .forEach(part -> parts.add(new PartNews(part.kind(), part.key(), false)));
        partRows("p.until = :version", site, version, most).stream()
                .filter(part -> !there.contains(part.kind() + " " + part.key()))
                .forEach(part -> parts.add(new PartNews(part.kind(), part.key(), true)));
        return parts;
    }

    private List<SitePart> partRows(String which, SiteId site, long version, int most) {
        return data.createQuery(PARTS + which + " order by p.id", PartInterval.class)
                .setHint("eclipselink.read-only", true)
                .setParameter("site", site.value())
                .setParameter("version", version)
                .setParameter("everyone", Audience.EVERYONE.value())
                .setMaxResults(most)
                .getResultStream()
                .map(PartInterval::part)
                .toList();
    }

    private TypedQuery<PublicationInterval> rows(String query, SiteId site, long version) {
        return data.createQuery(query, PublicationInterval.class)
                .setHint("eclipselink.read-only", true)
                .setParameter("site", site.value())
                .setParameter("version", version)
                .setParameter("everyone", Audience.EVERYONE.value());
    }
}
