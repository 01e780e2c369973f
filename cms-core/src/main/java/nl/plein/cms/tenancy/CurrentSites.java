package nl.plein.cms.tenancy;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import nl.plein.cms.kernel.SiteId;
import org.jspecify.annotations.Nullable;

/**
 * A site as it is now, for doors that are asked thousands of times a second. What this node knows is believed until it
 * changes something itself, and half a second at most; those who must ask at one time share a question to the database.
 */
@ApplicationScoped
public class CurrentSites {

    @Inject
    StandingSites standing;

    @Inject
    Sites sites;

    @Inject
    LocalChanges changes;

    private final Together<Asked, Standing> together =
            new Together<>(asked -> standing.read(asked.site(), asked.host()));

    private @Nullable Believed<Asked, Standing> believed;
    private @Nullable Believed<SiteId, Optional<SiteRef>> byId;
    private @Nullable Believed<String, Optional<SiteRef>> ofHosts;
    private @Nullable Believed<SiteId, Optional<String>> canonical;

    @PostConstruct
    void open() {
        believed = changes.believe(together::ask);
        byId = changes.believe(sites::find);
        ofHosts = changes.believe(sites::byHost);
        canonical = changes.believe(sites::canonicalHost);
    }

    /**
     * @param ofHost the site that the host of the request belongs to
     * @param facts  by the name of their {@link SiteFact}
     */
    public record Standing(Optional<SiteRef> site, Optional<SiteId> ofHost, Map<String, Long> facts) {

        public Standing {
            facts = Map.copyOf(facts);
        }
    }

    /**
     * The site of a host.
     *
     * @param host as a client sent it, without port; letter case does not matter
     */
    public Optional<SiteRef> ofHost(String host) {
        return Objects.requireNonNull(ofHosts).of(host.toLowerCase(Locale.ROOT));
    }

    /** The one host of a site that the others redirect to. */
    public Optional<String> canonicalHost(SiteId site) {
        return Objects.requireNonNull(canonical).of(site);
    }

    /** A site by its id. @throws nl.plein.cms.kernel.NotFound {@code unknown-site} */
    public SiteRef get(SiteId id) {
        return Objects.requireNonNull(byId).of(id).orElseThrow(() -> Sites.unknown(id));
    }

    private record Asked(SiteId site, String host) {}

    /**
     * Not for use in a transaction, which sees what it has seen before.
     *
     * @param host as a client sent it, without port; letter case does not matter
     */
    public Standing of(SiteId site, String host) {
        return Objects.requireNonNull(believed).of(new Asked(site, host.toLowerCase(Locale.ROOT)));
    }
}
