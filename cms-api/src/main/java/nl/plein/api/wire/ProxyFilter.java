package nl.plein.api.wire;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.plein.api.problem.ProblemPage;
import nl.plein.api.problem.Refused;
import nl.plein.cms.kernel.Settings;

/**
 * Believes {@code X-Forwarded-Proto}, {@code -Host} and {@code -For} if, and only if, the connection comes from one of the
 * addresses in the setting {@code plein.proxies}.
 */
public class ProxyFilter extends HttpFilter {

    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.-]{1,253}(:[0-9]{1,5})?");

    /** What may be sent in Host: a name or an address, and a port. */
    private static final Pattern SENT =
            Pattern.compile("([A-Za-z0-9._-]{0,253}|\\[[0-9A-Fa-f:.]{2,45}])(:[0-9]{0,5})?");

    @Inject
    transient Settings settings;

    private transient Set<String> proxies = Set.of();

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String sent = request.getHeader("Host");
        if (sent != null && !SENT.matcher(sent).matches()) {
            ProblemPage.write(
                    request,
                    response,
                    new Refused(400, "bad-host", "Send the name of a host, such as example.org or example.org:8080."));
            return;
        }
        chain.doFilter(proxies.contains(request.getRemoteAddr()) ? new Forwarded(request) : request, response);
    }

    /** Settings do not change while the server runs. */
    @Override
    public void init() {
        proxies = settings.get("plein.proxies").stream()
                .flatMap(list -> Arrays.stream(list.split(",")))
                .map(String::strip)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The request as the proxy received it. */
    private static final class Forwarded extends HttpServletRequestWrapper {

        Forwarded(HttpServletRequest request) {
            super(request);
        }

        @Override
        public String getScheme() {
            String scheme = last("X-Forwarded-Proto")
                    .map(s -> s.toLowerCase(Locale.ROOT))
                    .orElse("");
            return scheme.equals("https") || scheme.equals("http") ? scheme : super.getScheme();
        }

        @Override
        public boolean isSecure() {
            return getScheme().equals("https");
        }

        @Override
        public String getServerName() {
            return host().map(host -> host.replaceFirst(":.*", "")).orElseGet(super::getServerName);
        }

        @Override
        public int getServerPort() {
            Optional<String> host = host();
            if (host.isEmpty()) {
                return super.getServerPort();
            }
            int colon = host.get().indexOf(':');
            return colon < 0
                    ? (isSecure() ? 443 : 80)
                    : Integer.parseInt(host.get().substring(colon + 1));
        }

        @Override
        public String getRemoteAddr() {
            return last("X-Forwarded-For").orElseGet(super::getRemoteAddr);
        }

        private Optional<String> host() {
            return last("X-Forwarded-Host").filter(host -> HOST.matcher(host).matches());
        }

        /** Of a list, be it in one line or in several (RFC 9110, 5.3), what the nearest proxy added: what is before it, clients may have sent. */
        private Optional<String> last(String header) {
            List<String> lines = Collections.list(getHeaders(header));
            return lines.isEmpty()
                    ? Optional.empty()
                    : Optional.of(lines.get(lines.size() - 1))
                            .map(list ->
                                    list.substring(list.lastIndexOf(',') + 1).strip())
                            .filter(text -> !text.isEmpty());
        }
    }
}
