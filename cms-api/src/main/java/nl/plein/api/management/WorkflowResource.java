package nl.plein.api.management;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import nl.plein.api.management.WorkflowView.ChoiceView;
import nl.plein.api.management.WorkflowView.DefinitionView;
import nl.plein.api.wire.Conditions;
import nl.plein.api.wire.Listing;
import nl.plein.cms.content.TranslationKey;
import nl.plein.cms.kernel.EntryId;
import nl.plein.cms.kernel.Seen;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.people.Access;
import nl.plein.cms.people.Permission;
import nl.plein.cms.people.Persons;
import nl.plein.cms.workflow.CheckDraft;
import nl.plein.cms.workflow.ChooseWorkflow;
import nl.plein.cms.workflow.ExplainWorkflow;
import nl.plein.cms.workflow.MakeTransition;
import nl.plein.cms.workflow.WorkflowChoices;
import nl.plein.cms.workflow.Workflows;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** The way of drafts to publication: which workflow holds, where a draft is, who may do what with it and why not. */
@Path("/manage/v1/sites/{site}")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class WorkflowResource {

    /** @param workflow key of the one that entries of the type are to follow */
    public record NewWorkflowChoice(String workflow) {}

    /** @param words for those who are concerned */
    public record NewTransition(String transition, @Nullable String words) {}

    @Inject
    Once once;

    @Inject
    Access access;

    @Inject
    Workflows workflows;

    @Inject
    WorkflowChoices choices;

    @Inject
    ChooseWorkflow chooseWorkflow;

    @Inject
    ExplainWorkflow explainWorkflow;

    @Inject
    Persons persons;

    @Inject
    CheckDraft checkDraft;

    @Inject
    MakeTransition makeTransition;

    @GET
    @Path("workflows")
    public Listing<DefinitionView> workflows(@PathParam("site") SiteId site) {
        access.require(Permission.CONTENT_WRITE, site);
        return Listing.whole(workflows.all().stream().map(DefinitionView::of).toList());
    }

    @GET
    @Path("workflow-choices")
    public Listing<ChoiceView> choices(@PathParam("site") SiteId site) {
        access.require(Permission.CONTENT_WRITE, site);
        return Listing.whole(choices.all(site).stream().map(ChoiceView::of).toList());
    }

    /** If-Match names the workflow that held, or is {@code *}. */
    @PUT
    @Path("workflow-choices/{type}")
    @APIResponseSchema(value = ChoiceView.class, responseCode = "200")
    public Response choose(
            @PathParam("site") SiteId site,
            @PathParam("type") String type,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            NewWorkflowChoice wanted) {
        access.require(Permission.SITE_MANAGE, site);
        Seen seen = Conditions.seen(ifMatch);
        ChoiceView chosen = ChoiceView.of(chooseWorkflow.perform(site, type, wanted.workflow(), seen));
        return Response.ok(chosen)
                .header("ETag", "\"" + chosen.workflow() + "\"")
                .build();
    }

    @GET
    @Path("entries/{entry}/translations/{locale}/workflow")
    @APIResponseSchema(value = WorkflowView.class, responseCode = "200")
    public Response explain(
            @PathParam("site") SiteId site, @PathParam("entry") EntryId entry, @PathParam("locale") String locale) {
        access.require(Permission.CONTENT_WRITE, site);
        return answer(site, new TranslationKey(entry, locale));
    }

    /** Whatever the workflow asks of it. */
    @GET
    @Path("entries/{entry}/translations/{locale}/checks")
    @APIResponseSchema(value = ChecksView.class, responseCode = "200")
    public Response check(
            @PathParam("site") SiteId site, @PathParam("entry") EntryId entry, @PathParam("locale") String locale) {
        access.require(Permission.CONTENT_WRITE, site);
        ChecksView view = ChecksView.of(checkDraft.perform(site, new TranslationKey(entry, locale)));
        return Response.ok(view).header("ETag", "\"" + view.revision() + "\"").build();
    }

    /** If-Match names the draft that was looked at, or is {@code *}. */
    @POST
    @Path("entries/{entry}/translations/{locale}/transitions")
    @APIResponseSchema(value = WorkflowView.class, responseCode = "200")
    public Response transition(
            @PathParam("site") SiteId site,
            @PathParam("entry") EntryId entry,
            @PathParam("locale") String locale,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            NewTransition wanted) {
        access.require(Permission.CONTENT_WRITE, site);
        Seen seen = Conditions.seen(ifMatch);
        TranslationKey key = new TranslationKey(entry, locale);
        return once.act(() -> {
            makeTransition.perform(site, key, wanted.transition(), seen, wanted.words() == null ? "" : wanted.words());
            return answer(site, key);
        });
    }

    private Response answer(SiteId site, TranslationKey key) {
        WorkflowView view = WorkflowView.of(explainWorkflow.perform(site, key), persons::find);
        return Response.ok(view).header("ETag", "\"" + view.revision() + "\"").build();
    }
}
