package nl.plein.api.crossing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nl.plein.api.server.Contract;
import nl.plein.api.server.Route;
import tools.jackson.databind.JsonNode;

/**
 * Whom a route answers, as it is declared.
 *
 * @param isForEverybody whether it also answers who has not said who they are
 * @param permissions    that it takes; none if whoever it answers may
 */
record Rule(Route route, boolean isForEverybody, List<String> permissions) {

    private static final List<String> NONE = List.of();

    /** Routes that are not of the API, and so not in the document: figures for machines, pages for people. */
    static final Map<String, List<String>> BESIDE = Map.of(
            "/metrics", List.of("platform.manage"),
            "/identity/sign-in", NONE,
            "/identity/sign-out", NONE,
            "/identity/hand-over", NONE,
            "/identity/forgotten", NONE,
            "/identity/password", NONE,
            "/identity/account", NONE,
            "/identity/files/*", NONE,
            "/editor", NONE,
            "/editor/*", NONE);

    /** Where the permissions have to be held. */
    enum Place {
        SITE,
        AGENCY,
        PLATFORM
    }

    /** Of all that the server answers, but for the pages of sites. */
    static List<Rule> all() {
        List<Rule> rules = new ArrayList<>();
        Route.all().forEach(route -> rules.add(of(route)));
        BESIDE.forEach((path, permissions) -> rules.add(new Rule(
                new Route("GET", path.replace("*", "keeper.css"), List.of(), false),
                permissions.isEmpty(),
                permissions)));
        return rules;
    }

    private static Rule of(Route route) {
        JsonNode operation = Contract.ofServer()
                .document()
                .path("paths")
                .path(route.path())
                .path(route.method().toLowerCase(Locale.ROOT));
        JsonNode declared = operation.path("x-permissions");
        if (!declared.isArray()) {
            throw new IllegalStateException(route + " does not say which permissions it takes: give it x-permissions.");
        }
        boolean isForEverybody = operation.path("security").values().stream().anyMatch(JsonNode::isEmpty);
        return new Rule(
                route,
                isForEverybody,
                declared.values().stream().map(JsonNode::asString).toList());
    }

    Place place() {
        if (route.path().contains("{site}")) {
            return Place.SITE;
        }
        return route.path().contains("{agency}") ? Place.AGENCY : Place.PLATFORM;
    }

    /** What has to come of it when this one asks. */
    Verdict of(Actor actor) {
        if (isForEverybody) {
            return Verdict.MAY;
        }
        if (actor == Actor.NOBODY) {
            return Verdict.UNKNOWN_CALLER;
        }
        if (permissions.isEmpty()) {
            return Verdict.MAY;
        }
        if (place() != Place.PLATFORM && !actor.has("site.read", place())) {
            return Verdict.NOT_THERE;
        }
        return permissions.stream().allMatch(permission -> actor.has(permission, place()))
                ? Verdict.MAY
                : Verdict.NOT_PERMITTED;
    }
}
