package nl.plein.api.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Response;
import java.util.List;
import nl.plein.api.wire.Listing;
import nl.plein.cms.publishing.Publication;
import nl.plein.cms.publishing.Publications;
import nl.plein.cms.publishing.SiteMoment;
import nl.plein.cms.search.Bulkhead;
import nl.plein.cms.search.EntryLists;
import nl.plein.cms.search.ListPage;
import nl.plein.cms.search.ListRequest;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Lists: found by the index, told from the database, both at the version that the index has reached. */
@ApplicationScoped
public class EntryListing {

    @Inject
    Answers answers;

    @Inject
    EntryLists lists;

    @Inject
    Publications publications;

    @Inject
    EntryJson entryJson;

    @Inject
    KnownMembers known;

    @Inject
    Bulkhead bulkhead;

    Response answer(HttpServletRequest request, SiteDoor.Visit visit, ListParameters wanted) {
        SiteDoor.refuseUnknownLocale(visit.site(), wanted.locale);
        known.refuseUnknown(wanted.type, wanted.fields, wanted.expand);
        ListRequest asked = wanted.request();
        ListPage page = lists.list(visit.site(), visit.viewer(), asked);
        Reads reads = Reads.of(request);
        boolean ofAllKinds = page.namesOthers();
        reads.kinds(ofAllKinds ? List.of() : asked.types(), ofAllKinds ? null : wanted.locale);
        reads.speakOf(page.siteVersion());
        SiteMoment moment = new SiteMoment(page.siteVersion());
        return answers.of(
                request,
                visit.viewer(),
                page.siteVersion(),
                () -> bulkhead.pass(() -> listing(visit, moment, page, wanted, reads)));
    }

    private Listing<ObjectNode> listing(
            SiteDoor.Visit visit, SiteMoment moment, ListPage page, ListParameters wanted, Reads reads) {
        List<Publication> found = publications.many(visit.site().id(), page.publications(), visit.viewer(), moment);
        var question = new EntryJson.Question(
                visit.site(),
                visit.viewer(),
                moment,
                Expansion.of(wanted.expand),
                EntryJson.Wanted.of(wanted.fields),
                reads);
        @Nullable
        Long total = page.total().isPresent() ? Long.valueOf(page.total().getAsLong()) : null;
        return new Listing<>(
                entryJson.of(question, found), new Listing.Page(page.next().orElse(null)), total);
    }
}
