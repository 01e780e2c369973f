package nl.plein.api.crossing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.plein.api.server.Route;

/**
 * Makes requests out of the operations of the document: every place that takes a name gets one of ours or one of theirs,
 * and so do host, token, cursor, condition and idempotency key.
 */
final class Probes {

    private static final int LEFT_OUT = 1_000_000;

    private final Random random;
    private final Aviary ours;
    private final Aviary theirs;

    /** @param ours whose colleagues ask; the same as {@code theirs} to see what the right ones get */
    Probes(long seed, Aviary ours, Aviary theirs) {
        random = new Random(seed);
        this.ours = ours;
        this.theirs = theirs;
    }

    /** For each place alone what is theirs, asked by our administrator; then all of it; then {@code more} mixtures. */
    List<Probe> of(Route route, int more) {
        String administrator = ours.tokens.get("administrator");
        List<Integer> places = placesOf(route);
        List<Probe> probes = new ArrayList<>();
        for (int only : places) {
            probes.add(probe(route, LEFT_OUT, place -> place == only, administrator, Optional.empty()));
        }
        probes.add(probe(route, LEFT_OUT, place -> true, administrator, Optional.empty()));
        for (int i = 0; i < more; i++) {
            // Whatever changes something names at least one thing of theirs: our own is not to be harmed.
            int certain =
                    places.isEmpty() || route.method().equals("GET") ? -1 : places.get(random.nextInt(places.size()));
            probes.add(probe(route, 4, place -> place == certain || random.nextInt(5) < 3, aToken(), aHost()));
        }
        return probes;
    }

    /** What one of their own administrators asks of the platform. */
    Probe rightful(Route route) {
        return probe(route, 8, place -> true, theirs.tokens.get("administrator"), Optional.empty());
    }

    private static List<Integer> placesOf(Route route) {
        List<String> kinds = new ArrayList<>(Template.ofPath(route.path()).kinds());
        kinds.addAll(new Template(Bodies.of(route)).kinds());
        return Stream.iterate(0, at -> at + 1)
                .limit(kinds.size())
                .filter(at -> !Picked.isBeside(kinds.get(at)))
                .toList();
    }

    private String aToken() {
        return switch (random.nextInt(10)) {
            case 0, 1 -> "";
            case 2 -> ours.revoked;
            case 3 -> any("token", true).value();
            case 4 -> any("person", true).value();
            default -> List.copyOf(ours.tokens.values()).get(random.nextInt(ours.tokens.size()));
        };
    }

    private Optional<String> aHost() {
        String host = any("host", random.nextInt(3) > 0).value();
        return switch (random.nextInt(6)) {
            case 0, 1 -> Optional.of(host);
            case 2 -> Optional.of("www." + host);
            default -> Optional.empty();
        };
    }

    /** Which of the places in path and body get what is theirs. */
    private interface Choice {
        boolean isTheirs(int place);
    }

