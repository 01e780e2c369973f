package nl.plein.cms.publishing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.plein.cms.kernel.Cursors;
import nl.plein.cms.kernel.Invalid;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.kernel.Stale;
import nl.plein.cms.people.Viewer;
import nl.plein.cms.tenancy.AgencyData;
import nl.plein.cms.tenancy.Sites;
import org.jspecify.annotations.Nullable;

/**
 * The net difference between two versions of a site, as one viewer may see it. Purges come first, then what is gone, then
 * what is there; within each, rows lie in the order of their last change, so that what a later version touches during a read
 * may come once more, and never too late.
 *
 * <p>A follower that applies pages one by one must finish a read it has begun: it writes {@code until} down before it
 * applies the first page and, after a crash, reads from the same {@code after} to that {@code until} again. One that
 * applies a whole read at once need not. Withdrawn content is in no page, whatever {@code until} is; what lay at
 * {@code until} and was withdrawn since comes as gone.
 */
@ApplicationScoped
@Transactional
public class ChangeFeed {

    /** Items on a page, at most. */
    public static final int LARGEST_PAGE = 1_000;

    private static final String SAME_AT_END = " and (p.span.until > :until or not exists (select q.id from"
            + " PublicationInterval q where q.site = p.site and q.entryId = p.entryId and q.locale = p.locale"
            + " and q.audience = p.audience and q.place = p.place"
            + " and q.span.since <= :until and q.span.until > :until))";
    private static final String SAME_PART_AT_END = " and (p.until > :until or not exists (select q.id from"
            + " PartInterval q where q.site = p.site and q.kind = p.kind and q.place = p.place"
            + " and q.audience = p.audience and q.since <= :until and q.until > :until))";

    // %1$s holds the versions: p.span of a publication, p of a part.
    private static final String GONE = " where %1$s.site = :site and %1$s.changed > :after and %1$s.since <= :after"
            + " and %1$s.until > :after and %1$s.until < :open and p.audience in :audiences";
    private static final String THERE =
            " where %1$s.site = :site and %1$s.changed > :after and %1$s.since > :after and %1$s.since <= :until"
                    + " and %1$s.until > :until and p.audience in :audiences";
    private static final String ENTRIES = "select p from PublicationInterval p";
    private static final String PARTS = "select p from PartInterval p";

    @Inject
    @AgencyData
    EntityManager data;

    @Inject
    Sites sites;

    @Inject
    Moments moments;

    @Inject
    Sight sight;

    @Inject
    Publications publications;

    @Inject
    Cursors cursors;

    /**
     * @param after    the version the follower has; 0 for none
     * @param until    null for the newest
     * @param position the {@code next} of the page before, which then also fixes {@code after} and {@code until}
     * @param pageSize 1 to {@link #LARGEST_PAGE}
     * @throws Stale   {@code resync} if the history since {@code after} is not kept, or never was on this site
     * @throws Invalid {@code unknown-version}, {@code bad-cursor}, {@code expired-cursor}, {@code page-size}
     */
    public ChangePage read(
            SiteId site, long after, @Nullable Long until, Viewer viewer, @Nullable String position, int pageSize) {
        if (pageSize < 1 || pageSize > LARGEST_PAGE) {
            throw new Invalid("page-size", "A page of changes holds 1 to " + LARGEST_PAGE + " items.");
        }
        var follower = new Viewer(viewer.person(), viewer.audiences(), false);
        FeedPosition from = position == null
                ? FeedPosition.start(site, follower, after, end(site, after, until))
                : FeedPosition.of(cursors.open(position), site, follower);
        return new Page(site, follower, pageSize).fill(from);
    }

    private long end(SiteId site, long after, @Nullable Long until) {
        long newest = sites.get(site).version();
        if (after < 0 || (until != null && (until < after || until > newest))) {
            throw new Invalid(
                    "unknown-version",
                    "Ask for changes after a version from 0 on, until a version up to " + newest
                            + " that is not older.");
        }
        if (after > newest) {
            throw new Stale(
                    "resync",
                    "Site \"" + site + "\" has not come to version " + after + ": forget your copy and start from 0.");
        }
        moments.refuseForgotten(site, after);
        return until == null ? newest : until;
    }

    /** One page in the making. Each phase asks once, so that a page takes a constant number of queries. */
    private final class Page {

        private final SiteId site;
        private final Viewer viewer;
        private final int size;
        private final List<Change> items = new ArrayList<>();

        Page(SiteId site, Viewer viewer, int size) {
            this.site = site;
            this.viewer = viewer;
            this.size = size;
        }

        ChangePage fill(FeedPosition start) {
            FeedPosition position = start;
            while (position.phase() != FeedPosition.Phase.END && items.size() < size) {
                int room = size - items.size();
                FeedPosition reached = add(position, room);
                if (!reached.equals(position)) {
                    position = reached;
                    break;
                }
                position = position.nextPhase();
            }
            boolean complete = position.phase() == FeedPosition.Phase.END;
            return new ChangePage(
                    start.after(),
                    start.until(),
                    List.copyOf(items),
                    complete,
                    complete ? Optional.empty() : Optional.of(cursors.sign(position.members())));
        }

        /** @return where it came to if the phase may have more, else the given position */
        private FeedPosition add(FeedPosition position, int room) {
            return switch (position.phase()) {
                case PURGES -> purges(position, room);
                case GONE -> gone(position, room);
                case THERE -> there(position, room);
                case PARTS_GONE -> partsGone(position, room);
                case PARTS_THERE -> partsThere(position, room);
                case END -> position;
            };
        }

