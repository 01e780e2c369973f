package nl.plein.api.signin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import nl.plein.api.problem.Refused;
import nl.plein.cms.accounts.HandOvers;
import nl.plein.cms.accounts.PlatformAddress;
import nl.plein.cms.kernel.Invalid;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.tenancy.SiteRef;
import nl.plein.cms.tenancy.Sites;

/** Reads where sign-in is to lead to. Nothing is taken as it was sent: a host is looked up among those of the site. */
@ApplicationScoped
class Destinations {

    @Inject
    Sites sites;

    @Inject
    PlatformAddress platform;

    /**
     * @param sent gives what was sent under a name, or an empty text
     * @return empty if no site is named: sign-in for the platform itself
     * @throws Refused 400 {@code bad-destination} unless all of it fits together
     */
    Optional<Destination> read(UnaryOperator<String> sent) {
        if (sent.apply("site").isEmpty()) {
            return Optional.empty();
        }
        SiteRef site = find(sent.apply("site")).orElseThrow(Destinations::bad);
        String host = sites.hostsOf(site.id()).stream()
                .map(known -> known.host())
                .filter(known -> known.equals(sent.apply("host").toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(Destinations::bad);
        String state = sent.apply("state");
        String path = sent.apply("return");
        if (!state.matches("[0-9a-f]{64}") || !HandOvers.isPath(path)) {
            throw bad();
        }
        return Optional.of(new Destination(site, host, platform.originOf(host), state, path));
    }

    private Optional<SiteRef> find(String id) {
        try {
            return sites.find(SiteId.of(id));
        } catch (Invalid noId) {
            return Optional.empty();
        }
    }

    private static Refused bad() {
        return new Refused(400, "bad-destination", "Begin at the site that you want to sign in to.");
    }
}
