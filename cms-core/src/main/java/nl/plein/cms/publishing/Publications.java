package nl.plein.cms.publishing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.plein.cms.content.TranslationKey;
import nl.plein.cms.kernel.EntryId;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.people.Viewer;
import nl.plein.cms.tenancy.AgencyData;
import nl.plein.cms.tenancy.Sites;
import tools.jackson.databind.JsonNode;

/** Reads publications at any moment of a site, as one viewer may see them. Each method takes a constant number of queries. */
@ApplicationScoped
@Transactional
public class Publications {

    private static final String VISIBLE = "select p from PublicationInterval p where p.site = :site"
            + " and p.span.since <= :version and p.span.until > :version and p.audience in :audiences";

    @Inject
    @AgencyData
    EntityManager data;

    @Inject
    Sight sight;

    @Inject
    SiteParts parts;

    @Inject
    Sites sites;

    @Inject
    KeptWords keptWords;

    /** What stands at this path. Of several publications for different audiences the narrowest answers. */
    public PathAnswer byPath(SiteId site, String path, Viewer viewer, SiteMoment moment) {
        List<PublicationInterval> standing = visible(VISIBLE + " and p.place = :place", site, viewer, moment)
                .setParameter("place", Place.of(path))
                .getResultList();
        Optional<PublicationInterval> shown = sight.shown(site, standing, viewer).stream()
                .max(Comparator.comparingInt(row -> row.audience().narrowness()));
        if (shown.isPresent()) {
            return new PathAnswer.Found(withWords(List.of(shown.get())).get(0));
        }
        return parts.redirect(site, path, viewer, moment)
                .map(redirect -> follow(site, redirect, viewer, moment))
                .orElseGet(() -> standing.isEmpty() ? new PathAnswer.Absent() : new PathAnswer.Gone());
    }

    public Optional<Publication> byId(SiteId site, EntryId entry, String locale, Viewer viewer, SiteMoment moment) {
        return Optional.ofNullable(
                byIds(site, List.of(entry), locale, viewer, moment).get(entry));
    }

    /** Those of these entries that the viewer sees in this locale. */
    public Map<EntryId, Publication> byIds(
            SiteId site, Collection<EntryId> entries, String locale, Viewer viewer, SiteMoment moment) {
        Map<EntryId, Publication> found = new LinkedHashMap<>();
        for (Publication publication : ofEntries(site, entries, viewer, moment)) {
            if (publication.locale().equals(locale)) {
                found.put(publication.entry(), publication);
            }
        }
        return found;
    }

    /** All translations of these entries that the viewer sees. */
    public List<Publication> ofEntries(SiteId site, Collection<EntryId> entries, Viewer viewer, SiteMoment moment) {
        List<UUID> ids = entries.stream().map(EntryId::value).distinct().toList();
        List<PublicationInterval> rows =
                Ground.inChunks(ids, chunk -> visible(VISIBLE + " and p.entryId in :entries", site, viewer, moment)
                        .setParameter("entries", chunk)
                        .getResultList());
        return withWords(sight.shown(site, rows, viewer));
    }

    /** As {@link #ofEntries}, without the fields: for links and language switches. */
    public List<PageRef> pagesOf(SiteId site, Collection<EntryId> entries, Viewer viewer, SiteMoment moment) {
        List<UUID> ids = entries.stream().map(EntryId::value).distinct().toList();
        List<PublicationInterval> rows =
                Ground.inChunks(ids, chunk -> visible(VISIBLE + " and p.entryId in :entries", site, viewer, moment)
                        .setParameter("entries", chunk)
                        .getResultList());
        return sight.shown(site, rows, viewer).stream()
                .map(PublicationInterval::page)
                .toList();
    }

