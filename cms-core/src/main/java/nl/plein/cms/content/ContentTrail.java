package nl.plein.cms.content;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import nl.plein.cms.audit.Audit;
import nl.plein.cms.kernel.EntryId;
import nl.plein.cms.kernel.Json;
import nl.plein.cms.kernel.RevisionId;
import tools.jackson.databind.node.ObjectNode;

/** Tells the trail what was done to entries, in the transaction that does it: ids, never words. */
@ApplicationScoped
class ContentTrail {

    @Inject
    Audit audit;

    /** A revision was made, or named. */
    void record(String act, TranslationKey key, RevisionId revision) {
        record(
                act,
                key.entry(),
                Json.mapper().createObjectNode().put("locale", key.locale()).put("revision", revision.toString()));
    }

    void record(String act, EntryId entry) {
        record(act, entry, Json.mapper().createObjectNode());
    }

    void record(String act, EntryId entry, ObjectNode details) {
        audit.record("content." + act, "entry/" + entry, details);
    }
}
