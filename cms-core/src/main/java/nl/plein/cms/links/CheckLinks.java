package nl.plein.cms.links;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import nl.plein.cms.kernel.Background;
import nl.plein.cms.kernel.Settings;
import org.jspecify.annotations.Nullable;

/**
 * Asks addresses outside whether they answer, each when it is due, no host by two at once. The setting
 * {@code plein.links.check=off} leaves the outside alone.
 */
@ApplicationScoped
public class CheckLinks {

    private static final Logger LOG = System.getLogger(CheckLinks.class.getName());
    private static final int ASKERS = 4;

    @Inject
    LinkSteps steps;

    @Inject
    AskAddress address;

    @Inject
    Settings settings;

    @Inject
    @Background
    ThreadFactory threads;

    private final AtomicInteger underWay = new AtomicInteger();
    private @Nullable ExecutorService askers;

    boolean isOff() {
        return settings.get("plein.links.check").filter("off"::equals).isPresent();
    }

    /** Hands what is due to the askers; several nodes may. */
    void look() {
        if (isOff()) {
            return;
        }
        steps.takeIn();
        while (underWay.get() < ASKERS) {
            Optional<URI> due = steps.claim();
            if (due.isEmpty()) {
                return;
            }
            underWay.incrementAndGet();
            askers().execute(() -> {
                try {
                    ask(due.get());
                } catch (RuntimeException e) {
                    LOG.log(Level.WARNING, "a link to " + due.get().getHost() + " is checked later", e);
                } finally {
                    underWay.decrementAndGet();
                }
            });
        }
    }

    /** Asks all that is due now in this thread, until nothing is or every host wants its pause. @return how many were asked */
    public int checkNow() {
        if (isOff()) {
            return 0;
        }
        while (steps.takeIn() > 0) {
            continue; // the next some
        }
        int asked = 0;
        for (Optional<URI> due = steps.claim(); due.isPresent(); due = steps.claim()) {
            ask(due.get());
            asked++;
        }
        return asked;
    }

    private void ask(URI url) {
        steps.settle(url, address.ask(url));
    }

    private synchronized ExecutorService askers() {
        if (askers == null) {
            askers = Executors.newFixedThreadPool(ASKERS, threads);
        }
        return askers;
    }

    @PreDestroy
    synchronized void stop() {
        if (askers != null) {
            askers.shutdownNow();
        }
    }
}
