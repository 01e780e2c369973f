package nl.plein.api.crossing;

import static nl.plein.api.server.Proof.figure;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nl.plein.api.server.Client;
import nl.plein.api.server.Client.Answer;
import nl.plein.api.server.Contract;
import nl.plein.api.server.Proof;
import nl.plein.api.server.Route;
import nl.plein.api.server.RunningServer;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * Every role against every route: each cell of the matrix is asked for what would be granted to whoever may, and comes out as
 * it is declared, by {@code x-permissions} in the document and {@code roles.txt}. Whoever may not has changed nothing.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RolesIT {

    private static final long SEED = 20261129;
    private static final Path TABLE = Path.of("target/roles-and-routes.txt");

    /**
     * A step needs another workflow than {@code direct}; a source is a revision in another locale than the one that is named; sessions are
     * of those who sign in, not of tokens, and nobody signs in with a password that is not theirs.
     */
    private static final Set<String> WORK_ELSEWHERE = Set.of(
            "POST /manage/v1/sites/{site}/entries/{entry}/translations/{locale}/transitions",
            "PUT /manage/v1/sites/{site}/entries/{entry}/translations/{locale}/source",
            "DELETE /identity/v1/sessions/{session}",
            "POST /identity/v1/sessions",
            "GET /identity/hand-over",
            "GET /identity/password",
            "GET /identity/files/keeper.css",
            "GET /editor/keeper.css");

    /** What takes away what others are still to ask for. */
    private static final List<String> LAST = List.of(
            "/manage/v1/sites/{site}/assets/{asset}",
            "/manage/v1/sites/{site}/entries/{entry}",
            "/manage/v1/sites/{site}/roll-backs",
            "/manage/v1/sites/{site}/state",
            "/manage/v1/sites/{site}",
            "/manage/v1/agencies/{agency}/members/{person}");

    private static final Aviary HOME = new Aviary("r");
    private static final Cast CAST = new Cast(HOME);
    private static final Map<String, Map<Actor, Verdict>> SEEN = new TreeMap<>();

    /** Routes that did what was asked for. */
    private final Set<String> worked = new TreeSet<>();

    private final Rightful rightful =
            new Rightful(SEED, HOME, Objects.requireNonNull(HOME.persons.get("administrator")));

    @Test
    @Order(1)
    void the_server_answers_by_the_document_that_declares_the_rules() {
        Answer answer = Client.of(RunningServer.shared()).get("/openapi/v1.json");

        assertThat(answer.json()).isEqualTo(Contract.ofServer().document());
    }

    @Test
    @Order(1)
    void no_path_answers_to_a_method_that_is_not_declared() {
        Map<String, Set<String>> declared = new TreeMap<>();
        Route.all().forEach(route -> declared.computeIfAbsent(route.path(), any -> new TreeSet<>())
                .add(route.method()));
        declared.forEach((path, methods) -> {
            Asking asking = rightful.of(new Route("GET", path, List.of(), false), RunningServer.ADMINISTRATOR);
            Answer answer = new Asking("OPTIONS", asking.target(), asking.headers(), new byte[0]).send();

            assertThat(allowed(answer)).as(path + " " + answer.status()).isEqualTo(methods);
        });
    }

    private static Set<String> allowed(Answer answer) {
        return Arrays.stream(answer.header("Allow").split(","))
                .map(String::strip)
                .filter(method -> !List.of("", "HEAD", "OPTIONS").contains(method))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    @Order(2)
    void whoever_may_not_is_refused_and_changes_nothing() {
        Set<String> before = Rows.settled(HOME);
        List<String> differences = new ArrayList<>();
        int requests = 0;
        for (Rule rule : Rule.all()) {
            for (Actor actor : Actor.values()) {
                if (rule.of(actor) != Verdict.MAY) {
                    for (int again = 0; again < Proof.rounds(2, 20); again++) {
                        ask(rule, actor).ifPresent(differences::add);
                        requests++;
                    }
                }
            }
        }

        figure("role_refusals_asked", requests);
        assertThat(differences).isEmpty();
        assertThat(Rows.settled(HOME)).as("rows that changed").isEqualTo(before);
    }

    @Test
    @Order(2)
    void an_import_that_publishes_takes_what_publishing_takes() {
        Route imports = new Route("POST", "/manage/v1/sites/{site}/imports", List.of(), false);
        for (Actor actor : List.of(Actor.CONTRIBUTOR, Actor.EDITOR)) {
            Asking harmless = rightful.of(imports, CAST.tokenOf(actor));
            Asking asking = new Asking(
                    "POST",
                    harmless.target().replace("publish=false", "publish=true"),
                    harmless.headers(),
                    harmless.body());

            assertThat(Verdict.of(asking.send())).as(actor + " " + asking).isEqualTo(Verdict.NOT_PERMITTED);
        }
    }

    @Test
    @Order(3)
    void whoever_may_is_answered() throws IOException {
        List<String> differences = new ArrayList<>();
        List<String> mute = new ArrayList<>();
        for (Rule rule : harmlessFirst()) {
            List<Actor> those = Arrays.stream(Actor.values())
                    .filter(actor -> rule.of(actor) == Verdict.MAY)
                    .toList();
            for (Actor actor : those) {
                boolean spares = isAboutToGo(rule) && actor != those.get(those.size() - 1);
                for (int again = 0; again < (isAboutToGo(rule) ? 1 : Proof.rounds(1, 10)); again++) {
                    ask(rule, actor, spares ? "\"another\"" : "*").ifPresent(differences::add);
                }
            }
            if (!worked.contains(rule.route().toString()) && !worksFor(rule, those)) {
                mute.add(rule.route().toString());
            }
        }
        write();

        figure("role_routes", SEEN.size());
        figure("role_cells", SEEN.values().stream().mapToInt(Map::size).sum());
        figure("role_differences", differences.size());
        assertThat(differences).isEmpty();
        assertThat(mute).as("routes that worked for nobody").isEmpty();
        assertThat(SEEN.values()).allSatisfy(cells -> assertThat(cells).hasSize(Actor.values().length));
    }

    private Optional<String> ask(Rule rule, Actor actor) {
        return ask(rule, actor, "*");
    }

    /** @return how the answer differs from what is declared, if it does */
    private Optional<String> ask(Rule rule, Actor actor, String seen) {
        Asking asking = rightful.of(rule.route(), CAST.tokenOf(actor));
        if (asking.headers().containsKey("If-Match")) {
            asking = asking.with("If-Match", seen);
        }
        Answer answer = asking.send();
        Verdict verdict = Verdict.of(answer);
        SEEN.computeIfAbsent(rule.route().toString(), any -> new TreeMap<>()).merge(actor, verdict, (a, b) -> b);
        if (answer.status() < 400) {
            worked.add(rule.route().toString());
        }
        return verdict == rule.of(actor) && answer.status() < 500
                ? Optional.empty()
                : Optional.of(actor + " " + asking + " is to be " + rule.of(actor) + ", and is " + answer.status() + " "
                        + answer.text());
    }

    /** By chance a request names what goes together no more; one of many does not. */
    private boolean worksFor(Rule rule, List<Actor> those) {
        if (WORK_ELSEWHERE.contains(rule.route().toString())) {
            return true;
        }
        for (int again = 0; again < 400; again++) {
            Actor actor = those.get(Math.max(0, those.size() - 1 - again % 2));
            if (rightful.of(rule.route(), CAST.tokenOf(actor)).send().status() < 400) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAboutToGo(Rule rule) {
        return rule.route().toString().equals("DELETE /manage/v1/sites/{site}");
    }

    private static List<Rule> harmlessFirst() {
        List<String> methods = List.of("GET", "PUT", "POST", "DELETE");
        return Rule.all().stream()
                .sorted(Comparator.comparing(
                                (Rule rule) -> LAST.indexOf(rule.route().path()))
                        .thenComparing(rule -> methods.indexOf(rule.route().method())))
                .toList();
    }

    /** For people to read. */
    private static void write() throws IOException {
        List<String> lines = new ArrayList<>(List.of(row(
                "route",
                Arrays.stream(Actor.values())
                        .map(actor -> actor.name().toLowerCase(Locale.ROOT))
                        .toList())));
        SEEN.forEach((route, cells) -> lines.add(
                row(route, cells.values().stream().map(Verdict::toString).toList())));
        Files.write(TABLE, lines);
    }

    private static String row(String route, List<String> cells) {
        return "%-115s %s".formatted(route, String.join("\t", cells));
    }
}