        private FeedPosition purges(FeedPosition position, int room) {
            List<Erasure> rows = data.createQuery(
                            "select e from Erasure e where e.site = :site and e.number > :after"
                                    + " and (e.number > :v or (e.number = :v and e.entryId > :id))"
                                    + " and exists (select p.id from PublicationInterval p where p.site = e.site"
                                    + " and p.entryId = e.entryId and p.audience in :audiences)"
                                    + " order by e.number, e.entryId",
                            Erasure.class)
                    .setParameter("site", site.value())
                    .setParameter("after", position.after())
                    .setParameter("v", position.version())
                    .setParameter("id", position.id())
                    .setParameter("audiences", Sight.audiences(viewer))
                    .setMaxResults(room)
                    .getResultList();
            rows.forEach(row -> items.add(new Change.Purged(row.entry())));
            return rows.size() < room
                    ? position
                    : position.at(
                            rows.get(rows.size() - 1).number(),
                            rows.get(rows.size() - 1).entry().value());
        }

        private FeedPosition gone(FeedPosition position, int room) {
            List<PublicationInterval> rows = page(
                    ENTRIES + GONE + SAME_AT_END + " and p.contentHash <> ''",
                    "p.span",
                    "changed",
                    PublicationInterval.class,
                    position,
                    room,
                    true);
            List<PublicationInterval> closedLater = rows.stream()
                    .filter(row -> row.isVisibleAt(position.until()))
                    .toList();
            Set<UUID> shown = new HashSet<>();
            sight.shown(site, closedLater, viewer).forEach(row -> shown.add(row.id()));
            rows.stream().filter(row -> !shown.contains(row.id())).forEach(row -> items.add(gone(row)));
            return rows.size() < room ? position : after(position, rows.get(rows.size() - 1));
        }

        private FeedPosition after(FeedPosition position, PublicationInterval last) {
            return position.at(last.changedWith(), last.id());
        }

        private FeedPosition there(FeedPosition position, int room) {
            List<PublicationInterval> rows =
                    page(ENTRIES + THERE, "p.span", "changed", PublicationInterval.class, position, room, false);
            List<PublicationInterval> shown = sight.shown(site, rows, viewer);
            Set<UUID> ids = new HashSet<>();
            shown.forEach(row -> ids.add(row.id()));
            rows.stream()
                    .filter(row -> !ids.contains(row.id()) && !row.isErased())
                    .forEach(row -> items.add(gone(row)));
            publications.withWords(shown).forEach(one -> items.add(new Change.EntryThere(one)));
            return rows.size() < room ? position : after(position, rows.get(rows.size() - 1));
        }

        private Change gone(PublicationInterval row) {
            Standing was = row.standing();
            return new Change.EntryGone(
                    was.translation().entry(), was.translation().locale(), was.audience(), was.path());
        }

        private FeedPosition partsGone(FeedPosition position, int room) {
            List<PartInterval> rows = page(
                    PARTS + GONE + SAME_PART_AT_END + " and p.partKey <> ''",
                    "p",
                    "changed",
                    PartInterval.class,
                    position,
                    room,
                    true);
            List<SitePart> parts = rows.stream().map(PartInterval::part).toList();
            Set<UUID> shown = idsShown(
                    parts.stream().filter(part -> part.to() > position.until()).toList());
            parts.stream().filter(part -> !shown.contains(part.id())).forEach(part -> items.add(gone(part)));
            return rows.size() < room
                    ? position
                    : position.at(
                            rows.get(rows.size() - 1).changedWith(),
                            parts.get(parts.size() - 1).id());
        }

        private FeedPosition partsThere(FeedPosition position, int room) {
            List<SitePart> parts = page(
                            PARTS + THERE + " and p.partKey <> ''",
                            "p",
                            "since",
                            PartInterval.class,
                            position,
                            room,
                            false)
                    .stream()
                    .map(PartInterval::part)
                    .toList();
            Set<UUID> shown = idsShown(parts);
            parts.forEach(part -> items.add(shown.contains(part.id()) ? new Change.PartThere(part) : gone(part)));
            return parts.size() < room
                    ? position
                    : position.at(
                            parts.get(parts.size() - 1).from(),
                            parts.get(parts.size() - 1).id());
        }

        private Change gone(SitePart part) {
            return new Change.PartGone(part.kind(), part.key(), part.audience());
        }

        private Set<UUID> idsShown(List<SitePart> parts) {
            Set<UUID> ids = new HashSet<>();
            sight.shownParts(site, parts, viewer).forEach(part -> ids.add(part.id()));
            return ids;
        }

        private <T> List<T> page(
                String query,
                String span,
                String order,
                Class<T> type,
                FeedPosition position,
                int room,
                boolean needsOpen) {
            String keyset = " and %1$s.%2$s >= :v and (%1$s.%2$s > :v or %1$s.id > :id)"
                    + " order by %1$s.site, %1$s.%2$s, %1$s.id";
            TypedQuery<T> rows = data.createQuery((query + keyset).formatted(span, order), type)
                    .setHint("eclipselink.read-only", true)
                    .setParameter("site", site.value())
                    .setParameter("after", position.after())
                    .setParameter("until", position.until())
                    .setParameter("audiences", Sight.audiences(viewer))
                    .setParameter("v", position.version())
                    .setParameter("id", position.id())
                    .setMaxResults(room);
            if (needsOpen) {
                rows.setParameter("open", Versions.OPEN);
            }
            return rows.getResultList();
        }
    }

    /** From which version on the history is whole; older cursors have to start again. */
    void keepFrom(SiteId site, long version) {
        data.merge(new KeptHistory(site, version));
    }
}
