package nl.plein.cms.publishing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import nl.plein.cms.content.TranslationKey;
import nl.plein.cms.kernel.Audience;
import nl.plein.cms.kernel.Conflict;
import nl.plein.cms.kernel.EntryId;
import nl.plein.cms.kernel.NotFound;
import nl.plein.cms.kernel.RevisionId;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.tenancy.AgencyData;

/** What is open on a site, as a plan needs to see it: by entry, by place, by what a redirect leads to. */
@ApplicationScoped
class Ground {

    /** H2 compares each row that an index finds with the whole list once more: many short lists beat one long one. */
    private static final int CHUNK = 64;

    private static final String STANDING =
            "select p.id, p.entryId, p.locale, p.audience, p.path" + " from PublicationInterval p where p.site = :site";
    private static final String OPEN_PART =
            "select r from PartInterval r where r.site = :site and r.until = " + Versions.OPEN;

    @Inject
    @AgencyData
    EntityManager data;

    /** Open publications of these entries, in any locale. */
    List<Standing> openOf(SiteId site, Collection<UUID> entries) {
        return inChunks(
                entries,
                chunk -> standings(data.createQuery(
                                STANDING + " and p.span.until = :open and p.entryId in :entries", Object[].class)
                        .setParameter("site", site.value())
                        .setParameter("open", Versions.OPEN)
                        .setParameter("entries", chunk)));
    }

    /** Whether anything of this entry was ever published here, or erased. */
    boolean remembers(SiteId site, EntryId entry) {
        return List.of("PublicationInterval", "Erasure").stream()
                .anyMatch(kept -> data.createQuery(
                                        "select count(k) from " + kept
                                                + " k where k.site = :site and k.entryId = :entry",
                                        Long.class)
                                .setParameter("site", site.value())
                                .setParameter("entry", entry.value())
                                .getSingleResult()
                        > 0);
    }

    /** The revision that is open of a translation, and when the translation was published first. */
    record Shown(RevisionId revision, Instant first) {}

    /** What is open of these entries. */
    Map<TranslationKey, Shown> shown(SiteId site, Collection<UUID> entries) {
        Map<TranslationKey, Shown> found = new HashMap<>();
        inChunks(entries, chunk -> data.createQuery(
                                "select p.entryId, p.locale, p.revision, p.firstPublishedAt"
                                        + " from PublicationInterval p where p.site = :site"
                                        + " and p.span.until = :open and p.entryId in :entries",
                                Object[].class)
                        .setParameter("site", site.value())
                        .setParameter("open", Versions.OPEN)
                        .setParameter("entries", chunk)
                        .getResultList())
                .forEach(row -> found.put(
                        new TranslationKey(new EntryId((UUID) row[0]), (String) row[1]),
                        new Shown(new RevisionId((UUID) row[2]), (Instant) row[3])));
        return found;
    }

    /** Open publications at these places. */
    List<Standing> openAt(SiteId site, Collection<String> places) {
        return inChunks(
                places,
                chunk -> standings(
                        data.createQuery(STANDING + " and p.span.until = :open and p.place in :places", Object[].class)
                                .setParameter("site", site.value())
                                .setParameter("open", Versions.OPEN)
                                .setParameter("places", chunk)));
    }

    /** Open publications of this audience. */
    List<Standing> openFor(SiteId site, String audience) {
        return standings(
                data.createQuery(STANDING + " and p.span.until = :open and p.audience = :audience", Object[].class)
                        .setParameter("site", site.value())
                        .setParameter("open", Versions.OPEN)
                        .setParameter("audience", audience));
    }

    /** Open publications whose page is this one or lies under it. */
    List<Standing> openUnder(SiteId site, String path) {
        return standings(data.createQuery(
                        STANDING + " and p.span.until = :open and (p.path = :path or p.path like :under)",
                        Object[].class)
                .setParameter("site", site.value())
                .setParameter("open", Versions.OPEN)
                .setParameter("path", path)
                .setParameter("under", path + "/%"));
    }

    List<Standing> allOpen(SiteId site) {
        return standings(data.createQuery(STANDING + " and p.span.until = :open", Object[].class)
                .setParameter("site", site.value())
                .setParameter("open", Versions.OPEN));
    }

