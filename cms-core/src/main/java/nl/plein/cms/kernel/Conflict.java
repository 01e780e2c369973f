package nl.plein.cms.kernel;

import java.util.List;
import java.util.Map;

/** The input is sound by itself but collides with what is there. */
public final class Conflict extends Refusal {

    public Conflict(String code, String message) {
        this(code, message, List.of());
    }

    public Conflict(String code, String message, List<Finding> findings) {
        this(code, message, findings, Map.of());
    }

    public Conflict(String code, String message, List<Finding> findings, Map<String, ?> details) {
        super(code, message, findings, details);
    }
}
