package nl.plein.cms.kernel;

import java.util.List;
import java.util.Map;

/** The caller acted on a state that has since moved on. */
public final class Stale extends Refusal {

    public Stale(String code, String message) {
        this(code, message, List.of());
    }

    public Stale(String code, String message, List<Finding> findings) {
        this(code, message, findings, Map.of());
    }

    public Stale(String code, String message, List<Finding> findings, Map<String, ?> details) {
        super(code, message, findings, details);
    }
}