    private Probe probe(Route route, int rest, Choice choice, String token, Optional<String> host) {
        var path = Template.ofPath(route.path());
        var query = new Template(Parameters.of(route, random, rest));
        var body = new Template(Bodies.of(route));
        List<Picked> picked = new ArrayList<>();
        int places = path.kinds().size();
        pick(path, picked, choice);
        pick(body, picked, place -> choice.isTheirs(place + places));
        List<Picked> inPath = picked.subList(0, places);
        List<Picked> inBody = picked.subList(places, picked.size());
        List<Picked> inQuery = new ArrayList<>();
        pick(query, inQuery, place -> random.nextBoolean());

        var listener = new Listener(
                ours.tokens.containsValue(token),
                host,
                Listener.Door.of(host, route.path()),
                inPath.stream()
                        .filter(one -> one.kind().equals("site"))
                        .findFirst()
                        .map(Picked::value));
        Map<String, String> headers = headers(route, token, host);
        var asking = new Asking(
                route.method(),
                path.filled(values(inPath)) + query.filled(values(inQuery)),
                headers,
                Bodies.bytes(route, body.filled(values(inBody))));
        var twin = new Asking(
                route.method(),
                path.filled(twins(inPath, listener)) + query.filled(twins(inQuery, listener)),
                withoutKey(headers),
                Bodies.bytes(route, body.filled(twins(inBody, listener))));
        boolean hasSecret =
                Stream.of(inPath, inQuery, inBody).flatMap(List::stream).anyMatch(one -> one.isSecretTo(listener));
        return new Probe(
                route,
                listener,
                asking,
                hasSecret ? Optional.of(twin) : Optional.empty(),
                inPath.stream().anyMatch(one -> one.isSecretTo(listener)),
                picked.stream()
                        .filter(Picked::isForeign)
                        .map(Picked::kind)
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    private static List<String> values(List<Picked> picked) {
        return picked.stream().map(Picked::value).toList();
    }

    private static List<String> twins(List<Picked> picked, Listener listener) {
        return picked.stream().map(one -> one.twin(listener)).toList();
    }

    private void pick(Template template, List<Picked> picked, Choice choice) {
        List<String> kinds = template.kinds();
        for (int place = 0; place < kinds.size(); place++) {
            picked.add(pick(kinds.get(place), choice.isTheirs(place), picked));
        }
    }

    /** A revision is that of the entry named before it, as often as not. */
    private Picked pick(String kind, boolean isTheirs, List<Picked> before) {
        if (Picked.isUnused(kind) || kind.startsWith("taken-") && (ours == theirs || !isTheirs)) {
            return new Picked(kind, new Named(unused(kind), Reach.INSIDE, ""), false);
        }
        if (kind.equals("revision") && random.nextBoolean()) {
            for (Picked entry : before) {
                if (entry.kind().equals("entry") && entry.isTheirs() == isTheirs) {
                    String revision = (isTheirs ? theirs : ours).revisions.get(entry.value());
                    return new Picked(
                            kind,
                            new Named(
                                    revision,
                                    entry.named().reach(),
                                    entry.named().home()),
                            isTheirs);
                }
            }
        }
        return new Picked(kind, any(kind.replace("taken-", ""), isTheirs), isTheirs);
    }

    static String unused(String kind) {
        String id = "nieuw-" + UUID.randomUUID().toString().substring(0, 8);
        return switch (kind) {
            case "newType" -> id.replaceAll("[^a-z]", "x");
            case "taken-host" -> Aviary.hostOf(id);
            default -> id;
        };
    }

    private Named any(String kind, boolean isTheirs) {
        if (kind.equals("type") && !isTheirs) {
            return new Named("news", Reach.EVERYONE, "");
        }
        Aviary home = isTheirs ? theirs : ours;
        List<Named> names = kind.equals("word") ? home.words : home.names.get(kind);
        if (names == null) {
            throw new IllegalStateException("Let an aviary have names of the kind " + kind + ".");
        }
        return names.get(random.nextInt(names.size()));
    }

    private Map<String, String> headers(Route route, String token, Optional<String> host) {
        Map<String, String> headers = new LinkedHashMap<>();
        if (!token.isEmpty()) {
            headers.put("Authorization", "Bearer " + token);
        }
        host.ifPresent(name -> headers.put("Host", name));
        if (route.method().equals("GET")) {
            if (random.nextInt(4) == 0) {
                headers.put("If-None-Match", any("etag", true).value());
            }
            return headers;
        }
        headers.put("If-Match", random.nextInt(4) == 0 ? any("etag", true).value() : "*");
        if (route.method().equals("POST") && random.nextInt(3) == 0) {
            headers.put("Idempotency-Key", any("key", true).value());
        }
        if (!route.method().equals("DELETE")) {
            headers.put("Content-Type", Bodies.mediaType(route));
        }
        return headers;
    }

    /** The twin has another body or address: under the same key it would be another request. */
    private static Map<String, String> withoutKey(Map<String, String> headers) {
        Map<String, String> others = new LinkedHashMap<>(headers);
        others.remove("Idempotency-Key");
        return others;
    }
}
