package nl.plein.cms.publishing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
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
import nl.plein.cms.tenancy.Sites;
import tools.jackson.databind.JsonNode;

/**
 * Reads publications at any moment of a site, as one viewer may see them. Each method takes a constant number of queries,
 * or none where memory knows the answer: outside of a transaction, and at the newest moments.
 */
@ApplicationScoped
public class Publications {

    @Inject
    PublicationRows rows;

    @Inject
    KnownRows known;

    @Inject
    SiteParts parts;

    @Inject
    Sites sites;

    @Inject
    KeptWords keptWords;

    /** What stands at this path. Of several publications for different audiences the narrowest answers. */
    public PathAnswer byPath(SiteId site, String path, Viewer viewer, SiteMoment moment) {
        List<PublicationInterval> standing = of(known.at(site, path, moment), viewer);
        Optional<PublicationInterval> shown = shown(site, standing, viewer).stream()
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
        return withWords(shown(site, of(known.ofEntries(site, entries, moment), viewer), viewer));
    }

    /** As {@link #ofEntries}, without the fields: for links and language switches. */
    public List<PageRef> pagesOf(SiteId site, Collection<EntryId> entries, Viewer viewer, SiteMoment moment) {
        return shown(site, of(known.ofEntries(site, entries, moment), viewer), viewer).stream()
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
        Map<UUID, Publication> found = new HashMap<>();
        withWords(shownOfThese(site, publications, viewer, moment)).forEach(one -> found.put(one.id(), one));
        List<Publication> ordered = new ArrayList<>();
        publications.forEach(id -> Optional.ofNullable(found.get(id)).ifPresent(ordered::add));
        return ordered;
    }

    /** Those of these publications that lie at the moment and that the viewer may see: {@link #many} without their words. */
    public Set<UUID> shownOf(SiteId site, Collection<UUID> publications, Viewer viewer, SiteMoment moment) {
        return shownOfThese(site, publications, viewer, moment).stream()
                .map(PublicationInterval::id)
                .collect(Collectors.toSet());
    }

    private List<PublicationInterval> shownOfThese(
            SiteId site, Collection<UUID> publications, Viewer viewer, SiteMoment moment) {
        return shown(site, of(known.many(site, publications, moment).values(), viewer), viewer);
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
            List<PublicationInterval> found = rows.page(site, viewer, moment, type, locale, last, most);
            List<Publication> shown = withWords(shown(site, found, viewer));
            page.addAll(shown.subList(0, Math.min(shown.size(), most - page.size())));
            if (found.size() < most) {
                break;
            }
            PublicationInterval end = found.get(found.size() - 1);
            last = Optional.of(end.with(Eraser.REDACTION));
        }
        return page;
    }

    /**
     * All publications, seen by nobody in particular, that versions in {@code (after, until]} opened, closed, marked as
     * withdrawn or erased: what a follower that keeps intervals has to look at again. By keyset on (version, id).
     *
     * @param last the last one of the page before; empty for the first page
     */
    public List<Touched> touched(SiteId site, long after, long until, Optional<Touched> last, int most) {
        List<PublicationInterval> found = rows.touched(site, after, until, last, most);
        List<Publication> publications = withWords(found);
        List<Touched> touched = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            touched.add(new Touched(publications.get(i), found.get(i).changedWith()));
        }
        return touched;
    }

    /** A publication and the version that touched it last. */
    public record Touched(Publication publication, long atVersion) {}

    private static List<PublicationInterval> of(Collection<PublicationInterval> lying, Viewer viewer) {
        return lying.stream().filter(row -> viewer.sees(row.audience())).toList();
    }

    private List<PublicationInterval> shown(SiteId site, List<PublicationInterval> lying, Viewer viewer) {
        return lying.stream().allMatch(PublicationInterval::isOpen) ? lying : rows.shown(site, lying, viewer);
    }

    List<Publication> withWords(List<PublicationInterval> lying) {
        Map<UUID, JsonNode> words = new HashMap<>();
        Set<UUID> missing = new LinkedHashSet<>();
        for (PublicationInterval row : lying) {
            if (!row.isErased()) {
                keptWords
                        .find(row.content())
                        .ifPresentOrElse(found -> words.put(row.content(), found), () -> missing.add(row.content()));
            }
        }
        if (!missing.isEmpty()) {
            words.putAll(rows.words(missing));
        }
        return lying.stream()
                .map(row -> row.with(words.getOrDefault(row.content(), Eraser.REDACTION)))
                .toList();
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
