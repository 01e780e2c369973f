package nl.plein.api.crossing;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What was put into one place of a request.
 *
 * @param kind     of the place
 * @param isTheirs whether it names something of the other agency
 */
record Picked(String kind, Named named, boolean isTheirs) {

    /** They name nothing that is anybody's secret. */
    private static final Set<String> BESIDE =
            Set.of("cursor", "version", "instant", "file", "locale", "etag", "key", "modelVersion", "number");

    private static final String NO_ID = "0198c0de-0000-7000-8000-000000000000";

    private static final Map<String, String> NEVER_WAS = Map.of(
            "site", "nooit-geweest",
            "agency", "nooit-geweest",
            "host", "nooit-geweest.example",
            "type", "nooitgeweest",
            "word", "kanarie0000000000000000",
            "mapping", "nooit-geweest",
            "workflow", "nooit-geweest",
            "group", "nooit-geweest",
            "path", "/news/nooit-geweest");

    /** All names that nobody ever had, no one a part of a later one. */
    static final List<String> NEVER_WERE = Stream.concat(NEVER_WAS.values().stream(), Stream.of(NO_ID))
            .distinct()
            .sorted(Comparator.comparing(String::length).reversed())
            .toList();

    static boolean isBeside(String kind) {
        return BESIDE.contains(kind) || isUnused(kind);
    }

    /** A name that is to be given. If it is taken, everybody is told so. */
    static boolean isUnused(String kind) {
        return kind.startsWith("new");
    }

    String value() {
        return named.value();
    }

    boolean isForeign() {
        return isTheirs && !isBeside(kind);
    }

    boolean isSecretTo(Listener listener) {
        return isForeign() && !kind.startsWith("taken-") && !listener.mayHear(named);
    }

    /** Something of the same kind that nobody ever had. */
    String neverWas() {
        return NEVER_WAS.getOrDefault(kind, NO_ID);
    }

    String twin(Listener listener) {
        return isSecretTo(listener) ? neverWas() : value();
    }
}
