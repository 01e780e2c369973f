package nl.plein.cms.publishing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.tenancy.SiteRef;

/**
 * Tells content which revisions visitors see. A follower, so that the lock on the site does not last for it and nothing is
 * lost in a crash; whoever publishes walks it at once, and so reads what was written.
 */
@ApplicationScoped
public class MarkDrafts implements Follower {

    public static final String NAME = "draft-marks";

    private static final int PAGE = 500;

    @Inject
    Publications publications;

    @Inject
    DraftMarks marks;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Scope scope() {
        return Scope.DATABASE;
    }

    @Override
    public void follow(SiteRef site, long from, long to) {
        SiteId id = site.id();
        Optional<Publications.Touched> last = Optional.empty();
        List<Publications.Touched> page;
        do {
            page = publications.touched(id, from, to, last, PAGE);
            marks.set(id, new ArrayList<>(page));
            last = page.isEmpty() ? last : Optional.of(page.get(page.size() - 1));
        } while (page.size() == PAGE);
    }
}
