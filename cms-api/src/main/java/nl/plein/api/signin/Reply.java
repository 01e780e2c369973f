package nl.plein.api.signin;

import java.util.Map;
import java.util.Optional;

/** What a door answers. */
sealed interface Reply {

    /**
     * @param title   of the page; also its heading
     * @param body    below the heading
     * @param again   the query with which GET shows this page anew: empty, or with its question mark
     * @param leadsTo the origin outside of this host to which a form on it may lead in the end, if any
     */
    record HtmlPage(
            int status,
            String title,
            Html body,
            String again,
            Optional<String> leadsTo,
            boolean isWrong,
            Map<String, String> headers)
            implements Reply {

        static HtmlPage of(String title, Html body) {
            return new HtmlPage(200, title, body, "", Optional.empty(), false, Map.of());
        }

        HtmlPage refusing(int newStatus) {
            return new HtmlPage(newStatus, title, body, again, leadsTo, true, headers);
        }

        HtmlPage leadingTo(Optional<String> origin) {
            return new HtmlPage(status, title, body, again, origin, isWrong, headers);
        }

        HtmlPage at(String query) {
            return new HtmlPage(status, title, body, query, leadsTo, isWrong, headers);
        }

        HtmlPage with(String header, String value) {
            return new HtmlPage(status, title, body, again, leadsTo, isWrong, Map.of(header, value));
        }
    }

    /** 303. */
    record Redirect(String location) implements Reply {}

    /** Was answered already. */
    record Sent() implements Reply {}
}
