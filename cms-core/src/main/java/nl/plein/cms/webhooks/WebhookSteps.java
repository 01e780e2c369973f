package nl.plein.cms.webhooks;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import nl.plein.cms.kernel.Ids;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.kernel.Stale;
import nl.plein.cms.outside.Reply;
import nl.plein.cms.publishing.VersionNews;
import nl.plein.cms.publishing.VersionNews.News;
import nl.plein.cms.tenancy.PlatformData;
import nl.plein.cms.tenancy.SiteRef;
import nl.plein.cms.tenancy.Sites;
import org.jspecify.annotations.Nullable;

/**
 * The durable part of sending: find out what comes next and claim it; then write down what came of it. Between the two lies the
 * request, outside of any transaction. Who dies there leaves a claim that ends by itself, and the same is sent again.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
class WebhookSteps {

    private static final Logger LOG = System.getLogger(WebhookSteps.class.getName());

    /** Changes that an event lists. */
    private static final int MOST_CHANGES = 100;

    /** Versions without news that are passed in one step. */
    private static final int MOST_QUIET = 200;

    @Inject
    @PlatformData
    EntityManager platform;

    @Inject
    Webhooks webhooks;

    @Inject
    Sites sites;

    @Inject
    VersionNews versionNews;

    @Inject
    CloudEvents events;

    @Inject
    ThisInstallation installation;

    @Inject
    Ids ids;

    @Inject
    Clock clock;

    /** @return what is to be sent now; empty if there is nothing, it is too early, or somebody else is at it */
    Optional<Message> claim(WebhookId id) {
        Instant now = now();
        Webhook webhook = webhooks.locked(id);
        SiteRef site = webhook == null ? null : sites.find(webhook.site()).orElse(null);
        if (webhook == null || site == null || !webhook.isDue(site.version(), now)) {
            return Optional.empty();
        }
        if (!webhook.belongsTo(installation.name())) {
            webhook.park("restored");
            if (!webhook.isTestAsked()) {
                return Optional.empty();
            }
        }
        UUID claim = webhook.claim(ids.next(), now);
        return webhook.isTestAsked() ? Optional.of(test(webhook, claim, now)) : next(webhook, site, claim, now);
    }

    private Message test(Webhook webhook, UUID claim, Instant now) {
        UUID event = ids.next();
        return message(webhook, claim, event, Message.TEST, now, events.test(event, webhook.site(), now));
    }

    private Optional<Message> next(Webhook webhook, SiteRef site, UUID claim, Instant now) {
        for (int quiet = 0; quiet < MOST_QUIET && webhook.told() < site.version(); quiet++) {
            long version = webhook.told() + 1;
            Optional<News> news = news(site.id(), version);
            if (news.isPresent()) {
                UUID event = CloudEvents.idOf(site.id(), version, news.get());
                String body = events.version(event, site.id(), version, news.get(), webhook.wanted());
                if (!body.isEmpty()) {
                    webhook.claim(claim, now);
                    return Optional.of(message(webhook, claim, event, version, now, body));
                }
            }
            webhook.tell(version);
        }
        return Optional.empty();
    }

    /** Empty for one whose history is not kept any more. */
    private Optional<News> news(SiteId site, long version) {
        try {
            return Optional.of(versionNews.of(site, version, MOST_CHANGES));
        } catch (Stale forgotten) {
            return Optional.empty();
        }
    }

    private static Message message(Webhook webhook, UUID claim, UUID event, long version, Instant now, String body) {
        return new Message(webhook.id(), claim, webhook.url(), event, version, now, webhook.secrets(now), body);
    }

    /** Writes down what came of it, unless the claim was lost meanwhile. @return whether it was taken */
    boolean settle(Message message, Reply reply, long millis) {
        Webhook webhook = webhooks.locked(message.webhook());
        if (webhook == null || !webhook.isClaimedBy(message.claim())) {
            return false;
        }
        Integer status = reply instanceof Reply.Answered answered ? answered.status() : null;
        String failure = failure(reply);
        int attempt = message.isTest() ? 1 : webhook.tries() + 1;
        platform.persist(new WebhookDelivery(ids.next(), message, webhook.site(), millis, attempt, status, failure));
        if (message.isTest()) {
            webhook.tested();
        } else if (failure.isEmpty()) {
            webhook.tell(message.version());
        } else {
            fail(webhook, failure, status, reply);
        }
        return failure.isEmpty();
    }

    private void fail(Webhook webhook, String failure, @Nullable Integer status, Reply reply) {
        Duration rest =
                reply instanceof Reply.Answered answered ? answered.retryAfter().orElse(Duration.ZERO) : Duration.ZERO;
        webhook.fail(failure, status == null ? 0 : status, rest, now());
        if (webhook.state() == WebhookState.PARKED) {
            LOG.log(
                    Level.ERROR,
                    "ALARM: webhook {0} of site {1} is parked ({2}): it is sent no more until somebody resumes it",
                    webhook.id(),
                    webhook.site(),
                    failure);
        }
    }

    /** Only 2xx is taken; what leads elsewhere is not followed. */
    private static String failure(Reply reply) {
        if (reply instanceof Reply.Unreached unreached) {
            return unreached.reason().key();
        }
        int status = ((Reply.Answered) reply).status();
        if (status >= 200 && status < 300) {
            return "";
        }
        return status >= 300 && status < 400 ? "redirected" : status == 410 ? "gone" : "refused";
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
