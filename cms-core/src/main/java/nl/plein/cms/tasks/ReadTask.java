package nl.plein.cms.tasks;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import nl.plein.cms.content.TranslationKey;
import nl.plein.cms.kernel.NotFound;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.people.Access;
import nl.plein.cms.people.Permission;
import nl.plein.cms.tenancy.SiteRef;

/** The task of one translation, if it waits for somebody. */
@ApplicationScoped
public class ReadTask {

    @Inject
    Access access;

    @Inject
    Tasks tasks;

    @Inject
    WaitingTasks waiting;

    /** @throws NotFound {@code unknown-task} */
    @Transactional
    public OpenTask perform(SiteId id, TranslationKey key) {
        SiteRef site = access.require(Permission.CONTENT_WRITE, id);
        return tasks.find(id, key)
                .flatMap(task -> waiting.of(site, List.of(task)).stream().findFirst())
                .orElseThrow(() -> new NotFound(
                        "unknown-task",
                        "Nobody has to do anything with this translation now: submit it, or assign it to somebody."));
    }
}
