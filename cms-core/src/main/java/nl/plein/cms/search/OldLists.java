package nl.plein.cms.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import nl.plein.cms.kernel.Cursors;
import nl.plein.cms.kernel.Invalid;
import nl.plein.cms.people.Viewer;
import nl.plein.cms.publishing.PathAnswer;
import nl.plein.cms.publishing.Publication;
import nl.plein.cms.publishing.Publications;
import nl.plein.cms.publishing.SiteMoment;
import nl.plein.cms.tenancy.SiteRef;

/** Lists of a past that the index no longer holds: from the database, which can do less. */
@ApplicationScoped
class OldLists {

    @Inject
    Publications publications;

    @Inject
    Cursors cursors;

    /** @throws Invalid {@code past-too-far} if more is asked than one type, locale, path, and the newest first */
    ListPage list(
            SiteRef site, Viewer viewer, long version, ListRequest request, Optional<ListCursor> cursor, String hash) {
        refuseWhatNeedsTheIndex(request);
        SiteMoment moment = new SiteMoment(version);
        if (request.path().isPresent()) {
            return new ListPage(
                    atPath(site, viewer, moment, request), version, Optional.empty(), OptionalLong.empty(), false);
        }
        Optional<Publication> after = cursor.flatMap(
                c -> publications.many(site.id(), List.of(UUID.fromString(c.place())), viewer, moment).stream()
                        .findFirst());
        if (cursor.isPresent() && after.isEmpty()) {
            throw new Invalid(
                    "expired-cursor",
                    "What this cursor points at is no longer shown: read the list again from its first page.");
        }
        List<Publication> found = publications.list(
                site.id(),
                viewer,
                moment,
                request.types().stream().findFirst(),
                request.locale(),
                after,
                request.pageSize() + 1);
        List<UUID> page =
                found.stream().limit(request.pageSize()).map(Publication::id).toList();
        Optional<String> next = found.size() > request.pageSize()
                ? Optional.of(new ListCursor(version, page.get(page.size() - 1).toString()).sign(hash, cursors))
                : Optional.empty();
        return new ListPage(page, version, next, OptionalLong.empty(), false);
    }

    private List<UUID> atPath(SiteRef site, Viewer viewer, SiteMoment moment, ListRequest request) {
        return publications.byPath(site.id(), request.path().orElseThrow(), viewer, moment)
                                instanceof PathAnswer.Found found
                        && (request.types().isEmpty()
                                || request.types().contains(found.publication().type()))
                        && (request.locale().isEmpty()
                                || request.locale()
                                        .get()
                                        .equals(found.publication().locale()))
                ? List.of(found.publication().id())
                : List.of();
    }

    private static void refuseWhatNeedsTheIndex(ListRequest request) {
        boolean newestFirst = request.sort().isEmpty() || request.sort().get().equals("-publishedAt");
        if (!newestFirst
                || request.filter().isPresent()
                || request.words().isPresent()
                || request.count()
                || request.types().size() > 1) {
            throw new Invalid(
                    "past-too-far",
                    "Lists of more than 24 hours ago know one type, locale, path and sort=-publishedAt only: leave filter, q, count and other sorts out.");
        }
    }
}
