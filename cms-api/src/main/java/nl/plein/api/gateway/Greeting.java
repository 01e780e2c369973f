package nl.plein.api.gateway;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;
import nl.plein.cms.accounts.PlatformAddress;
import nl.plein.cms.kernel.Background;
import nl.plein.cms.kernel.Settings;
import nl.plein.cms.publishing.LiveSites;
import nl.plein.cms.tenancy.SiteHost;
import nl.plein.cms.tenancy.SiteRef;
import nl.plein.cms.tenancy.Sites;
import org.jspecify.annotations.Nullable;

/** Tells whoever started the server where to look, once all sites have been rendered. */
@ApplicationScoped
public class Greeting {

    private static final Logger LOG = System.getLogger(Greeting.class.getName());
    private static final int LAST = 10_000;
    private static final int MOST_TRIES = 600;

    @Inject
    Settings settings;

    @Inject
    Sites sites;

    @Inject
    PlatformAddress platform;

    @Inject
    LiveSites live;

    @Inject
    @Background
    ThreadFactory threads;

    private @Nullable Thread waiting;

    /** A demonstration that is still being loaded says itself when it is there. */
    void start(@Observes @Priority(LAST) Startup event) {
        if (!settings.get("plein.demo").equals(Optional.of("true"))) {
            soon();
        }
    }

    /** Greets as soon as all sites that are there have been rendered. */
    public void soon() {
        waiting = threads.newThread(this::greet);
        waiting.start();
    }

    @PreDestroy
    void stop() {
        if (waiting != null) {
            waiting.interrupt();
        }
    }

    private void greet() {
        try {
            for (int i = 0; i < MOST_TRIES && !isRendered(); i++) {
                Thread.sleep(500);
            }
            LOG.log(Level.INFO, "Plein is ready.\n{0}", addresses());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isRendered() {
        return sites.all().stream()
                .allMatch(
                        site -> site.version() == 0 || live.liveRoot(site.id()).isPresent());
    }

    private String addresses() {
        String port = ":" + settings.get("plein.http.port").orElse("8080");
        var lines = new StringBuilder("  API     http://127.0.0.1" + port + "/openapi/v1.json\n")
                .append("  editor  " + platform.origin() + "/editor/\n")
                .append("  sign-in " + platform.origin() + "/identity/sign-in\n");
        for (SiteRef site : sites.all()) {
            sites.hostsOf(site.id()).stream().filter(SiteHost::isCanonical).forEach(host -> lines.append(
                            "  site    http://")
                    .append(host.host())
                    .append(port)
                    .append("/  ")
                    .append(site.name())
                    .append('\n'));
        }
        return lines.toString();
    }
}
