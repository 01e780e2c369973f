package nl.plein.cms.content;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.plein.cms.kernel.Finding;
import nl.plein.cms.kernel.Hashes;
import nl.plein.cms.kernel.Invalid;
import nl.plein.cms.kernel.Json;
import nl.plein.cms.model.ContentType;
import nl.plein.cms.model.ContentTypes;
import nl.plein.cms.model.Field;
import nl.plein.cms.model.Model;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Brings what was sent into normal form, and refuses what can't be a draft. */
@ApplicationScoped
class Payloads {

    private static final int LONGEST = 1_048_576;

    @Inject
    ContentTypes types;

    @Inject
    Model model;

    /**
     * @throws Invalid {@code invalid-payload} with findings: unknown fields and values of the wrong shape;
     *                 {@code payload-too-large}
     */
    Payload read(ContentType type, JsonNode sent) {
        if (!sent.isObject()) {
            throw new Invalid("invalid-payload", "The fields of an entry are a JSON object.");
        }
        Map<String, ContentType> all = types.byKey();
        PayloadReader reader = new PayloadReader(all);
        ObjectNode json = reader.read(type.fields(), (ObjectNode) sent, "");
        List<Finding> findings = model.findings(type, json, false);
        if (!findings.isEmpty()) {
            throw new Invalid("invalid-payload", findings.get(0).message(), under("/fields", findings));
        }
        String text = Json.canonical(json);
        if (text.length() > LONGEST) {
            throw new Invalid(
                    "payload-too-large",
                    "The fields take " + text.length() + " characters; at most " + LONGEST
                            + " fit: move a part to an entry of its own.");
        }
        return new Payload(json, type.titleOf(json), Hashes.sha256(text), reader.pointers());
    }

    /** What of a stored payload the type still knows. */
    static ObjectNode known(ContentType type, JsonNode stored) {
        ObjectNode known = Json.mapper().createObjectNode();
        for (Field field : type.fields()) {
            JsonNode value = stored.get(field.key());
            if (value != null) {
                known.set(field.key(), value);
            }
        }
        return known;
    }

    private static List<Finding> under(String prefix, List<Finding> findings) {
        List<Finding> moved = new ArrayList<>();
        findings.forEach(finding -> moved.add(finding.under(prefix)));
        return moved;
    }
}
