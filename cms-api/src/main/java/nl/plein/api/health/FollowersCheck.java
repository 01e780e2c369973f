package nl.plein.api.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.plein.cms.publishing.Followers;
import nl.plein.cms.publishing.Parked;

/**
 * What this node publishes reaches search and pages. A node whose followers have stopped looking is not ready: it would
 * serve yesterday's lists. One that is parked on a site is a remark: taking every node out of service would help nobody.
 */
@ApplicationScoped
public class FollowersCheck implements Check {

    private static final Duration DEAD = Duration.ofSeconds(60);
    private static final int NAMED = 10;

    @Inject
    Followers followers;

    @Override
    public String name() {
        return "followers";
    }

    @Override
    public Optional<String> whyNot() {
        Duration since = followers.sinceLook();
        return since.compareTo(DEAD) < 0
                ? Optional.empty()
                : Optional.of("The followers have not looked at the sites for " + since.toSeconds()
                        + " s: see the log, and start this node again if they don't recover.");
    }

    @Override
    public Optional<String> remark() {
        List<Parked> parked = followers.parked();
        if (parked.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(parked.stream()
                .limit(NAMED)
                .map(one -> one.follower() + " is parked on site " + one.site() + " at version " + one.version() + ": "
                        + one.failure())
                .collect(Collectors.joining(
                        "; ", "", parked.size() > NAMED ? "; and " + (parked.size() - NAMED) + " more" : "")));
    }
}
