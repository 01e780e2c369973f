package nl.plein.cms.content;

import java.util.List;
import nl.plein.cms.kernel.SiteId;
import tools.jackson.databind.JsonNode;

/** These drafts say something else from now on, in the same transaction, whoever wrote them and through whichever door. */
public record DraftsWritten(List<Words> drafts) {

    /** @param fields all that the draft says, by the fields that its type has now */
    public record Words(SiteId site, TranslationKey translation, String type, JsonNode fields) {}

    public DraftsWritten {
        drafts = List.copyOf(drafts);
    }
}
