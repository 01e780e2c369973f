package nl.plein.api.management;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import nl.plein.api.problem.Problem;
import nl.plein.api.problem.Refused;
import nl.plein.api.wire.JsonBody;
import nl.plein.cms.kernel.Conflict;
import nl.plein.cms.kernel.Hashes;
import nl.plein.cms.kernel.Json;
import nl.plein.cms.kernel.Witnesses;
import nl.plein.cms.once.Answers;
import nl.plein.cms.people.Calling;
import nl.plein.cms.publishing.Receipt;

/**
 * {@code Idempotency-Key}: a request that is sent again within a day, by the same token or person to the same address, is answered as
 * it was and does nothing. Requests without the header, and those that are refused, are not kept.
 */
@ApplicationScoped
public class Once {

    static final String HEADER = "Idempotency-Key";
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,255}");

    @Inject
    HttpServletRequest request;

    @Inject
    Calling calling;

    @Inject
    Answers answers;

    @Inject
    OneTransaction transaction;

    @Inject
    Witnesses witnesses;

    /** What this node is doing. Another node waits for the row that keeps the answer. */
    private final Set<String> running = ConcurrentHashMap.newKeySet();

    /** A request under its name. */
    private record Named(String name, String contentHash) {}

    /** An act that fits into one transaction. */
    Response act(Supplier<Response> act) {
        return act(JsonBody.hashOf(request), act);
    }

    /** An act that needs what was sent beside JSON. @param bodyHash of the body */
    Response act(String bodyHash, Supplier<Response> act) {
        return once(
                bodyHash,
                act,
                named -> transaction.of(() -> {
                    Response answer = act.get();
                    keep(named, answer);
                    return answer;
                }));
    }

    /** An act that makes a version of a site, in transactions of its own. */
    Response version(Supplier<Receipt> act) {
        return once(JsonBody.hashOf(request), () -> answer(act.get()), named -> {
            var kept = new Response[1];
            witnesses.heardBy(
                    outcome -> {
                        if (outcome instanceof Receipt receipt) {
                            kept[0] = answer(receipt);
                            keep(named, kept[0]);
                        }
                    },
                    act);
            return kept[0];
        });
    }

    private static Response answer(Receipt receipt) {
        return Response.ok(ReceiptResource.ReceiptView.of(receipt)).build();
    }

    private interface Keeping {
        Response perform(Named named);
    }

    private Response once(String bodyHash, Supplier<Response> plain, Keeping keeping) {
        Optional<Named> named = named(bodyHash);
        return named.isEmpty() ? plain.get() : once(named.get(), keeping);
    }

    private Response once(Named named, Keeping keeping) {
        if (!running.add(named.name())) {
            throw new Refused(
                    409,
                    "still-running",
                    "The same request is being worked on: send it again in a moment to see how it ended.",
                    List.of(new Problem.Fault("header", HEADER, "still-running", "In use by another request.")),
                    Map.of("Retry-After", "1"));
        }
        try {
            return known(named).orElseGet(() -> keeping.perform(named));
        } catch (Conflict meanwhile) {
            if (meanwhile.code().equals(Answers.ANSWERED)) {
                return known(named).orElseThrow(() -> meanwhile);
            }
            throw meanwhile;
        } finally {
            running.remove(named.name());
        }
    }

    private Optional<Response> known(Named named) {
        return answers.find(named.name(), named.contentHash()).map(Once::again);
    }

    /** @throws Refused 400 for a key that can't be one */
    private Optional<Named> named(String bodyHash) {
        String key = request.getHeader(HEADER);
        if (key == null) {
            return Optional.empty();
        }
        if (!KEY.matcher(key).matches()) {
            throw Refused.header(
                    400,
                    HEADER,
                    "bad-idempotency-key",
                    "An Idempotency-Key has 1 to 255 visible ASCII characters, such as a random UUID.");
        }
        String route = request.getMethod() + " " + request.getRequestURI();
        return Optional.of(new Named(
                Hashes.sha256(sender() + "\n" + route + "\n" + key),
                Hashes.sha256(bodyHash + "\n" + request.getQueryString())));
    }

    /** The token, or who is signed in. */
    private String sender() {
        String token = request.getHeader("Authorization");
        return token == null ? String.valueOf(calling.current().person()) : token;
    }

    private void keep(Named named, Response answer) {
        Object entity = answer.getEntity() instanceof OneTime secret ? secret.withoutSecret() : answer.getEntity();
        answers.keep(
                named.name(),
                named.contentHash(),
                new Answers.Answer(
                        answer.getStatus(),
                        Optional.ofNullable(answer.getHeaderString("Location")).orElse(""),
                        Optional.ofNullable(answer.getHeaderString("ETag")).orElse(""),
                        JsonBody.write(entity)));
    }

    private static Response again(Answers.Answer kept) {
        Response.ResponseBuilder answer = Response.status(kept.status())
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(Json.parse(kept.body()))
                .header("Idempotency-Replayed", "true");
        if (!kept.location().isEmpty()) {
            answer.header("Location", kept.location());
        }
        if (!kept.tag().isEmpty()) {
            answer.header("ETag", kept.tag());
        }
        return answer.build();
    }
}
