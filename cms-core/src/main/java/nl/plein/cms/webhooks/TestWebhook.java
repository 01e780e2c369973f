package nl.plein.cms.webhooks;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import nl.plein.cms.audit.Audit;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.people.Access;
import nl.plein.cms.people.Permission;

/** Sends a test soon, once, also to a webhook that is paused or parked; the log tells what came of it. */
@ApplicationScoped
public class TestWebhook {

    @Inject
    Access access;

    @Inject
    Webhooks webhooks;

    @Inject
    Audit audit;

    @Inject
    Clock clock;

    /** @throws nl.plein.cms.kernel.NotFound {@code unknown-webhook} */
    @Transactional
    public Webhook perform(SiteId site, WebhookId id) {
        access.require(Permission.SITE_MANAGE, site);
        Webhook webhook = webhooks.change(site, id);
        webhook.askForTest(clock.instant().truncatedTo(ChronoUnit.MILLIS));
        audit.record("webhooks.test", "site/" + site, AddWebhook.details(webhook));
        return webhook;
    }
}
