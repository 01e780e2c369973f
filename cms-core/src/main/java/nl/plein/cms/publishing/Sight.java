package nl.plein.cms.publishing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.plein.cms.content.TranslationKey;
import nl.plein.cms.kernel.Audience;
import nl.plein.cms.kernel.EntryId;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.people.Viewer;
import nl.plein.cms.tenancy.AgencyData;

/**
 * The one place that decides whether somebody may see a publication or site part that lies at a moment they ask for.
 *
 * <p>An open one: if they belong to its audience. A closed one: if, besides, they hold {@code history.read}; or if it was
 * superseded, not withdrawn, and something newer of the same translation (or part) is open that they may see now. So a
 * past version, an old cursor or a feed shows nothing that this viewer could not be shown in some form today.
 */
@ApplicationScoped
class Sight {

    @Inject
    @AgencyData
    EntityManager data;

    /** The names of the audiences whose publications this viewer sees. */
    static List<String> audiences(Viewer viewer) {
        return viewer.audiences().stream().map(Audience::value).toList();
    }

    /** Those that may be shown, in the same order; one query at most. They lie at the moment and in the audience. */
    List<PublicationInterval> shown(SiteId site, List<PublicationInterval> rows, Viewer viewer) {
        if (viewer.mayReadHistory() || rows.stream().allMatch(PublicationInterval::isOpen)) {
            return rows;
        }
        Set<TranslationKey> stillThere = openNow(site, rows, viewer);
        return rows.stream()
                .filter(row ->
                        row.isOpen() || (row.closing() == Closing.SUPERSEDED && stillThere.contains(row.translation())))
                .toList();
    }

    /** As {@link #shown}, for site parts. */
    List<SitePart> shownParts(SiteId site, List<SitePart> parts, Viewer viewer) {
        if (viewer.mayReadHistory() || parts.stream().allMatch(part -> part.to() == Versions.OPEN)) {
            return parts;
        }
        Set<String> stillThere = new HashSet<>();
        List<String> places = parts.stream()
                .filter(part -> part.to() != Versions.OPEN)
                .map(part -> Place.of(part.key()))
                .distinct()
                .toList();
        Ground.inChunks(places, chunk -> data.createQuery(
                                "select r.kind, r.place from PartInterval r where r.site = :site"
                                        + " and r.until = :open and r.place in :places"
                                        + " and r.audience in :audiences",
                                Object[].class)
                        .setParameter("site", site.value())
                        .setParameter("open", Versions.OPEN)
                        .setParameter("places", chunk)
                        .setParameter("audiences", audiences(viewer))
                        .getResultList())
                .forEach(row -> stillThere.add(row[0] + " " + row[1]));
        return parts.stream()
                .filter(part ->
                        part.to() == Versions.OPEN || stillThere.contains(part.kind() + " " + Place.of(part.key())))
                .toList();
    }

    private Set<TranslationKey> openNow(SiteId site, List<PublicationInterval> rows, Viewer viewer) {
        List<UUID> entries = rows.stream()
                .filter(row -> !row.isOpen())
                .map(row -> row.translation().entry().value())
                .distinct()
                .toList();
        Set<TranslationKey> open = new HashSet<>();
        List<Object[]> found = new ArrayList<>(Ground.inChunks(entries, chunk -> data.createQuery(
                        "select p.entryId, p.locale from PublicationInterval p where p.site = :site"
                                + " and p.span.until = :open and p.entryId in :entries"
                                + " and p.audience in :audiences",
                        Object[].class)
                .setParameter("site", site.value())
                .setParameter("open", Versions.OPEN)
                .setParameter("entries", chunk)
                .setParameter("audiences", audiences(viewer))
                .getResultList()));
        found.forEach(row -> open.add(new TranslationKey(new EntryId((UUID) row[0]), (String) row[1])));
        return open;
    }
}
