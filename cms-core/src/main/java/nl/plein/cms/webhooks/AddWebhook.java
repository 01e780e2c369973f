package nl.plein.cms.webhooks;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import nl.plein.cms.audit.Audit;
import nl.plein.cms.kernel.Conflict;
import nl.plein.cms.kernel.Ids;
import nl.plein.cms.kernel.Invalid;
import nl.plein.cms.kernel.Json;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.outside.OutsideUrl;
import nl.plein.cms.people.Access;
import nl.plein.cms.people.Permission;
import nl.plein.cms.tenancy.PlatformData;
import nl.plein.cms.tenancy.SiteRef;
import tools.jackson.databind.JsonNode;

/** From now on somebody outside is told of the versions of a site. */
@ApplicationScoped
public class AddWebhook {

    /** On one site. */
    static final int MOST = 20;

    @Inject
    Access access;

    @Inject
    OutsideUrl urls;

    @Inject
    Webhooks webhooks;

    @Inject
    NewSecrets secrets;

    @Inject
    ThisInstallation installation;

    @Inject
    @PlatformData
    EntityManager platform;

    @Inject
    Audit audit;

    @Inject
    Ids ids;

    @Inject
    Clock clock;

    /** @param secret to be shown this once */
    public record Added(Webhook webhook, String secret) {}

    /**
     * @param url where it is sent; https, and outside
     * @throws Invalid  {@code invalid-url}, {@code address-refused}
     * @throws Conflict {@code too-many-webhooks}
     */
    @Transactional
    public Added perform(SiteId site, String url, Set<Happening> wanted) {
        SiteRef ref = access.require(Permission.SITE_MANAGE, site);
        URI to = urls.read(url);
        if (webhooks.all(site).size() >= MOST) {
            throw new Conflict("too-many-webhooks", "A site has " + MOST + " webhooks at most: delete one first.");
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var webhook =
                new Webhook(new WebhookId(ids.next()), ref.agency(), site, ref.version(), installation.name(), now);
        String secret = secrets.next();
        webhook.aim(to, wanted);
        webhook.newSecret(secret, now);
        platform.persist(webhook);
        audit.record("webhooks.add", "site/" + site, details(webhook));
        return new Added(webhook, secret);
    }

    /** Without the address: it may hold a secret. */
    static JsonNode details(Webhook webhook) {
        return Json.mapper()
                .createObjectNode()
                .put("webhook", webhook.id().toString())
                .put("state", webhook.state().key());
    }
}
