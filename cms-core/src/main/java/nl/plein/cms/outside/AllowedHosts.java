package nl.plein.cms.outside;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import nl.plein.cms.kernel.Settings;

/**
 * Hosts that may be reached wherever they are, and without TLS: those that the operator names, each with its port, in the setting
 * {@code plein.outside.allow}, such as {@code 127.0.0.1:9000,queue.stad.intern:443}. No agency can add to them.
 */
@ApplicationScoped
class AllowedHosts {

    @Inject
    Settings settings;

    boolean allows(URI url) {
        return url.getHost() != null && named().contains(authority(url));
    }

    private static String authority(URI url) {
        int port = url.getPort() > 0 ? url.getPort() : "http".equalsIgnoreCase(url.getScheme()) ? 80 : 443;
        return url.getHost().toLowerCase(Locale.ROOT) + ":" + port;
    }

    private Set<String> named() {
        return settings.get("plein.outside.allow").stream()
                .flatMap(list -> Arrays.stream(list.split(",")))
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }
}
