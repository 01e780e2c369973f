package nl.plein.cms.kernel;

import java.util.List;
import java.util.Map;

/** The input breaks a rule; the findings say which and where. */
public final class Invalid extends Refusal {

    public Invalid(String code, String message) {
        this(code, message, List.of());
    }

    public Invalid(String code, String message, List<Finding> findings) {
        this(code, message, findings, Map.of());
    }

    public Invalid(String code, String message, List<Finding> findings, Map<String, ?> details) {
        super(code, message, findings, details);
    }
}
