package nl.plein.cms.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import nl.plein.cms.kernel.Invalid;
import nl.plein.cms.kernel.Settings;

/** Where people reach the platform: the setting {@code plein.url}. Never what a request says. */
@ApplicationScoped
public class PlatformAddress {

    @Inject
    Settings settings;

    /**
     * @return scheme, host and port, such as {@code https://plein.example.nl}
     * @throws Invalid {@code invalid-url} if the setting is none
     */
    public String origin() {
        String url = settings.get("plein.url")
                .filter(text -> !text.isBlank())
                .orElseGet(() ->
                        "http://127.0.0.1:" + settings.get("plein.http.port").orElse("8080"));
        if (!url.matches("https?://[A-Za-z0-9.-]+(:[0-9]{1,5})?/?")) {
            throw new Invalid(
                    "invalid-url", "plein.url must be a scheme, a host and perhaps a port: https://plein.example.nl");
        }
        return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }

    /** The same for a host of a site: sites are reached by the platform's scheme and port. */
    public String originOf(String host) {
        URI platform = URI.create(origin());
        return platform.getScheme() + "://" + host + (platform.getPort() < 0 ? "" : ":" + platform.getPort());
    }
}
