package nl.plein.cms.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import nl.plein.cms.kernel.Cursors;
import nl.plein.cms.kernel.Invalid;
import nl.plein.cms.people.Viewer;
import nl.plein.cms.publishing.Publications;
import nl.plein.cms.publishing.SiteMoment;
import nl.plein.cms.search.IndexedSearch.Found;
import nl.plein.cms.search.SearchPage.Hit;
import nl.plein.cms.tenancy.SiteRef;

/** Searching a site by words, with the places that matched. The site's agency must be current. */
@ApplicationScoped
public class FullText {

    /** Nobody reads further; a cursor past it would make the index rank more than it should. */
    private static final int DEEPEST = 1_000;

    @Inject
    PublicationIndex index;

    @Inject
    IndexedSearch search;

    @Inject
    Publications publications;

    @Inject
    Excerpts excerpts;

    @Inject
    Cursors cursors;

    @Inject
    Bulkhead bulkhead;

    /** @throws Invalid {@code bad-cursor}, {@code expired-cursor}, {@code too-expensive} */
    public SearchPage search(SiteRef site, Viewer viewer, SearchRequest request) {
        String hash = request.hash(site.id().value());
        Optional<ListCursor> cursor = request.cursor().map(c -> ListCursor.open(c, hash, cursors));
        IndexCursors reached = index.cursors();
        request.minVersion().ifPresent(wanted -> reached.await(site.id(), wanted, VisiblePublications.BUDGET));
        long version = cursor.map(ListCursor::version).orElseGet(() -> reached.position(site.id()));
        int offset = cursor.map(c -> Integer.parseInt(c.place())).orElse(0);
        Found found = search.page(site, viewer, version, request, offset);
        int end = offset + request.pageSize();
        Optional<String> next = found.more() && end < DEEPEST
                ? Optional.of(new ListCursor(version, Integer.toString(end)).sign(hash, cursors))
                : Optional.empty();
        return new SearchPage(
                bulkhead.pass(() -> hits(found, site, viewer, version, request)), version, next, found.total());
    }

    /** A hit carries words of the publication, so publishing is asked once more, at this very moment, who may see it. */
    private List<Hit> hits(Found found, SiteRef site, Viewer viewer, long version, SearchRequest request) {
        SearchedWords words = SearchedWords.of(request.words());
        return excerpts.hits(
                publications.many(site.id(), found.publications(), viewer, new SiteMoment(version)), words);
    }
}
