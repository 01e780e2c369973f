package nl.plein.api.problem;

import jakarta.persistence.LockTimeoutException;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PessimisticLockException;
import jakarta.persistence.QueryTimeoutException;
import jakarta.ws.rs.WebApplicationException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.plein.cms.kernel.Conflict;
import nl.plein.cms.kernel.Finding;
import nl.plein.cms.kernel.Invalid;
import nl.plein.cms.kernel.NotFound;
import nl.plein.cms.kernel.NotPermitted;
import nl.plein.cms.kernel.Refusal;
import nl.plein.cms.kernel.Seen;
import nl.plein.cms.kernel.Stale;
import nl.plein.cms.publishing.LockTimeout;
import org.jspecify.annotations.Nullable;

/** Says of anything that was thrown what the client is told. */
public final class Problems {

    private static final System.Logger LOG = System.getLogger("nl.plein.problem");

    /** SQLSTATE classes and codes that mean "somebody else has it, or nobody answers": try again. */
    private static final Set<String> BUSY = Set.of("HYT00", "HYT01", "55P03", "40001", "40P01", "57014", "53300");

    private static final String UNIQUE = "23505";

    private Problems() {}

    public static Problem of(Throwable thrown) {
        for (Throwable cause : causes(thrown)) {
            Optional<Problem> known = known(cause);
            if (known.isPresent()) {
                return known.get();
            }
        }
        return thrown instanceof WebApplicationException http
                        && http.getResponse().getStatus() < 500
                ? ofHttp(http)
                : bug(thrown);
    }

    private static Optional<Problem> known(Throwable cause) {
        if (cause instanceof Refusal refusal) {
            return Optional.of(ofRefusal(refusal));
        }
        if (cause instanceof Refused refused) {
            return Optional.of(refused.problem());
        }
        if (cause instanceof OptimisticLockException) {
            return Optional.of(problem(
                    409,
                    "changed-meanwhile",
                    "Somebody else changed this at the same moment: read it again and retry."));
        }
        return isBusy(cause) ? Optional.of(busy()) : collision(cause);
    }

    private static Problem ofRefusal(Refusal refusal) {
        List<Problem.Fault> errors =
                refusal.findings().stream().map(Problems::fault).toList();
        return new Problem(status(refusal), refusal.code(), refusal.message(), errors, refusal.details(), Map.of());
    }

    /** 400 for what can't be read or isn't known; 422 for what was read and breaks rules, each with its finding. */
    private static int status(Refusal refusal) {
        if (refusal instanceof NotFound) {
            return 404;
        } else if (refusal instanceof NotPermitted) {
            return 403;
        } else if (refusal instanceof Stale && refusal.code().equals(Seen.REFUSED)) {
            return 412;
        } else if (refusal instanceof Stale || refusal instanceof Conflict) {
            return 409;
        } else if (refusal instanceof Invalid) {
            return refusal.findings().isEmpty() ? 400 : 422;
        }
        throw new IllegalStateException("a sixth refusal: " + refusal.getClass());
    }

    private static Problem.Fault fault(Finding finding) {
        return new Problem.Fault("body", finding.pointer(), finding.code(), finding.message());
    }

    /** RESTEasy says 404 also of a query parameter that has not its type, and names it only in the message. */
    private static final Pattern UNREADABLE = Pattern.compile("QueryParam\\(\"(\\w+)\"\\)");

    private static Problem ofHttp(WebApplicationException thrown) {
        int status = thrown.getResponse().getStatus();
        Matcher unreadable = UNREADABLE.matcher(String.valueOf(thrown.getMessage()));
        if (unreadable.find()) {
            return Refused.query(
                            unreadable.group(1),
                            "unreadable-parameter",
                            "The query parameter \"" + unreadable.group(1) + "\" can't be read: see /openapi/v1.json.")
                    .problem();
        }
        return switch (status) {
            case 404 ->
                problem(404, "not-found", "There is nothing here: see /openapi/v1.json for the paths there are.");
            case 405 ->
                new Problem(
                        405,
                        "method-not-allowed",
                        "This path does not take this method: see the header Allow.",
                        List.of(),
                        Map.of(),
                        header(thrown, "Allow"));
            case 406 -> problem(406, "not-acceptable", "Answers here are application/json: ask for that in Accept.");
            case 415 ->
                problem(
                        415,
                        "unsupported-media-type",
                        "Send this body as application/json, or as the type the route names.");
            default -> problem(status, "bad-request", "This request can't be read: check path and query parameters.");
        };
    }

    private static Map<String, String> header(WebApplicationException thrown, String name) {
        String value = thrown.getResponse().getHeaderString(name);
        return value == null ? Map.of() : Map.of(name, value);
    }

    private static boolean isBusy(Throwable cause) {
        return cause instanceof LockTimeoutException
                || cause instanceof PessimisticLockException
                || cause instanceof QueryTimeoutException
                || cause instanceof SQLTransientConnectionException
                || cause instanceof SQLException sql
                        && (BUSY.contains(String.valueOf(sql.getSQLState()))
                                || String.valueOf(sql.getSQLState()).startsWith("08"))
                || cause instanceof jakarta.resource.ResourceException
                || cause instanceof LockTimeout;
    }

    private static Optional<Problem> collision(Throwable cause) {
        return cause instanceof SQLException sql && UNIQUE.equals(sql.getSQLState())
                ? Optional.of(problem(
                        409,
                        "already-there",
                        "Something with this id or name was just made by somebody else: read it."))
                : Optional.empty();
    }

    private static Problem busy() {
        return new Problem(
                503,
                "busy",
                "Too much is being changed here at this moment: try again in a few seconds.",
                List.of(),
                Map.of(),
                Map.of("Retry-After", "5"));
    }

    private static Problem bug(Throwable thrown) {
        String id = UUID.randomUUID().toString();
        LOG.log(System.Logger.Level.ERROR, "correlationId " + id, thrown);
        return new Problem(
                500,
                "internal-error",
                "Something went wrong on our side. Tell the administrator this id: " + id,
                List.of(),
                Map.of("correlationId", id),
                Map.of());
    }

    private static Problem problem(int status, String code, String detail) {
        return new Problem(status, code, detail, List.of(), Map.of(), Map.of());
    }

    private static List<Throwable> causes(@Nullable Throwable thrown) {
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        var causes = new ArrayList<Throwable>();
        for (Throwable at = thrown; at != null && seen.add(at); at = at.getCause()) {
            causes.add(at);
        }
        return causes;
    }
}