    /**
     * Publications by their own ids, as an index knows them; those that do not lie at the moment, or that the viewer may
     * not see, are left out.
     *
     * @return in the order of the ids
     */
    public List<Publication> many(SiteId site, Collection<UUID> publications, Viewer viewer, SiteMoment moment) {
        List<PublicationInterval> rows =
                Ground.inChunks(publications, chunk -> visible(VISIBLE + " and p.id in :ids", site, viewer, moment)
                        .setParameter("ids", chunk)
                        .getResultList());
        Map<UUID, Publication> found = new HashMap<>();
        withWords(sight.shown(site, rows, viewer)).forEach(one -> found.put(one.id(), one));
        List<Publication> ordered = new ArrayList<>();
        publications.forEach(id -> Optional.ofNullable(found.get(id)).ifPresent(ordered::add));
        return ordered;
    }

    /** Those of these publications that lie at the moment and that the viewer may see: {@link #many} without their words. */
    public Set<UUID> shownOf(SiteId site, Collection<UUID> publications, Viewer viewer, SiteMoment moment) {
        List<PublicationInterval> rows =
                Ground.inChunks(publications, chunk -> visible(VISIBLE + " and p.id in :ids", site, viewer, moment)
                        .setParameter("ids", chunk)
                        .getResultList());
        return sight.shown(site, rows, viewer).stream()
                .map(PublicationInterval::id)
                .collect(Collectors.toSet());
    }

    /**
     * What lies at a moment, newest first by {@code publishedAt}, for moments that the index no longer holds. Pages by
     * keyset: give the last one of the page before.
     *
     * @param type   empty for all types
     * @param locale empty for all locales
     */
    public List<Publication> list(
            SiteId site,
            Viewer viewer,
            SiteMoment moment,
            Optional<String> type,
            Optional<String> locale,
            Optional<Publication> after,
            int most) {
        List<Publication> page = new ArrayList<>();
        Optional<Publication> last = after;
        while (page.size() < most) {
            List<PublicationInterval> rows = rowsAfter(site, viewer, moment, type, locale, last, most);
            List<Publication> shown = withWords(sight.shown(site, rows, viewer));
            page.addAll(shown.subList(0, Math.min(shown.size(), most - page.size())));
            if (rows.size() < most) {
                break;
            }
            PublicationInterval end = rows.get(rows.size() - 1);
            last = Optional.of(end.with(Eraser.REDACTION));
        }
        return page;
    }

    private List<PublicationInterval> rowsAfter(
            SiteId site,
            Viewer viewer,
            SiteMoment moment,
            Optional<String> type,
            Optional<String> locale,
            Optional<Publication> last,
            int most) {
        String query = VISIBLE
                + (type.isPresent() ? " and p.typeKey = :type" : "")
                + (locale.isPresent() ? " and p.locale = :locale" : "")
                + (last.isPresent() ? " and (p.publishedAt < :time or (p.publishedAt = :time and p.id > :id))" : "")
                + " order by p.publishedAt desc, p.id";
        TypedQuery<PublicationInterval> rows =
                visible(query, site, viewer, moment).setMaxResults(most);
        type.ifPresent(key -> rows.setParameter("type", key));
        locale.ifPresent(tag -> rows.setParameter("locale", tag));
        last.ifPresent(one -> rows.setParameter("time", one.publishedAt()).setParameter("id", one.id()));
        return rows.getResultList();
    }

