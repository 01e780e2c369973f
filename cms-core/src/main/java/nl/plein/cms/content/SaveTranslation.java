package nl.plein.cms.content;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.OptionalLong;
import nl.plein.cms.kernel.RevisionId;
import nl.plein.cms.kernel.SiteId;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Saves a draft of somebody who says, with it, that it is up to date with a revision of another translation. */
@ApplicationScoped
public class SaveTranslation {

    @Inject
    SaveDraft saveDraft;

    @Inject
    FollowSource followSource;

    /** Both or neither. @throws nl.plein.cms.kernel.Refusal as {@link SaveDraft} and {@link FollowSource} */
    @Transactional
    public Saved perform(
            SiteId site,
            TranslationKey key,
            @Nullable RevisionId basedOn,
            JsonNode fields,
            SaveDraft.By by,
            OptionalLong model,
            String sourceLocale,
            RevisionId sourceRevision) {
        Saved saved = saveDraft.perform(site, key, basedOn, fields, by, model);
        followSource.perform(site, key, sourceLocale, sourceRevision);
        return saved;
    }
}
