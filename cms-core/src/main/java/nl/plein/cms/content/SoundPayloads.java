package nl.plein.cms.content;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import nl.plein.cms.model.ContentType;
import nl.plein.cms.model.ContentTypes;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Judges payloads that come from elsewhere as rows, not as somebody's change: they may be old and break rules that came
 * later, but rich text in them must have the form that every way in gives it.
 */
@ApplicationScoped
public class SoundPayloads {

    @Inject
    ContentTypes types;

    @Inject
    Payloads payloads;

    /**
     * @param type key of the type that says which fields are rich text
     * @return the payload in normal form; empty if it is in normal form already
     * @throws Unknown if nothing can be said, since there is no such type and the payload has mark-up
     */
    public Optional<ObjectNode> mended(String type, ObjectNode payload) throws Unknown {
        Map<String, ContentType> all = types.byKey();
        ContentType known = all.get(type);
        if (known == null) {
            if (hasForeignMarkUp(payload)) {
                throw new Unknown(type);
            }
            return Optional.empty();
        }
        ObjectNode read = new PayloadReader(all).read(known.fields(), payload, "");
        return read.equals(payload) ? Optional.empty() : Optional.of(read);
    }

    /** What was published, as its type says it now, in normal form. @param version of the model whose fields it has */
    public ObjectNode now(ContentType type, JsonNode published, long version) {
        return payloads.now(type, published, version);
    }

    private static boolean hasForeignMarkUp(JsonNode value) {
        if (value.isString()) {
            String text = value.stringValue();
            return text.matches("(?s).*<[A-Za-z/!?].*")
                    && !RichText.normalise(text).equals(text);
        }
        return value.valueStream().anyMatch(SoundPayloads::hasForeignMarkUp);
    }

    /** A payload of a type that is gone. */
    public static final class Unknown extends Exception {
        private static final long serialVersionUID = 1;

        Unknown(String type) {
            super("the type \"" + type + "\" is none of its types");
        }
    }
}
