package nl.plein.api.gateway;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import nl.plein.api.health.Check;
import nl.plein.cms.publishing.LiveSites;

/** The gateway is up when it can look up what is live. */
@ApplicationScoped
public class Ready implements Check {

    @Inject
    LiveSites live;

    @Override
    public String name() {
        return "gateway";
    }

    @Override
    public Optional<String> whyNot() {
        try {
            live.all();
            return Optional.empty();
        } catch (RuntimeException e) {
            return Optional.of("It can't be found out which sites are live.");
        }
    }
}
