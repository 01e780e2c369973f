package nl.plein.api.crossing;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.plein.api.server.Client.Answer;

/** Listens to answers for what whoever asked may not hear. */
final class Ear {

    /** Kinds of names that are told to those who may know what they name. */
    private static final Set<String> TOLD =
            Set.of("agency", "site", "host", "type", "entry", "revision", "asset", "job", "token", "person");

    /** Headers that differ between two answers to the same question, or with the address that was asked. */
    private static final Set<String> OWN = Set.of("date", "etag", "link", "content-length", "set-cookie");

    /** Words and ids. What else there is to tell has the mark of its agency in it. */
    private static final Pattern SONG =
            Pattern.compile("kanarie[0-9a-f]{16}|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    private static final int PATIENCE = 10;

    /** Names that a question may hold. */
    private final List<Named> asked;

    /** What an answer should not tell to everybody. That a page was withdrawn is told on purpose. */
    private final List<Named> secrets;

    /** Names of theirs that the others have written into something of their own, where they read them again. */
    private final Set<Named> written = new HashSet<>();

    private final String mark;

    /** Anybody may send a form of this site: that it takes it is said on its pages. */
    private final String openForms;

    Ear(Aviary theirs) {
        mark = theirs.mark;
        openForms = "/participate/v1/sites/" + theirs.open + "/";
        asked = Stream.concat(
                        theirs.words.stream(),
                        theirs.names.entrySet().stream()
                                .filter(kind -> !Picked.isBeside(kind.getKey()))
                                .flatMap(kind -> kind.getValue().stream()))
                .sorted(Comparator.comparing((Named one) -> one.value().length())
                        .reversed())
                .toList();
        secrets = Stream.concat(theirs.words.stream(), TOLD.stream().flatMap(kind -> theirs.names.get(kind).stream()))
                .filter(one -> !one.value().equals(theirs.withdrawn))
                .toList();
    }

    /** What the answer tells of them, whoever may hear it, beyond what was said in the question. */
    List<Named> heard(Asking asking, Answer answer) {
        String told = answer.text() + answer.headers().map();
        Set<String> sung = SONG.matcher(told).results().map(MatchResult::group).collect(Collectors.toSet());
        boolean isMarked = told.contains(mark);
        return secrets.stream()
                .filter(one -> sung.contains(one.value())
                        || isMarked && one.value().contains(mark) && told.contains(one.value()))
                .filter(one -> !asking.says(one.value()) && !written.contains(one))
                .toList();
    }

    /** What the answer tells that this listener may not hear. */
    List<Named> overheard(Listener listener, Asking asking, Answer answer) {
        return heard(asking, answer).stream()
                .filter(one -> !listener.mayHear(one))
                .toList();
    }

    /** What is wrong with the answers to a probe; empty if nothing is. */
    List<String> complaints(Probe probe) {
        Answer answer = probe.asking().send();
        if (!probe.route().method().equals("GET") && answer.status() < 300 && !probe.isSecretInPath()) {
            secrets.stream().filter(one -> probe.asking().says(one.value())).forEach(written::add);
        }
        List<Named> told = overheard(probe.listener(), probe.asking(), answer);
        if (!told.isEmpty()) {
            return complaint(probe, answer, "tells " + told);
        } else if (answer.status() >= 500) {
            return complaint(probe, answer, "fails");
        } else if (probe.twin().isEmpty()
                || answer.text().contains("/problems/key-reused")
                || answer.status() == 303 && probe.asking().target().startsWith(openForms)) {
            return List.of();
        }
        return differsFromTwin(probe, answer);
    }

    /** What happens meanwhile to a site of the caller's own may show in one of two answers: then both are asked again. */
    private List<String> differsFromTwin(Probe probe, Answer first) {
        Answer answer = first;
        String right = "";
        for (int again = 0; again < PATIENCE; again++) {
            Answer twin = probe.twin().orElseThrow().send();
            if (isMade(probe, answer, twin) || shape(answer).equals(shape(twin))) {
                return List.of();
            }
            right = twin.status() + " " + twin.text();
            if (!probe.route().method().equals("GET")) {
                break;
            }
            pause();
            answer = probe.asking().send();
        }
        return complaint(
                probe, answer, "is not as for what never was, which is " + right + "\n   after " + probe.twin());
    }

    private static List<String> complaint(Probe probe, Answer answer, String what) {
        return List.of(probe.asking() + "\n   " + probe.listener() + "\n   " + answer.status() + " " + answer.text()
                + "\n   " + what);
    }

    /**
     * Something that is our own was made although it names what never was, or what is theirs. The twin then does it again,
     * or is refused because it is there already.
     */
    private static boolean isMade(Probe probe, Answer answer, Answer twin) {
        return !probe.route().method().equals("GET")
                && !probe.isSecretInPath()
                && answer.status() < 300
                && (twin.status() < 300 || twin.status() == 409);
    }

    /** An answer without the names that were asked for. */
    private String shape(Answer answer) {
        var headers = new java.util.TreeMap<String, Object>();
        for (Map.Entry<String, List<String>> header : answer.headers().map().entrySet()) {
            if (!OWN.contains(header.getKey().toLowerCase(java.util.Locale.ROOT))) {
                headers.put(header.getKey(), header.getValue());
            }
        }
        String shape = answer.status() + "\n" + headers + "\n" + answer.text();
        for (Named name : asked) {
            shape = shape.replace(name.value(), "?");
        }
        for (String never : Picked.NEVER_WERE) {
            shape = shape.replace(never, "?");
        }
        return shape.replaceAll("\"next\":\"[^\"]*\"", "\"next\":\"?\"")
                .replaceAll("plein-state=[\\w-]{43}|state=[0-9a-f]{64}", "state=?"); // random for each visitor
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(200);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
