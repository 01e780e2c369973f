package nl.plein.cms.webhooks;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import nl.plein.cms.kernel.AgencyId;
import nl.plein.cms.kernel.Background;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.outside.OutsideHttp;
import nl.plein.cms.outside.Reply;
import nl.plein.cms.people.Caller;
import nl.plein.cms.people.Calling;
import nl.plein.cms.tenancy.AgencyContext;
import nl.plein.cms.tenancy.SiteRef;
import nl.plein.cms.tenancy.Sites;
import org.jspecify.annotations.Nullable;

/**
 * Sends each webhook what it was not told yet, one event after the other. Receivers that hang hold up nobody else: an agency has
 * two of the eight senders of a node at most.
 */
@ApplicationScoped
public class SendWebhooks {

    private static final Logger LOG = System.getLogger(SendWebhooks.class.getName());
    private static final int SENDERS = 8;
    private static final int MOST_OF_ONE_AGENCY = 2;

    /** Events of one webhook in a row; then others have a turn. */
    private static final int IN_A_ROW = 50;

    @Inject
    Webhooks webhooks;

    @Inject
    WebhookSteps steps;

    @Inject
    OutsideHttp http;

    @Inject
    Sites sites;

    @Inject
    AgencyContext context;

    @Inject
    Calling calling;

    @Inject
    @Background
    ThreadFactory threads;

    @Inject
    Clock clock;

    private final Map<WebhookId, AgencyId> underWay = new ConcurrentHashMap<>();
    private @Nullable ExecutorService senders;

    private record Due(WebhookId id, AgencyId agency) {}

    /** Hands what is due to the senders; several nodes may. */
    public void look() {
        for (Due due : due()) {
            if (mayBegin(due)) {
                senders().execute(() -> {
                    try {
                        inARow(due);
                    } finally {
                        underWay.remove(due.id());
                    }
                });
            }
        }
    }

    /** Sends all that is due now in this thread, until nothing is. For tests. @return how many were taken */
    public int sendNow() {
        int taken = 0;
        int before;
        do {
            before = taken;
            for (Due due : due()) {
                taken += inARow(due);
            }
        } while (taken > before);
        return taken;
    }

    private boolean mayBegin(Due due) {
        long ofAgency = underWay.values().stream().filter(due.agency()::equals).count();
        return underWay.size() < SENDERS
                && ofAgency < MOST_OF_ONE_AGENCY
                && underWay.putIfAbsent(due.id(), due.agency()) == null;
    }

    private List<Due> due() {
        List<Webhook> ready = webhooks.ready(clock.instant());
        if (ready.isEmpty()) {
            return List.of();
        }
        Map<SiteId, SiteRef> known = new HashMap<>();
        sites.all().forEach(site -> known.put(site.id(), site));
        return ready.stream()
                .filter(webhook -> known.containsKey(webhook.site())
                        && webhook.isDue(known.get(webhook.site()).version(), clock.instant()))
                .map(webhook -> new Due(webhook.id(), webhook.agency()))
                .toList();
    }

    private int inARow(Due due) {
        int taken = 0;
        try {
            while (taken < IN_A_ROW && sendOne(due)) {
                taken++;
            }
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "webhook " + due.id() + " is sent at the next look", e);
        }
        return taken;
    }

    /** @return whether something was sent and taken */
    private boolean sendOne(Due due) {
        Optional<Message> next = context.in(due.agency(), () -> calling.as(Caller.SYSTEM, () -> steps.claim(due.id())));
        if (next.isEmpty()) {
            return false;
        }
        long began = System.nanoTime();
        Reply reply =
                http.post(next.get().url(), next.get().headers(), next.get().bytes());
        return steps.settle(next.get(), reply, (System.nanoTime() - began) / 1_000_000);
    }

    private synchronized ExecutorService senders() {
        if (senders == null) {
            senders = Executors.newFixedThreadPool(SENDERS, threads);
        }
        return senders;
    }

    @PreDestroy
    synchronized void stop() {
        if (senders != null) {
            senders.shutdownNow();
        }
    }
}
