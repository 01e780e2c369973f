package nl.plein.cms.webhooks;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.people.Access;
import nl.plein.cms.people.Permission;
import nl.plein.cms.tenancy.PlatformData;
import nl.plein.cms.tenancy.SiteDeleted;
import org.jspecify.annotations.Nullable;

/** All webhooks, and the log of what was sent. */
@ApplicationScoped
@Transactional
public class Webhooks {

    /** How long a line stays in the log. */
    public static final Duration LOG = Duration.ofDays(30);

    @Inject
    @PlatformData
    EntityManager platform;

    @Inject
    Access access;

    /** @throws nl.plein.cms.kernel.NotFound {@code unknown-webhook} */
    public Webhook get(SiteId site, WebhookId id) {
        access.require(Permission.SITE_MANAGE, site);
        return of(site, platform.find(Webhook.class, id.value()));
    }

    /** The oldest first. */
    public List<Webhook> all(SiteId site) {
        access.require(Permission.SITE_MANAGE, site);
        return platform.createQuery("select w from Webhook w where w.site = :site order by w.id", Webhook.class)
                .setParameter("site", site.value())
                .getResultList();
    }

    /** What was sent to it, newest first, by keyset: give the last one of the page before. */
    public List<WebhookDelivery> log(SiteId site, WebhookId id, Optional<UUID> before, int most) {
        get(site, id);
        TypedQuery<WebhookDelivery> query = platform.createQuery(
                        "select d from WebhookDelivery d where d.webhook = :webhook"
                                + (before.isEmpty() ? "" : " and d.id < :before") + " order by d.id desc",
                        WebhookDelivery.class)
                .setParameter("webhook", id.value())
                .setMaxResults(most);
        before.ifPresent(last -> query.setParameter("before", last));
        return query.getResultList();
    }

    /** How many are in each state, of all agencies. */
    public Map<WebhookState, Long> counts() {
        Map<WebhookState, Long> counts = new TreeMap<>();
        for (WebhookState state : WebhookState.values()) {
            counts.put(state, 0L);
        }
        platform.createQuery("select w.state, count(w) from Webhook w group by w.state", Object[].class)
                .getResultList()
                .forEach(row -> counts.put((WebhookState) row[0], (Long) row[1]));
        return counts;
    }

    /** Locked until the transaction ends. */
    Webhook change(SiteId site, WebhookId id) {
        return of(site, locked(id));
    }

    @Nullable
    Webhook locked(WebhookId id) {
        return platform.find(Webhook.class, id.value(), LockModeType.PESSIMISTIC_WRITE);
    }

    /** Those that may be due, whether or not there is something new. */
    List<Webhook> ready(Instant now) {
        return platform.createQuery(
                        "select w from Webhook w where w.claimedUntil <= :now and (w.testAsked is not null"
                                + " or w.state = :active and w.nextTry <= :now) order by w.id",
                        Webhook.class)
                .setParameter("now", now)
                .setParameter("active", WebhookState.ACTIVE)
                .getResultList();
    }

    /** @return how many lines of the log were older */
    int forgetBefore(Instant then) {
        return platform.createQuery("delete from WebhookDelivery d where d.sent < :then")
                .setParameter("then", then)
                .executeUpdate();
    }

    void forget(@Observes SiteDeleted deleted) {
        for (String rows : List.of("WebhookDelivery", "Webhook")) {
            platform.createQuery("delete from " + rows + " r where r.site = :site")
                    .setParameter("site", deleted.site().id().value())
                    .executeUpdate();
        }
    }

    private static Webhook of(SiteId site, @Nullable Webhook found) {
        if (found == null || !found.site().equals(site)) {
            throw WebhookId.unknown();
        }
        return found;
    }
}
