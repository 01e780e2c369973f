package nl.plein.site.page;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import nl.plein.site.model.Redirect;

/**
 * What web servers include in their configuration so that a copied tree answers as ours does: the page for what is not there, the page
 * for what was taken away, and the redirects. Hosts that read {@code _redirects} need none of it.
 */
final class HostFiles {
    static final String NGINX = "/_plein/hosts/nginx.conf";
    static final String APACHE = "/_plein/hosts/apache.conf";

    /** In a quoted word of either server's configuration these could end the word or stand for something else. */
    private static final Pattern UNSPEAKABLE = Pattern.compile("[\\p{Cntrl}\"\\\\${}%]");

    private final Edition edition;
    private final StringBuilder nginx = new StringBuilder("# For nginx: include this file in the server block.\n");
    private final StringBuilder apache =
            new StringBuilder("# For Apache: Include this file in the virtual host, or copy it to .htaccess.\n");

    private HostFiles(Edition edition) {
        this.edition = edition;
    }

    static Map<String, Optional<byte[]>> of(Edition edition, List<Redirect> redirects) {
        HostFiles files = new HostFiles(edition);
        files.answers();
        redirects.forEach(files::redirect);
        return Map.of(NGINX, bytes(files.nginx), APACHE, bytes(files.apache));
    }

    private static Optional<byte[]> bytes(StringBuilder text) {
        return Optional.of(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** In the language of what was asked for. */
    private void answers() {
        List<String> locales = edition.site().locales();
        for (int code : List.of(404, 410)) {
            if (!edition.templates().has(code + ".html")) {
                continue;
            }
            for (String locale : locales) {
                String page = edition.links().url(edition.paths().in(locale, "/" + code + ".html"));
                String home = edition.links().url(edition.paths().home(locale));
                if (locale.equals(locales.get(0))) {
                    nginx.append("error_page ")
                            .append(code)
                            .append(" \"")
                            .append(page)
                            .append("\";\n");
                    apache.append("ErrorDocument ")
                            .append(code)
                            .append(" \"")
                            .append(page)
                            .append("\"\n");
                } else {
                    apache.append("<LocationMatch \"^").append(home).append("(/|$)\">\n");
                    apache.append("  ErrorDocument ")
                            .append(code)
                            .append(" \"")
                            .append(page)
                            .append("\"\n");
                    apache.append("</LocationMatch>\n");
                }
            }
        }
        nginxLocales(locales);
    }

    private void nginxLocales(List<String> locales) {
        for (String locale : locales.subList(1, locales.size())) {
            nginx.append("location ^~ \"")
                    .append(edition.links().url(edition.paths().home(locale)))
                    .append("/\" {\n");
            for (int code : List.of(404, 410)) {
                if (edition.templates().has(code + ".html")) {
                    nginx.append("  error_page ").append(code).append(" \"");
                    nginx.append(edition.links().url(edition.paths().in(locale, "/" + code + ".html")));
                    nginx.append("\";\n");
                }
            }
            nginx.append("}\n");
        }
    }

    private void redirect(Redirect redirect) {
        String from = edition.links().url(redirect.from());
        String to = redirect.to().startsWith("/") ? edition.links().url(redirect.to()) : redirect.to();
        if (UNSPEAKABLE.matcher(from + to).find()) {
            return;
        }
        boolean gone = redirect.status() == 410;
        nginx.append("location = \"").append(from).append("\" { return ").append(redirect.status());
        nginx.append(gone ? "" : " \"" + to + "\"").append("; }\n");
        apache.append("RedirectMatch ").append(redirect.status()).append(" \"^").append(regex(from));
        apache.append("$\"").append(gone ? "" : " \"" + to + "\"").append('\n');
    }

    private static String regex(String path) {
        return path.replaceAll("[.+*?^()\\[\\]|]", "\\\\$0");
    }
}
