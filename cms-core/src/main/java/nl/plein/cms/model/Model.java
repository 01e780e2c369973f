package nl.plein.cms.model;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import nl.plein.cms.kernel.Finding;
import tools.jackson.databind.JsonNode;

/** Says what is wrong with a payload. */
@ApplicationScoped
public class Model {

    @Inject
    ContentTypes types;

    /**
     * @param strict whether everything must be right, as for publishing; a draft may miss fields and break rules, but not
     *               have unknown fields or values of the wrong shape
     * @return in the order of the payload; empty if it may be saved (or published)
     */
    public List<Finding> findings(ContentType type, JsonNode payload, boolean strict) {
        ModelSnapshot snapshot = types.snapshot();
        return findings(snapshot.compiled(type, strict), type, snapshot.types(), payload);
    }

    static List<Finding> findings(
            JsonSchemas.Compiled schema, ContentType type, Map<String, ContentType> types, JsonNode payload) {
        List<JsonSchemas.Violation> violations = schema.validate(payload);
        FieldAt fields = new FieldAt(type, types);
        List<Finding> findings = new ArrayList<>();
        for (JsonSchemas.Violation violation : violations) {
            Finding finding = Sentences.of(violation, fields);
            if (!findings.contains(finding)) {
                findings.add(finding);
            }
        }
        if (violations.isEmpty() || payload.isObject()) {
            new PayloadRules(types, findings).check(type.fields(), payload, "");
        }
        return List.copyOf(findings);
    }

    /** Values of some fields, wherever they are in the payload: in groups and in blocks too. */
    public List<FieldValue> values(ContentType type, JsonNode payload, Predicate<Field> which) {
        return FieldValue.in(types.snapshot().types(), type, payload, which);
    }
}
