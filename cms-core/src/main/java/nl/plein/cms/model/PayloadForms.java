package nl.plein.cms.model;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Reads texts that were written under an older version of the model. */
@ApplicationScoped
public class PayloadForms {

    @Inject
    ContentTypes types;

    @Inject
    StoredModel stored;

    /** The version of the model whose fields texts have that are written now. */
    public long current() {
        return types.version();
    }

    /** The version of the model that came with the newest change that concerns texts of this type; 0 if none does. */
    public long lastChange(String type) {
        return stored.history(types.snapshot()).lastChange(type);
    }

    /**
     * @param version of the model whose fields the payload has
     * @return the payload as its type would say it now, not yet in normal form; the same one if nothing of it has changed
     */
    public JsonNode upgraded(String type, JsonNode payload, long version) {
        return upgraded(type, payload, version, new ArrayList<>());
    }

    /** The same. @param losses gets the values that are not in it any more */
    public JsonNode upgraded(String type, JsonNode payload, long version, List<Loss> losses) {
        ModelSnapshot now = types.snapshot();
        return version >= now.version() ? payload : stored.history(now).upgraded(type, payload, version, losses);
    }
}
