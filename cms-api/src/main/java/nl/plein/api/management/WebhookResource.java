package nl.plein.api.management;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import nl.plein.api.wire.Conditions;
import nl.plein.api.wire.Listing;
import nl.plein.cms.kernel.Seen;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.people.Access;
import nl.plein.cms.people.Permission;
import nl.plein.cms.webhooks.AddWebhook;
import nl.plein.cms.webhooks.ChangeWebhook;
import nl.plein.cms.webhooks.Happening;
import nl.plein.cms.webhooks.RemoveWebhook;
import nl.plein.cms.webhooks.ReplayWebhook;
import nl.plein.cms.webhooks.RotateSecret;
import nl.plein.cms.webhooks.TestWebhook;
import nl.plein.cms.webhooks.Webhook;
import nl.plein.cms.webhooks.WebhookDelivery;
import nl.plein.cms.webhooks.WebhookId;
import nl.plein.cms.webhooks.WebhookState;
import nl.plein.cms.webhooks.Webhooks;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** Who outside is told of the versions of a site. Administrators of the site see to it, and nobody else. */
@Path("/manage/v1/sites/{site}/webhooks")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class WebhookResource {

    /** @param events kinds of events that are wanted; absent for all */
    public record NewWebhook(String url, @Nullable List<String> events) {}

    /** @param state {@code active} or {@code paused} */
    public record ChangedWebhook(String url, @Nullable List<String> events, String state) {}

    /** @param after the version after which all are told again; 0 for all */
    public record NewReplay(long after) {}

    /** Why it is not taken. @param tries in a row @param nextTryAt absent if it is not tried any more, or at once */
    public record WebhookFailure(String reason, int tries, @Nullable Instant since, @Nullable Instant nextTryAt) {}

    /**
     * @param state        {@code active}, {@code paused} or {@code parked}
     * @param toldVersion  the version that it was told of last
     * @param failure      absent while all is well
     */
    public record WebhookView(
            String id,
            String url,
            List<String> events,
            String state,
            long toldVersion,
            Instant createdAt,
            @Nullable WebhookFailure failure) {

        static WebhookView of(Webhook webhook) {
            return new WebhookView(
                    webhook.id().toString(),
                    webhook.url().toString(),
                    webhook.wanted().stream().sorted().map(Happening::key).toList(),
                    webhook.state().key(),
                    webhook.told(),
                    webhook.created(),
                    failure(webhook));
        }

        private static @Nullable WebhookFailure failure(Webhook webhook) {
            return webhook.failure().isEmpty()
                    ? null
                    : new WebhookFailure(
                            webhook.failure(),
                            webhook.tries(),
                            webhook.failingSince().orElse(null),
                            webhook.nextTry().orElse(null));
        }
    }

    /** @param secret to check signatures with; shown this once, absent if the same request is answered again */
    public record AddedWebhook(WebhookView webhook, @Nullable String secret) implements OneTime {

        @Override
        public AddedWebhook withoutSecret() {
            return new AddedWebhook(webhook, null);
        }
    }

    /** @param secret shown this once @param previousUntil when the secret before ceases to sign along */
    public record RotatedSecret(@Nullable String secret, Instant previousUntil) implements OneTime {

        @Override
        public RotatedSecret withoutSecret() {
            return new RotatedSecret(null, previousUntil);
        }
    }

    /**
     * A try to send something.
     *
     * @param event   the id of the event, the same however often it is sent
     * @param version absent for a test
     * @param taken   whether the receiver answered with 2xx
     * @param failure why not
     */
    public record DeliveryView(
            String id,
            String event,
            @Nullable Long version,
            Instant sentAt,
            long millis,
            int attempt,
            boolean taken,
            @Nullable Integer status,
            @Nullable String failure) {

        static DeliveryView of(WebhookDelivery one) {
            return new DeliveryView(
                    one.id().toString(),
                    one.event().toString(),
                    one.version().isPresent() ? one.version().getAsLong() : null,
                    one.sent(),
                    one.millis(),
                    one.attempt(),
                    one.failure().isEmpty(),
                    one.status().isPresent() ? one.status().getAsInt() : null,
                    one.failure().orElse(null));
        }
    }

    @Inject
    Once once;

    @Inject
    Access access;

    @Inject
    Webhooks webhooks;

    @Inject
    AddWebhook addWebhook;

    @Inject
    ChangeWebhook changeWebhook;

    @Inject
    RemoveWebhook removeWebhook;

    @Inject
    RotateSecret rotateSecret;

    @Inject
    ReplayWebhook replayWebhook;

    @Inject
    TestWebhook testWebhook;

    /** The oldest first; there are 20 at most. */
    @GET
    public Listing<WebhookView> list(@PathParam("site") SiteId site) {
        return Listing.whole(webhooks.all(site).stream().map(WebhookView::of).toList());
    }

    /** It is told of versions that are made from now on. */
    @POST
    @APIResponseSchema(value = AddedWebhook.class, responseCode = "201")
    public Response add(@PathParam("site") SiteId site, NewWebhook wanted) {
        access.require(Permission.SITE_MANAGE, site);
        return once.act(() -> {
            AddWebhook.Added added = addWebhook.perform(site, wanted.url(), events(wanted.events()));
            return Response.created(addressOf(site, added.webhook()))
                    .header("ETag", tagOf(added.webhook()))
                    .entity(new AddedWebhook(WebhookView.of(added.webhook()), added.secret()))
                    .build();
        });
    }

    /** The answer's ETag is for the If-Match of a change. */
    @GET
    @Path("{webhook}")
    @APIResponseSchema(WebhookView.class)
    public Response get(@PathParam("site") SiteId site, @PathParam("webhook") String id) {
        access.require(Permission.SITE_MANAGE, site);
        return tagged(webhooks.get(site, WebhookId.of(id)));
    }

    /** If-Match names the webhook, or is {@code *}. */
    @PUT
    @Path("{webhook}")
    @APIResponseSchema(WebhookView.class)
    public Response change(
            @PathParam("site") SiteId site,
            @PathParam("webhook") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            ChangedWebhook wanted) {
        access.require(Permission.SITE_MANAGE, site);
        Seen seen = Conditions.seen(ifMatch);
        return tagged(changeWebhook.perform(
                site,
                WebhookId.of(id),
                wanted.url(),
                events(wanted.events()),
                WebhookState.wanted(wanted.state()),
                seen));
    }

    /** If-Match names the webhook, or is {@code *}. */
    @DELETE
    @Path("{webhook}")
    public void remove(
            @PathParam("site") SiteId site,
            @PathParam("webhook") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch) {
        access.require(Permission.SITE_MANAGE, site);
        removeWebhook.perform(site, WebhookId.of(id), Conditions.seen(ifMatch));
    }

    /** The secret before signs along for a day. */
    @POST
    @Path("{webhook}/secrets")
    @APIResponseSchema(RotatedSecret.class)
    public Response rotate(@PathParam("site") SiteId site, @PathParam("webhook") String id) {
        access.require(Permission.SITE_MANAGE, site);
        return once.act(() -> {
            RotateSecret.Rotated rotated = rotateSecret.perform(site, WebhookId.of(id));
            return Response.ok(new RotatedSecret(rotated.secret(), rotated.oldUntil()))
                    .build();
        });
    }

    /** Also lets one go on that is paused or parked. */
    @POST
    @Path("{webhook}/replays")
    @APIResponseSchema(WebhookView.class)
    public Response replay(@PathParam("site") SiteId site, @PathParam("webhook") String id, NewReplay wanted) {
        access.require(Permission.SITE_MANAGE, site);
        return once.act(() -> tagged(replayWebhook.perform(site, WebhookId.of(id), wanted.after())));
    }

    /** It is sent within seconds, once; the log tells what came of it. */
    @POST
    @Path("{webhook}/tests")
    @APIResponseSchema(value = WebhookView.class, responseCode = "202")
    public Response test(@PathParam("site") SiteId site, @PathParam("webhook") String id) {
        access.require(Permission.SITE_MANAGE, site);
        return once.act(() -> Response.accepted(WebhookView.of(testWebhook.perform(site, WebhookId.of(id))))
                .build());
    }

    /** Newest first, of 30 days. */
    @GET
    @Path("{webhook}/deliveries")
    public Listing<DeliveryView> log(
            @PathParam("site") SiteId site,
            @PathParam("webhook") String id,
            @QueryParam("cursor") @Nullable String before,
            @QueryParam("pageSize") @DefaultValue("20") int pageSize) {
        access.require(Permission.SITE_MANAGE, site);
        List<WebhookDelivery> found =
                webhooks.log(site, WebhookId.of(id), Listing.idIn(before), Listing.oneMore(pageSize));
        return Listing.page(found, pageSize, last -> last.id().toString(), DeliveryView::of);
    }

    private static Set<Happening> events(@Nullable List<String> keys) {
        return keys == null ? EnumSet.allOf(Happening.class) : Happening.allOf(keys);
    }

    private static URI addressOf(SiteId site, Webhook webhook) {
        return URI.create("/manage/v1/sites/" + site + "/webhooks/" + webhook.id());
    }

    private static String tagOf(Webhook webhook) {
        return "\"" + webhook.tag() + "\"";
    }

    private static Response tagged(Webhook webhook) {
        return Response.ok(WebhookView.of(webhook))
                .header("ETag", tagOf(webhook))
                .build();
    }
}
