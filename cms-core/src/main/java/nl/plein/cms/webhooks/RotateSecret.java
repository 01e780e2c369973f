package nl.plein.cms.webhooks;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import nl.plein.cms.audit.Audit;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.people.Access;
import nl.plein.cms.people.Permission;

/** Makes a new secret. The one before signs along for a day, so that the receiver can change over without missing anything. */
@ApplicationScoped
public class RotateSecret {

    @Inject
    Access access;

    @Inject
    Webhooks webhooks;

    @Inject
    NewSecrets secrets;

    @Inject
    Audit audit;

    @Inject
    Clock clock;

    /** @param secret to be shown this once @param oldUntil when the one before ceases to sign along */
    public record Rotated(String secret, Instant oldUntil) {}

    /** @throws nl.plein.cms.kernel.NotFound {@code unknown-webhook} */
    @Transactional
    public Rotated perform(SiteId site, WebhookId id) {
        access.require(Permission.SITE_MANAGE, site);
        Webhook webhook = webhooks.change(site, id);
        String secret = secrets.next();
        webhook.newSecret(secret, clock.instant().truncatedTo(ChronoUnit.MILLIS));
        audit.record("webhooks.rotate-secret", "site/" + site, AddWebhook.details(webhook));
        return new Rotated(secret, webhook.oldSecretUntil());
    }
}
