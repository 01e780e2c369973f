package nl.plein.cms.publishing;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Objects;
import java.util.Optional;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.tenancy.Believed;
import org.jspecify.annotations.Nullable;

/**
 * What is live, for the door that visitors come in by, without a question to the database for each page: believed until this node
 * puts something live itself, and half a second at most (decision 0027).
 */
@ApplicationScoped
public class CurrentRoots {

    @Inject
    LiveSites live;

    @Inject
    RootChanges changes;

    private @Nullable Believed<SiteId, Optional<LiveRoot>> roots;

    @PostConstruct
    void open() {
        roots = changes.believe(live::liveRoot);
    }

    /** Empty before the site was rendered for the first time. */
    public Optional<LiveRoot> of(SiteId site) {
        return Objects.requireNonNull(roots).of(site);
    }
}
