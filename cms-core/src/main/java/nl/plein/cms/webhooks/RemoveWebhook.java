package nl.plein.cms.webhooks;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import nl.plein.cms.audit.Audit;
import nl.plein.cms.kernel.Seen;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.people.Access;
import nl.plein.cms.people.Permission;
import nl.plein.cms.tenancy.PlatformData;

/** Nobody is told any more; the log goes too. */
@ApplicationScoped
public class RemoveWebhook {

    @Inject
    Access access;

    @Inject
    Webhooks webhooks;

    @Inject
    @PlatformData
    EntityManager platform;

    @Inject
    Audit audit;

    /**
     * @throws nl.plein.cms.kernel.NotFound {@code unknown-webhook}
     * @throws nl.plein.cms.kernel.Stale    {@code precondition-failed}
     */
    @Transactional
    public void perform(SiteId site, WebhookId id, Seen seen) {
        access.require(Permission.SITE_MANAGE, site);
        Webhook webhook = webhooks.change(site, id);
        seen.refuseOther(webhook.tag());
        platform.createQuery("delete from WebhookDelivery d where d.webhook = :webhook")
                .setParameter("webhook", id.value())
                .executeUpdate();
        platform.remove(webhook);
        audit.record("webhooks.remove", "site/" + site, AddWebhook.details(webhook));
    }
}
