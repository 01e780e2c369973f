package nl.plein.cms.content;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import nl.plein.cms.kernel.Finding;
import nl.plein.cms.kernel.Hashes;
import nl.plein.cms.kernel.Invalid;
import nl.plein.cms.kernel.Json;
import nl.plein.cms.model.ContentType;
import nl.plein.cms.model.ContentTypes;
import nl.plein.cms.model.Field;
import nl.plein.cms.model.Model;
import nl.plein.cms.model.PayloadForms;
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

    @Inject
    PayloadForms forms;

    /**
     * @throws Invalid {@code invalid-payload} with findings: unknown fields and values of the wrong shape;
     *                 {@code payload-too-large}
     */
    Payload read(ContentType type, JsonNode sent) {
        if (!sent.isObject()) {
            throw new Invalid("invalid-payload", "The fields of an entry are a JSON object.");
        }
        long version = forms.current(); // asked first: what changes meanwhile, concerns this text
        PayloadReader reader = new PayloadReader(types.byKey());
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
        return new Payload(json, type.titleOf(json), Hashes.sha256(text), reader.pointers(), version);
    }

    /** What somebody sent, whatever it is: to be kept aside. */
    static Payload asSent(JsonNode sent) {
        ObjectNode json = sent instanceof ObjectNode object
                ? object
                : Json.mapper().createObjectNode().set("sent", sent);
        return new Payload(json, "", Hashes.sha256(Json.canonical(json)), List.of(), 0);
    }

    /**
     * What a stored text says by the fields of its type as it is now, in normal form; nothing is asked of it.
     *
     * @param version of the model whose fields it has
     */
    Payload carried(ContentType type, JsonNode stored, long version) {
        long now = forms.current();
        PayloadReader reader = new PayloadReader(types.byKey());
        ObjectNode json = reader.read(type.fields(), now(type, stored, version), "");
        return new Payload(json, type.titleOf(json), Hashes.sha256(Json.canonical(json)), reader.pointers(), now);
    }

    /** Whether a revision is this text, and not only one of a changed type that happens to be written alike. */
    boolean isSame(ContentType type, Revision revision, Payload payload) {
        return revision.payloadHash().equals(payload.hash())
                && forms.upgraded(type.key(), revision.payload(), revision.model()) == revision.payload();
    }

    /** A draft, as its type says it now. */
    ObjectNode now(ContentType type, Revision revision) {
        return now(type, revision.payload(), revision.model());
    }

    /** A stored text, as its type says it now. @param version of the model whose fields it has */
    ObjectNode now(ContentType type, JsonNode stored, long version) {
        JsonNode upgraded = forms.upgraded(type.key(), stored, version);
        if (upgraded == stored || !(upgraded instanceof ObjectNode object)) {
            return known(type, stored);
        }
        return new PayloadReader(types.byKey()).read(type.fields(), known(type, object), "");
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