    /**
     * All publications, seen by nobody in particular, that versions in {@code (after, until]} opened, closed, marked as
     * withdrawn or erased: what a follower that keeps intervals has to look at again. By keyset on (version, id).
     *
     * @param last the last one of the page before; empty for the first page
     */
    public List<Touched> touched(SiteId site, long after, long until, Optional<Touched> last, int most) {
        String query = "select p from PublicationInterval p where p.span.site = :site and p.span.changed >= :from"
                + " and p.span.changed <= :until"
                + (last.isPresent() ? " and (p.span.changed > :from or p.span.id > :id)" : "")
                + " order by p.span.site, p.span.changed, p.span.id";
        TypedQuery<PublicationInterval> rows = data.createQuery(query, PublicationInterval.class)
                .setHint("eclipselink.read-only", true)
                .setParameter("site", site.value())
                .setParameter("from", last.map(Touched::atVersion).orElse(after + 1))
                .setParameter("until", until)
                .setMaxResults(most);
        last.ifPresent(one -> rows.setParameter("id", one.publication().id()));
        List<PublicationInterval> found = rows.getResultList();
        List<Publication> publications = withWords(found);
        List<Touched> touched = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            touched.add(new Touched(publications.get(i), found.get(i).changedWith()));
        }
        return touched;
    }

    /** A publication and the version that touched it last. */
    public record Touched(Publication publication, long atVersion) {}

    /**
     * What versions after this one touched on a site, seen by nobody in particular, each with the version that did it last:
     * for caches, which must know what else may have changed and not what it says now.
     */
    public List<Touch> touchedAfter(SiteId site, long version, int most) {
        return data.createQuery(
                        "select p.entryId, p.typeKey, p.locale, p.path, p.contentHash, p.span.changed"
                                + " from PublicationInterval p where p.span.site = :site and p.span.changed > :version"
                                + " order by p.span.site, p.span.changed, p.span.id",
                        Object[].class)
                .setParameter("site", site.value())
                .setParameter("version", version)
                .setMaxResults(most)
                .getResultStream()
                .map(row -> new Touch(
                        new EntryId((UUID) row[0]),
                        (String) row[1],
                        (String) row[2],
                        (String) row[3],
                        ((String) row[4]).isEmpty(),
                        (Long) row[5]))
                .toList();
    }

    /** @param erased whether nothing but the entry's id is left of it, not even its path */
    public record Touch(EntryId entry, String type, String locale, String path, boolean erased, long atVersion) {}

    List<Publication> withWords(List<PublicationInterval> rows) {
        Map<UUID, JsonNode> words = wordsOf(rows);
        return rows.stream()
                .map(row -> row.with(words.getOrDefault(row.content(), Eraser.REDACTION)))
                .toList();
    }

    /** By the ids of contents; without those that were erased. */
    private Map<UUID, JsonNode> wordsOf(List<PublicationInterval> rows) {
        Map<UUID, JsonNode> words = new HashMap<>();
        Set<UUID> missing = new LinkedHashSet<>();
        for (PublicationInterval row : rows) {
            if (!row.isErased()) {
                keptWords
                        .find(row.content())
                        .ifPresentOrElse(known -> words.put(row.content(), known), () -> missing.add(row.content()));
            }
        }
        Ground.inChunks(missing, chunk -> {
            data.createQuery("select c from PublicationContent c where c.id in :ids", PublicationContent.class)
                    .setHint("eclipselink.read-only", true)
                    .setParameter("ids", chunk)
                    .getResultList()
                    .forEach(content -> {
                        words.put(content.id(), content.payload());
                        keptWords.keep(content.id(), content.payload());
                    });
            return List.of();
        });
        return words;
    }

    private TypedQuery<PublicationInterval> visible(String query, SiteId site, Viewer viewer, SiteMoment moment) {
        return data.createQuery(query, PublicationInterval.class)
                .setHint("eclipselink.read-only", true)
                .setParameter("site", site.value())
                .setParameter("version", moment.version())
                .setParameter("audiences", Sight.audiences(viewer));
    }

    /** To an entry in no named locale it leads to the page in the first locale of the site that has one. */
    private PathAnswer follow(SiteId site, SitePart redirect, Viewer viewer, SiteMoment moment) {
        int status = redirect.value().path("status").asInt(308);
        if (redirect.isTombstone()) {
            return new PathAnswer.Gone();
        }
        Optional<TranslationKey> entry = redirect.targetEntry();
        if (entry.isPresent()) {
            String locale = entry.get().locale();
            List<String> locales = locale.isEmpty() ? sites.get(site).locales() : List.of(locale);
            return pagesOf(site, List.of(entry.get().entry()), viewer, moment).stream()
                    .filter(page -> locales.contains(page.locale()))
                    .filter(page -> !page.path().isEmpty() && !page.path().equals(redirect.key()))
                    .min(Comparator.comparingInt(page -> locales.indexOf(page.locale())))
                    .<PathAnswer>map(page -> new PathAnswer.Moved(page.path(), status))
                    .orElseGet(PathAnswer.Gone::new);
        }
        return redirect.targetPath()
                .<PathAnswer>map(to -> new PathAnswer.Moved(to, status))
                .orElseGet(PathAnswer.Gone::new);
    }
}
