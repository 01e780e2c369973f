package nl.plein.cms.workflow;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.stream.Stream;
import nl.plein.cms.content.Draft;
import nl.plein.cms.model.ContentTypes;
import nl.plein.cms.model.Model;

/** Finds what people read in a draft, in groups and blocks too. */
@ApplicationScoped
class TextFields {

    @Inject
    ContentTypes types;

    @Inject
    Model model;

    Stream<Texts> of(Draft draft) {
        return Texts.in(
                model.values(types.get(draft.type()), draft.payload(), field -> Texts.KINDS.contains(field.kind())));
    }
}