    /** Publications opened, closed or marked after this version, at most so many. */
    List<Standing> changedAfter(SiteId site, long version, int most) {
        return standings(
                data.createQuery(STANDING + " and p.span.site = :site and p.span.changed > :version", Object[].class)
                        .setParameter("site", site.value())
                        .setParameter("version", version)
                        .setMaxResults(most));
    }

    /** Open parts of any kind at these places. */
    List<SitePart> partsAt(SiteId site, Collection<String> places) {
        return inChunks(
                places,
                chunk -> parts(data.createQuery(OPEN_PART + " and r.place in :places", PartInterval.class)
                        .setParameter("site", site.value())
                        .setParameter("places", chunk)));
    }

    /** Open redirects to these places. */
    List<SitePart> redirectsTo(SiteId site, Collection<String> places) {
        return inChunks(
                places,
                chunk -> parts(data.createQuery(OPEN_PART + " and r.targetPlace in :places", PartInterval.class)
                        .setParameter("site", site.value())
                        .setParameter("places", chunk)));
    }

    /** Open redirects to these entries, and tombstones of them. */
    List<SitePart> redirectsToEntries(SiteId site, Collection<EntryId> entries) {
        return inChunks(
                entries.stream().map(EntryId::value).toList(),
                chunk -> parts(data.createQuery(OPEN_PART + " and r.targetEntry in :entries", PartInterval.class)
                        .setParameter("site", site.value())
                        .setParameter("entries", chunk)));
    }

    List<SitePart> partsChangedAfter(SiteId site, long version, int most) {
        return parts(data.createQuery(
                        "select r from PartInterval r where r.site = :site and r.changed > :version",
                        PartInterval.class)
                .setParameter("site", site.value())
                .setParameter("version", version)
                .setMaxResults(most));
    }

    List<UUID> erasedAfter(SiteId site, long version) {
        return data.createQuery(
                        "select e.entryId from Erasure e where e.site = :site and e.number > :version", UUID.class)
                .setParameter("site", site.value())
                .setParameter("version", version)
                .getResultList();
    }

    /** Whether none of these translations is open; or, if closed ones count too, was ever. */
    boolean nonePublished(SiteId site, Collection<TranslationKey> translations, boolean closedCount) {
        List<UUID> entries =
                translations.stream().map(key -> key.entry().value()).distinct().toList();
        return inChunks(
                        entries,
                        chunk -> standings(data.createQuery(
                                        STANDING + " and p.entryId in :entries and p.span.until > :least",
                                        Object[].class)
                                .setParameter("site", site.value())
                                .setParameter("entries", chunk)
                                .setParameter("least", closedCount ? 0L : Versions.OPEN - 1)))
                .stream()
                .noneMatch(standing -> translations.contains(standing.translation()));
    }

    /** Only what is closed can be marked. */
    void refuseUnknownOrOpen(SiteId site, Collection<UUID> publications) {
        List<Long> ends = inChunks(publications, chunk -> data.createQuery(
                        "select p.span.until from PublicationInterval p where p.site = :site and p.id in :ids"
                                + " and p.span.until > 0",
                        Long.class)
                .setParameter("site", site.value())
                .setParameter("ids", chunk)
                .getResultList());
        if (ends.size() < publications.size() || publications.isEmpty()) {
            throw new NotFound("unknown-publication", "Site " + site + " has no such publication.");
        }
        if (ends.contains(Versions.OPEN)) {
            throw new Conflict(
                    "still-published", "One of these is still published: unpublish it as withdrawn instead.");
        }
    }

    private static List<Standing> standings(TypedQuery<Object[]> query) {
        return query.getResultList().stream()
                .map(row -> new Standing(
                        (UUID) row[0],
                        new TranslationKey(new EntryId((UUID) row[1]), (String) row[2]),
                        Audience.of((String) row[3]),
                        (String) row[4]))
                .toList();
    }

    private static List<SitePart> parts(TypedQuery<PartInterval> query) {
        return query.setHint("eclipselink.read-only", true)
                .getResultStream()
                .map(PartInterval::part)
                .toList();
    }

    static <K, R> List<R> inChunks(Collection<K> keys, Function<List<K>, List<R>> query) {
        var all = new ArrayList<>(keys);
        var found = new ArrayList<R>();
        for (int from = 0; from < all.size(); from += CHUNK) {
            found.addAll(query.apply(all.subList(from, Math.min(from + CHUNK, all.size()))));
        }
        return found;
    }
}
