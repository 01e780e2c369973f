package nl.plein.api.metrics;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** Counts what this node has answered. A route is a template, never a path, so that the figures stay few. */
@ApplicationScoped
public class Requests {

    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    private final Map<Answered, Figures> figures = new ConcurrentHashMap<>();

    private record Answered(String method, String route, int status) {}

    private static final class Figures {
        final LongAdder count = new LongAdder();
        final LongAdder nanos = new LongAdder();
    }

    /** @param nanos that answering took */
    public void add(String method, String route, int status, long nanos) {
        var answered = new Answered(METHODS.contains(method) ? method : "other", route, status);
        Figures here = figures.computeIfAbsent(answered, key -> new Figures());
        here.count.increment();
        here.nanos.add(nanos);
    }

    void writeTo(Exposition text) {
        String name = "plein_http_request_seconds";
        text.family(
                name, "summary", "Answered requests by route and status: how many, and how long they took together.");
        figures.forEach((answered, here) -> {
            var labels = Map.of(
                    "method", answered.method(),
                    "route", answered.route(),
                    "status", Integer.toString(answered.status()));
            text.sample(name + "_count", labels, here.count.sum());
            text.sample(name + "_sum", labels, here.nanos.sum() / 1e9);
        });
    }
}
