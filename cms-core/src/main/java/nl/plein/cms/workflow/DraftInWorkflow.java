package nl.plein.cms.workflow;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import nl.plein.cms.content.Draft;
import nl.plein.cms.content.DraftsForPublishing;
import nl.plein.cms.content.TranslationKey;
import nl.plein.cms.kernel.NotFound;
import nl.plein.cms.tenancy.SiteRef;

/** A draft together with where it is. */
@ApplicationScoped
class DraftInWorkflow {

    @Inject
    DraftsForPublishing drafts;

    @Inject
    WorkflowChoices choices;

    @Inject
    MadeTransitions transitions;

    /** @param made all steps so far, oldest first, under whatever workflow */
    record Found(Draft draft, Whereabouts at, List<MadeTransition> made) {}

    /** @throws NotFound {@code unknown-entry} if it is not there or in the trash */
    @Transactional
    public Found get(SiteRef site, TranslationKey key) {
        Draft draft = drafts.of(site.id(), List.of(key)).stream()
                .findFirst()
                .orElseThrow(() ->
                        new NotFound("unknown-entry", "There is no entry " + key + " on site \"" + site.id() + "\"."));
        List<MadeTransition> made = transitions.of(key);
        return new Found(draft, Whereabouts.of(choices.of(site.id(), draft.type()), draft, made), made);
    }
}
