package nl.plein.cms.webhooks;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.util.Set;
import nl.plein.cms.audit.Audit;
import nl.plein.cms.kernel.Seen;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.outside.OutsideUrl;
import nl.plein.cms.people.Access;
import nl.plein.cms.people.Permission;

/** Changes where a webhook is sent and of what, pauses it, or lets it go on, also one that was parked: from where it was. */
@ApplicationScoped
public class ChangeWebhook {

    @Inject
    Access access;

    @Inject
    OutsideUrl urls;

    @Inject
    Webhooks webhooks;

    @Inject
    ThisInstallation installation;

    @Inject
    Audit audit;

    /**
     * @param wantedState {@link WebhookState#ACTIVE} also tries at once what failed before
     * @param seen        the webhook's tags, see {@link Webhook#tag}
     * @throws nl.plein.cms.kernel.NotFound {@code unknown-webhook}
     * @throws nl.plein.cms.kernel.Invalid  {@code invalid-url}, {@code address-refused}
     * @throws nl.plein.cms.kernel.Stale    {@code precondition-failed}
     */
    @Transactional
    public Webhook perform(
            SiteId site, WebhookId id, String url, Set<Happening> wanted, WebhookState wantedState, Seen seen) {
        access.require(Permission.SITE_MANAGE, site);
        Webhook webhook = webhooks.change(site, id);
        seen.refuseOther(webhook.tag());
        URI to = urls.read(url);
        webhook.aim(to, wanted);
        if (wantedState == WebhookState.ACTIVE) {
            webhook.resume(installation.name());
        } else {
            webhook.pause();
        }
        audit.record("webhooks.change", "site/" + site, AddWebhook.details(webhook));
        return webhook;
    }
}
