package nl.plein.cms.kernel;

import java.util.List;
import java.util.Map;

/** A rule said no, in words a person can act on. Everything that is thrown and is not a refusal is a bug. */
public abstract sealed class Refusal extends RuntimeException permits NotFound, NotPermitted, Stale, Invalid, Conflict {

    private final String code;
    private final transient List<Finding> findings;
    private final transient Map<String, Object> details;

    /**
     * @param code     stable, kebab-case; part of the API
     * @param message  a sentence that says what to do
     * @param findings what is wrong where; may be empty
     * @param details  further members for the answer, such as {@code base}, {@code mine}, {@code theirs}; may be empty
     */
    protected Refusal(String code, String message, List<Finding> findings, Map<String, ?> details) {
        super(message, null, false, false);
        this.code = code;
        this.findings = List.copyOf(findings);
        this.details = Map.copyOf(details);
    }

    public String code() {
        return code;
    }

    /** The sentence. */
    public String message() {
        return String.valueOf(getMessage());
    }

    public List<Finding> findings() {
        return findings;
    }

    public Map<String, Object> details() {
        return details;
    }
}
