package nl.plein.api.problem;

import java.util.List;
import java.util.Map;

/** A request that HTTP itself refuses: what the five refusals of the core have no word for. */
public final class Refused extends RuntimeException {

    private final transient Problem problem;

    public Refused(int status, String code, String detail) {
        this(status, code, detail, List.of(), Map.of());
    }

    public Refused(int status, String code, String detail, List<Problem.Fault> errors, Map<String, String> headers) {
        super(detail, null, false, false);
        this.problem = new Problem(status, code, detail, errors, Map.of(), headers);
    }

    /** A JSON body that can be parsed but has not the form that is expected. */
    public static Refused body(List<Problem.Fault> errors) {
        return new Refused(
                400,
                "malformed-body",
                "This body has not the members that are expected here: see \"errors\".",
                errors,
                Map.of());
    }

    /** A query parameter that can't be used. */
    public static Refused query(String parameter, String code, String detail) {
        return new Refused(400, code, detail, List.of(new Problem.Fault("query", parameter, code, detail)), Map.of());
    }

    /** A header that can't be used. */
    public static Refused header(int status, String header, String code, String detail) {
        return new Refused(status, code, detail, List.of(new Problem.Fault("header", header, code, detail)), Map.of());
    }

    public static Refused unauthenticated(String code, String detail) {
        return new Refused(401, code, detail, List.of(), Map.of("WWW-Authenticate", "Bearer realm=\"plein\""));
    }

    public static Refused tooLarge(long limit) {
        return new Refused(413, "too-large", "The body is larger than the " + limit + " bytes that this route takes.");
    }

    public Problem problem() {
        return problem;
    }
}
