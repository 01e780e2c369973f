package nl.plein.api.signin;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.tenancy.SiteRef;

/**
 * The site that somebody signs in for. It was looked up: the host is one of the site's, and nothing else.
 *
 * @param origin     of the site's host
 * @param stateHash  of what the browser keeps there
 * @param returnPath of the site, with query
 */
record Destination(SiteRef site, String host, String origin, String stateHash, String returnPath) {

    SiteId id() {
        return site.id();
    }

    /** Where the code is brought. */
    String arrival(String code) {
        return origin + "/identity/hand-over?code=" + code;
    }

    Html fields() {
        return Html.of(
                "{}{}{}{}",
                Fields.hidden("site", site.id().value()),
                Fields.hidden("host", host),
                Fields.hidden("state", stateHash),
                Fields.hidden("return", returnPath));
    }

    String query() {
        return "?site=" + site.id() + "&host=" + host + "&state=" + stateHash + "&return="
                + URLEncoder.encode(returnPath, StandardCharsets.UTF_8);
    }
}
