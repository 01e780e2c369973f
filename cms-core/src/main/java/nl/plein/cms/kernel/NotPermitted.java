package nl.plein.cms.kernel;

import java.util.List;
import java.util.Map;

/** It exists and the caller may know so, but may not do this. */
public final class NotPermitted extends Refusal {

    public NotPermitted(String code, String message) {
        this(code, message, List.of());
    }

    public NotPermitted(String code, String message, List<Finding> findings) {
        this(code, message, findings, Map.of());
    }

    public NotPermitted(String code, String message, List<Finding> findings, Map<String, ?> details) {
        super(code, message, findings, details);
    }
}
