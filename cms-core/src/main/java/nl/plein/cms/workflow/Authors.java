package nl.plein.cms.workflow;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.plein.cms.content.Draft;
import nl.plein.cms.content.Saved;
import nl.plein.cms.content.Translations;
import nl.plein.cms.kernel.PersonId;
import nl.plein.cms.kernel.RevisionId;

/** Who wrote what a draft says. */
@ApplicationScoped
class Authors {

    private static final int AT_ONCE = 200;

    @Inject
    Translations translations;

    /** Whoever saved a revision since the one that visitors see; since the beginning if they see none. */
    Set<PersonId> of(Draft draft) {
        Optional<RevisionId> live = translations.get(draft.site(), draft.key()).publishedRevision();
        Set<PersonId> authors = new HashSet<>();
        int before = Integer.MAX_VALUE;
        while (true) {
            List<Saved> page = translations.history(draft.site(), draft.key(), before, AT_ONCE);
            for (Saved saved : page) {
                if (live.filter(saved.id()::equals).isPresent()) {
                    return authors;
                }
                saved.savedBy().ifPresent(authors::add);
            }
            if (page.size() < AT_ONCE) {
                return authors;
            }
            before = page.get(page.size() - 1).number();
        }
    }
}
