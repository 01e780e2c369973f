package nl.plein.api.management;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import nl.plein.api.identity.Callers;
import nl.plein.api.problem.Refused;
import nl.plein.api.wire.Listing;
import nl.plein.cms.content.Entries;
import nl.plein.cms.kernel.EntryId;
import nl.plein.cms.kernel.PersonId;
import nl.plein.cms.kernel.Refusal;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.people.Access;
import nl.plein.cms.people.Caller;
import nl.plein.cms.people.Calling;
import nl.plein.cms.people.Permission;
import nl.plein.cms.presence.Presence;
import nl.plein.cms.presence.Present;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who has an entry open: asked once, or followed by server-sent events, by which one is present oneself. */
@Path("/manage/v1/sites/{site}/entries/{entry}/presence")
@ApplicationScoped
public class PresenceResource {

    /** Somebody who has the entry open. @param since when they came */
    @Schema(name = "Present")
    public record PresentView(String person, String name, Instant since) {

        static PresentView of(Present present) {
            return new PresentView(present.person().toString(), present.name(), present.since());
        }
    }

    @Inject
    Access access;

    @Inject
    Calling calling;

    @Inject
    Callers callers;

    @Inject
    Entries entries;

    @Inject
    Presence presence;

    /** Those who came first at the beginning. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Listing<PresentView> list(@PathParam("site") SiteId site, @PathParam("entry") EntryId entry) {
        access.require(Permission.CONTENT_WRITE, site);
        entries.get(site, entry);
        return Listing.whole(
                presence.of(site, entry).stream().map(PresentView::of).toList());
    }

    /** Whoever asks for nothing in particular gets the list. */
    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS + ";qs=0.5")
    @Operation(hidden = true)
    public void join(
            @PathParam("site") SiteId site,
            @PathParam("entry") EntryId entry,
            @Context SseEventSink sink,
            @Context Sse sse,
            @Context HttpServletRequest request,
            @Context HttpServletResponse response) {
        access.require(Permission.CONTENT_WRITE, site);
        entries.get(site, entry);
        Caller caller = calling.current();
        PersonId person = caller.person()
                .orElseThrow(() -> Refused.unauthenticated("missing-token", "Only a person is present."));
        response.setHeader("X-Accel-Buffering", "no"); // nginx would keep the events until there are many
        var window = new PresenceWindow(sink, sse, mayStay(site, caller, callers.watch(request)));
        presence.join(site, entry, person, caller.name(), window);
    }

    private BooleanSupplier mayStay(SiteId site, Caller caller, BooleanSupplier letIn) {
        return () -> letIn.getAsBoolean() && calling.as(caller, () -> mayRead(site));
    }

    private boolean mayRead(SiteId site) {
        try {
            access.require(Permission.CONTENT_WRITE, site);
            return true;
        } catch (Refusal lost) {
            return false;
        }
    }
}
