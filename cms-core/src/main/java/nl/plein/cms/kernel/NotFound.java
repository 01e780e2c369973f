package nl.plein.cms.kernel;

import java.util.List;
import java.util.Map;

/** There is no such thing, or none that this caller may know of. */
public final class NotFound extends Refusal {

    public NotFound(String code, String message) {
        this(code, message, List.of());
    }

    public NotFound(String code, String message, List<Finding> findings) {
        this(code, message, findings, Map.of());
    }

    public NotFound(String code, String message, List<Finding> findings, Map<String, ?> details) {
        super(code, message, findings, details);
    }
}
