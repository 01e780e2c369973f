package nl.plein.cms.content;

import java.util.List;
import nl.plein.cms.kernel.SiteId;

/** Visitors see these drafts as they are, in the same transaction: nobody has to do anything with them any more. */
public record DraftsSeen(SiteId site, List<TranslationKey> translations) {

    public DraftsSeen {
        translations = List.copyOf(translations);
    }
}
