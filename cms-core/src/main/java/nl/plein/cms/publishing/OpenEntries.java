package nl.plein.cms.publishing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import nl.plein.cms.content.Showing;
import nl.plein.cms.kernel.EntryId;
import nl.plein.cms.kernel.SiteId;

/** Tells content what is open by the intervals themselves: the marks on its translations follow a moment later. */
@ApplicationScoped
class OpenEntries implements Showing {

    @Inject
    Ground ground;

    @Override
    @Transactional
    public boolean shows(SiteId site, EntryId entry) {
        return !ground.openOf(site, List.of(entry.value())).isEmpty();
    }
}
