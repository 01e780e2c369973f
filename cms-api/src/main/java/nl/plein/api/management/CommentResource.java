package nl.plein.api.management;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import nl.plein.api.wire.Listing;
import nl.plein.cms.content.TranslationKey;
import nl.plein.cms.kernel.EntryId;
import nl.plein.cms.kernel.PersonId;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.people.Access;
import nl.plein.cms.people.Permission;
import nl.plein.cms.people.Person;
import nl.plein.cms.people.Persons;
import nl.plein.cms.review.AddComment;
import nl.plein.cms.review.Anchor;
import nl.plein.cms.review.AnswerComment;
import nl.plein.cms.review.CommentId;
import nl.plein.cms.review.Conversation;
import nl.plein.cms.review.DeleteComment;
import nl.plein.cms.review.ReadComments;
import nl.plein.cms.review.ResolveComment;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** What those who work on a draft say to each other about its fields. Visitors never see any of it. */
@Path("/manage/v1/sites/{site}")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class CommentResource {

    /**
     * @param field key of a field; what lies in groups and blocks after {@code /}: keys of fields and ids of blocks
     * @param quote the words that are meant, if not all of it
     */
    public record NewComment(String field, @Nullable String quote, String words) {}

    public record NewAnswer(String words) {}

    @Inject
    Once once;

    @Inject
    Access access;

    @Inject
    Persons persons;

    @Inject
    ReadComments readComments;

    @Inject
    AddComment addComment;

    @Inject
    AnswerComment answerComment;

    @Inject
    ResolveComment resolveComment;

    @Inject
    DeleteComment deleteComment;

    /** Oldest first. */
    @GET
    @Path("entries/{entry}/translations/{locale}/comments")
    public Listing<CommentView> list(
            @PathParam("site") SiteId site,
            @PathParam("entry") EntryId entry,
            @PathParam("locale") String locale,
            @QueryParam("resolved") @Nullable Boolean resolved,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("pageSize") @DefaultValue("20") int pageSize) {
        access.require(Permission.CONTENT_WRITE, site);
        var found = readComments.page(
                site,
                new TranslationKey(entry, locale),
                Optional.ofNullable(resolved),
                Listing.idIn(cursor),
                Listing.oneMore(pageSize));
        Map<PersonId, Optional<Person>> known = new HashMap<>();
        return Listing.page(
                found,
                pageSize,
                last -> last.first().id().toString(),
                conversation -> CommentView.of(conversation, person -> known.computeIfAbsent(person, persons::find)));
    }

    @POST
    @Path("entries/{entry}/translations/{locale}/comments")
    @APIResponseSchema(value = CommentView.class, responseCode = "201")
    public Response add(
            @PathParam("site") SiteId site,
            @PathParam("entry") EntryId entry,
            @PathParam("locale") String locale,
            NewComment wanted) {
        access.require(Permission.CONTENT_WRITE, site);
        var anchor = new Anchor(wanted.field(), wanted.quote() == null ? "" : wanted.quote());
        return made(site, () -> addComment.perform(site, new TranslationKey(entry, locale), anchor, wanted.words()));
    }

    @GET
    @Path("comments/{comment}")
    public CommentView get(@PathParam("site") SiteId site, @PathParam("comment") String comment) {
        access.require(Permission.CONTENT_WRITE, site);
        return view(readComments.get(site, CommentId.of(comment)));
    }

    /** Of a comment that was answered, the place to answer at stays. */
    @DELETE
    @Path("comments/{comment}")
    public void delete(@PathParam("site") SiteId site, @PathParam("comment") String comment) {
        access.require(Permission.CONTENT_WRITE, site);
        deleteComment.perform(site, CommentId.of(comment));
    }

    @POST
    @Path("comments/{comment}/answers")
    @APIResponseSchema(value = CommentView.class, responseCode = "201")
    public Response answer(@PathParam("site") SiteId site, @PathParam("comment") String comment, NewAnswer wanted) {
        access.require(Permission.CONTENT_WRITE, site);
        CommentId id = CommentId.of(comment);
        return made(site, () -> answerComment.perform(site, id, wanted.words()));
    }

    /** Idempotent: who settled it first stays named. */
    @PUT
    @Path("comments/{comment}/resolution")
    public CommentView resolve(@PathParam("site") SiteId site, @PathParam("comment") String comment) {
        access.require(Permission.CONTENT_WRITE, site);
        CommentId id = CommentId.of(comment);
        resolveComment.perform(site, id);
        return view(readComments.get(site, id));
    }

    /** Idempotent. */
    @DELETE
    @Path("comments/{comment}/resolution")
    public void reopen(@PathParam("site") SiteId site, @PathParam("comment") String comment) {
        access.require(Permission.CONTENT_WRITE, site);
        resolveComment.reopen(site, CommentId.of(comment));
    }

    private Response made(SiteId site, Supplier<CommentId> act) {
        return once.act(() -> {
            CommentId made = act.get();
            return Response.created(URI.create("/manage/v1/sites/" + site + "/comments/" + made))
                    .entity(view(readComments.get(site, made)))
                    .build();
        });
    }

    private CommentView view(Conversation conversation) {
        return CommentView.of(conversation, persons::find);
    }
}
