package nl.plein.api.crossing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import nl.plein.api.server.Route;

/** Makes requests that would be granted to whoever may: all that they name is there, on the open site of one aviary. */
final class Rightful {

    /** Of one type there are no entries, for types that have some are not removed. */
    private static final String UNUSED_TYPE = "-c";

    private final Random random;
    private final Aviary home;
    private final String spared;

    /** @param spared id of the person who is never named: one of those who ask */
    Rightful(long seed, Aviary home, String spared) {
        random = new Random(seed);
        this.home = home;
        this.spared = spared;
    }

    /** @param token empty for nobody */
    Asking of(Route route, String token) {
        String target = filled(route, Template.ofPath(route.path())) + filled(route, new Template(query(route)));
        Map<String, String> headers = new LinkedHashMap<>();
        if (!token.isEmpty()) {
            headers.put("Authorization", "Bearer " + token);
        }
        if (!route.method().equals("GET")) {
            headers.put("If-Match", "*");
        }
        if (List.of("PUT", "POST").contains(route.method())) {
            headers.put("Content-Type", Bodies.mediaType(route));
        }
        return new Asking(
                route.method(), target, headers, Bodies.bytes(route, filled(route, new Template(Bodies.of(route)))));
    }

    /** An import that publishes takes more than one that does not. Cursors are of one list each, and so left out. */
    private String query(Route route) {
        if (route.path().endsWith("/imports")) {
            return "?publish=false";
        }
        String query = Parameters.of(route, random, 8);
        return query.contains("cursor=") ? Parameters.of(route, random, Integer.MAX_VALUE) : query;
    }

    private String filled(Route route, Template template) {
        List<String> values = new ArrayList<>();
        template.kinds().forEach(kind -> values.add(one(route, kind)));
        return template.filled(values);
    }

    private static boolean removesTypes(Route route) {
        return route.method().equals("DELETE") && route.path().endsWith("/content-types/{type}");
    }

    private String one(Route route, String kind) {
        if (Picked.isUnused(kind) || kind.startsWith("taken-")) {
            return Probes.unused(kind);
        }
        if (kind.equals("word")) {
            return home.words.get(random.nextInt(home.words.size())).value();
        }
        List<String> here = Objects.requireNonNull(home.names.get(kind), kind).stream()
                .filter(name -> name.home().isEmpty() || name.home().equals(home.open))
                .map(Named::value)
                .filter(name -> !name.equals(spared))
                .filter(name -> !kind.equals("type") || name.endsWith(UNUSED_TYPE) == removesTypes(route))
                .toList();
        return here.get(random.nextInt(here.size()));
    }
}
