package nl.plein.cms.links;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import nl.plein.cms.outside.OutsideHttp;
import nl.plein.cms.outside.OutsideUrl;
import nl.plein.cms.outside.Reply;

/**
 * Asks an address outside whether there is something: HEAD, and GET where that is not answered well. Redirects are followed a few
 * times, each through the same door, so none leads inside.
 */
@ApplicationScoped
class AskAddress {

    private static final int MOST_REDIRECTS = 5;
    private static final Duration LONGEST = Duration.ofSeconds(8);
    private static final Duration LONGEST_REST = Duration.ofHours(6);

    @Inject
    OutsideHttp http;

    @Inject
    OutsideUrl urls;

    @Inject
    LinkSteps steps;

    /** @param first whose host the caller has claimed; all hosts are released when this ends */
    Verdict ask(URI first) {
        Set<String> held = new LinkedHashSet<>(Set.of(OutsideHost.of(first)));
        Duration rest = Duration.ZERO;
        try {
            Verdict verdict = follow(first, held);
            rest = verdict.rest();
            return verdict;
        } finally {
            for (String host : held) {
                steps.release(host, rest);
            }
        }
    }

    private Verdict follow(URI first, Set<String> held) {
        URI url = first;
        for (int redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
            String host = OutsideHost.of(url);
            if (!held.contains(host)) {
                if (!steps.claimHost(host)) {
                    return Verdict.postponed();
                }
                held.add(host);
            }
            Reply reply = askOnce(url);
            Optional<String> leadsTo = leadsTo(reply);
            if (leadsTo.isEmpty()) {
                return judge(reply);
            }
            Optional<URI> next = resolved(url, leadsTo.get());
            if (next.isEmpty()) {
                return Verdict.alive(((Reply.Answered) reply).status(), Duration.ZERO); // to where nobody may look
            }
            url = next.get();
        }
        return Verdict.alive(0, Duration.ZERO); // in a circle, as sites do with whoever takes no cookies
    }

    private Reply askOnce(URI url) {
        Reply head = http.head(url, LONGEST);
        boolean enough = head instanceof Reply.Answered answered
                ? answered.status() < 400 || answered.status() == 429
                : ((Reply.Unreached) head).reason() != Reply.Reason.BROKEN;
        return enough ? head : http.get(url, LONGEST);
    }

    private static Optional<String> leadsTo(Reply reply) {
        return reply instanceof Reply.Answered answered && answered.status() >= 300 && answered.status() < 400
                ? answered.leadsTo()
                : Optional.empty();
    }

    private Optional<URI> resolved(URI from, String leadsTo) {
        try {
            return urls.ofLink(from.resolve(leadsTo).toString());
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // what it leads to is no address
        }
    }

    private static Verdict judge(Reply reply) {
        if (reply instanceof Reply.Unreached unreached) {
            return unreached.reason() == Reply.Reason.ADDRESS_REFUSED
                    ? Verdict.alive(
                            0, Duration.ZERO) // inside of a network: whether it answers there can't be told from here
                    : Verdict.failing(0, unreached.reason().key(), Duration.ZERO);
        }
        var answered = (Reply.Answered) reply;
        Duration rest = answered.retryAfter()
                .map(wanted -> wanted.compareTo(LONGEST_REST) > 0 ? LONGEST_REST : wanted)
                .orElse(Duration.ZERO);
        int status = answered.status();
        if (status == 404 || status == 410) {
            return Verdict.failing(status, Verdict.GONE, rest);
        }
        return status >= 500 && status < 600
                ? Verdict.failing(status, Verdict.SERVER_ERROR, rest)
                : Verdict.alive(status, rest);
    }
}
