package nl.plein.cms.webhooks;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import nl.plein.cms.audit.Audit;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.people.Access;
import nl.plein.cms.people.Permission;
import nl.plein.cms.publishing.Moments;

/** Tells a webhook all versions after one again, in order, with the ids they had; a parked or paused one goes on by that. */
@ApplicationScoped
public class ReplayWebhook {

    @Inject
    Access access;

    @Inject
    Webhooks webhooks;

    @Inject
    Moments moments;

    @Inject
    ThisInstallation installation;

    @Inject
    Audit audit;

    /**
     * @param after 0 for all that the site ever had
     * @throws nl.plein.cms.kernel.NotFound {@code unknown-webhook}
     * @throws nl.plein.cms.kernel.Invalid  {@code unknown-version} if the site has not come so far
     * @throws nl.plein.cms.kernel.Stale    {@code resync} if its history is not kept so far back
     */
    @Transactional
    public Webhook perform(SiteId site, WebhookId id, long after) {
        access.require(Permission.SITE_MANAGE, site);
        Webhook webhook = webhooks.change(site, id);
        moments.at(site, after);
        webhook.resume(installation.name());
        webhook.replay(after);
        audit.record("webhooks.replay", "site/" + site, AddWebhook.details(webhook));
        return webhook;
    }
}
