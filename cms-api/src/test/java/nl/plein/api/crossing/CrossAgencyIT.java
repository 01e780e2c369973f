package nl.plein.api.crossing;

import static nl.plein.api.server.Proof.figure;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nl.plein.api.server.Client;
import nl.plein.api.server.Client.Answer;
import nl.plein.api.server.Proof;
import nl.plein.api.server.Route;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * Of one agency nothing is told to another, and nothing is changed: every operation of the document is asked in mixtures
 * of what belongs to one and to the other, and so is every page. What may not be known is answered like what never was.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CrossAgencyIT {

    private static final long SEED = 20261125;

    /** Until a request names things that belong together, such as an entry and a draft that was kept of it. */
    private static final int PICKS = 400;

    /** Operations that tell nothing of any agency, or that only the platform's administrator may ask for. */
    private static final Set<String> SILENT = Set.of(
            "GET /health/live",
            "GET /health/ready",
            "GET /openapi/v1.json",
            "GET /manage/v1/backup",
            "GET /manage/v1/platform/audit-events",
            "GET /manage/v1/platform/audit-verification",
            "GET /manage/v1/platform/audit-lines",
            "GET /manage/v1/platform/audit-table",
            "DELETE /identity/v1/sessions/{session}",
            "POST /identity/v1/sessions",
            "POST /manage/v1/agencies");

    /**
     * A step needs another workflow than {@code direct}, and nothing else here could be published then: {@code WorkflowIT} makes it. A
     * source is a revision in another locale than the one that is named here: {@code TranslationsIT} names it.
     */
    private static final Set<String> STEPS = Set.of(
            "POST /manage/v1/sites/{site}/entries/{entry}/translations/{locale}/transitions",
            "PUT /manage/v1/sites/{site}/entries/{entry}/translations/{locale}/source");

    /** They count, measure or pack, or tell what is the same everywhere; what they name was in the question. */
    private static final Set<String> WITHOUT_WORDS = Set.of(
            "GET /identity/v1/sessions",
            "GET /manage/v1/task-counts",
            "GET /manage/v1/sites/{site}/entries/{entry}/presence",
            "GET /manage/v1/sites/{site}/workflows",
            "GET /manage/v1/agencies/{agency}/word-list",
            "GET /manage/v1/agencies/{agency}/content-types/{type}/versions",
            "GET /manage/v1/agencies/{agency}/migrations/{migration}",
            "GET /manage/v1/agencies/{agency}/site-archives/{job}",
            "GET /manage/v1/sites/{site}/exports/{job}/file",
            "GET /manage/v1/sites/{site}/bulk-changes/{job}",
            "GET /manage/v1/sites/{site}/assets/{asset}",
            "GET /manage/v1/sites/{site}/assets/{asset}/files",
            "PUT /manage/v1/sites/{site}/assets/{asset}/focal-point",
            "DELETE /manage/v1/sites/{site}/assets/{asset}/focal-point",
            "GET /manage/v1/sites/{site}/receipts",
            "GET /manage/v1/sites/{site}/roots",
            "GET /manage/v1/sites/{site}/theme",
            "GET /manage/v1/agencies/{agency}/audit-verification",
            "GET /manage/v1/sites/{site}/webhooks/{webhook}/deliveries",
            "GET /manage/v1/sites/{site}/receipts/{version}");

    private static final Aviary FIRST = new Aviary("a");
    private static final Aviary SECOND = new Aviary("z");

    @Test
    @Order(1)
    void nothing_of_one_agency_is_told_to_or_changed_by_another() {
        Outcome outcome = probe(FIRST, SECOND).and(probe(SECOND, FIRST));

        outcome.judge("cross_agency");
    }

    /** How many requests were sent, and what was wrong with their answers. */
    private record Outcome(int probes, List<String> complaints) {

        Outcome and(Outcome other) {
            List<String> all = new ArrayList<>(complaints);
            all.addAll(other.complaints());
            return new Outcome(probes + other.probes(), all);
        }

        void judge(String name) {
            figure(name + "_probes", probes);
            figure(name + "_leaks", complaints.size());
            assertThat(complaints.stream().limit(10).collect(Collectors.joining("\n\n")))
                    .as(complaints.size() + " of " + probes)
                    .isEmpty();
        }
    }

    private static Outcome probe(Aviary ours, Aviary theirs) {
        Set<String> before = Rows.settled(theirs, ours);
        var ear = new Ear(theirs);
        var probes = new Probes(SEED, ours, theirs);
        List<String> complaints = new ArrayList<>();
        Map<Route, Set<String>> foreign = new HashMap<>();
        int count = 0;
        for (Route route : Route.all()) {
            for (Probe probe : probes.of(route, Proof.rounds(6, 150))) {
                complaints.addAll(ear.complaints(probe));
                foreign.computeIfAbsent(route, any -> new TreeSet<>()).addAll(probe.foreign());
                count++;
            }
        }
        for (Route route : Route.all()) {
            Set<String> names = route.placeholders().stream()
                    .filter(kind -> !Picked.isBeside(kind))
                    .collect(Collectors.toSet());
            assertThat(foreign.get(route))
                    .as("what of theirs was named to " + route)
                    .isNotNull()
                    .containsAll(names);
        }
        assertThat(differences(before, Rows.settled(theirs, ours)))
                .as("rows of theirs that changed")
                .isEmpty();
        return new Outcome(count, complaints);
    }

    private static Set<String> differences(Set<String> before, Set<String> after) {
        Set<String> differences = new TreeSet<>();
        before.stream().filter(row -> !after.contains(row)).forEach(row -> differences.add("- " + row));
        after.stream().filter(row -> !before.contains(row)).forEach(row -> differences.add("+ " + row));
        return differences;
    }

    /** Pages, files, feeds, indexes and redirects of all sites, asked on every host by everybody of another agency. */
    @Test
    @Order(1)
    void no_page_of_one_agency_is_shown_on_a_host_of_or_to_another() {
        Outcome outcome = probePages(FIRST, SECOND).and(probePages(SECOND, FIRST));

        outcome.judge("cross_agency_page");
    }

    private static Outcome probePages(Aviary ours, Aviary theirs) {
        var ear = new Ear(theirs);
        List<String> complaints = new ArrayList<>();
        int count = 0;
        for (String site : List.of(theirs.open, theirs.intranet, theirs.closed)) {
            Set<Named> sung = new HashSet<>();
            Set<String> paths = Pages.of(theirs, site, (asking, answer) -> sung.addAll(ear.heard(asking, answer)));
            assertThat(paths).hasSizeGreaterThan(10);
            assertThat(sung).as("what colleagues hear on " + site).isNotEmpty();
            for (Asking asking : Pages.asked(paths, ours, theirs)) {
                Answer answer = asking.send();
                var host = Optional.ofNullable(asking.headers().get("Host"));
                var listener = new Listener(
                        ours.speaksFor(asking), host, Listener.Door.of(host, asking.target()), Optional.empty());
                List<Named> told = ear.overheard(listener, asking, answer);
                if (!told.isEmpty() || answer.status() >= 500) {
                    complaints.add(asking + " " + listener + " is " + answer.status() + " and tells " + told);
                }
                count++;
            }
        }
        return new Outcome(count, complaints);
    }

    /** What our own words name of theirs stays a name: nothing is told of it, and no file of theirs is copied. */
    @Test
    @Order(2)
    void what_names_something_of_another_agency_leads_nowhere() {
        var ear = new Ear(SECOND);
        var probes = new References(FIRST, SECOND);

        List<Asking> readers = probes.publishAll();

        for (Asking asking : readers) {
            Answer answer = asking.send();
            assertThat(answer.status()).as(asking + " " + answer.text()).isLessThan(500);
            assertThat(ear.heard(asking, answer).stream().filter(one -> !probes.named(one.value())))
                    .as(asking + " " + answer.text())
                    .isEmpty();
        }
    }

    @Test
    @Order(1)
    void an_answer_kept_for_one_is_not_given_to_another() {
        Client other =
                FIRST.administrator().with("Idempotency-Key", SECOND.one("key").value());

        Answer entry = other.post("/manage/v1/sites/" + SECOND.open + "/entries", Aviary.KEPT);
        Answer token = other.post("/manage/v1/tokens", "{\"name\":\"Bewaard\"}");

        assertThat(entry.status()).as(entry.text()).isEqualTo(404);
        assertThat(token.status()).as(token.text()).isEqualTo(201);
        assertThat(token.header("Idempotency-Replayed")).isEmpty();
    }

    /** What the probes would find: the same requests, asked by the right ones, tell and change what the others may not. */
    @Test
    @Order(3)
    void the_same_requests_work_for_those_who_may() {
        SECOND.mapAgain();
        Set<String> before = Rows.settled(SECOND, FIRST);
        var ear = new Ear(SECOND);
        var probes = new Probes(SEED, SECOND, SECOND);
        List<String> refused = new ArrayList<>();
        List<String> mute = new ArrayList<>();
        for (Route route : harmlessFirst()) {
            boolean worked = false;
            boolean sang = false;
            for (int again = 0; again < PICKS && !(worked && sang); again++) {
                Asking asking = probes.rightful(route).asking();
                Answer answer = asking.send();
                worked |= answer.status() < 400;
                sang |= !route.method().equals("GET")
                        || WITHOUT_WORDS.contains(route.toString())
                        || !ear.heard(asking, answer).isEmpty();
                if (again == PICKS - 1 && !worked) {
                    refused.add(asking + "\n   " + answer.status() + " " + answer.text());
                }
            }
            if (!sang) {
                mute.add(route.toString());
            }
        }

        assertThat(String.join("\n", refused)).isEmpty();
        assertThat(mute).isEmpty();
        assertThat(differences(before, Rows.settled(SECOND, FIRST)))
                .as("that rows change is seen")
                .isNotEmpty();
    }

    /** What takes from a site what other requests need comes last: deleting files and entries, rolling back, closing, deleting; and then members: it may be the one who asks. */
    private static List<Route> harmlessFirst() {
        List<String> methods = List.of("GET", "PUT", "POST", "DELETE");
        List<String> last = List.of(
                "/manage/v1/sites/{site}/assets/{asset}",
                "/manage/v1/sites/{site}/entries/{entry}",
                "/manage/v1/sites/{site}/roll-backs",
                "/manage/v1/sites/{site}/state",
                "/manage/v1/sites/{site}",
                "/manage/v1/agencies/{agency}/members/{person}");
        return Route.all().stream()
                .filter(route -> !SILENT.contains(route.toString()) && !STEPS.contains(route.toString()))
                .sorted(Comparator.comparing((Route route) -> last.indexOf(route.path()))
                        .thenComparing(route -> methods.indexOf(route.method())))
                .toList();
    }
}
