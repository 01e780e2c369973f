package nl.plein.cms.content;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import nl.plein.cms.kernel.EntryId;
import nl.plein.cms.kernel.SiteId;

/** Tells where pages would lie after a move: by moving them, and taking it back. */
@ApplicationScoped
public class WeighMove {

    @Inject
    Trial trial;

    /**
     * @return each page whose path would change, those of the entry first
     * @throws nl.plein.cms.kernel.Refusal as {@link MoveEntry#perform}
     */
    public List<MoveEntry.Moved> perform(SiteId site, EntryId entry, MoveEntry.To to) {
        try {
            trial.perform(site, entry, to);
            throw new IllegalStateException("a trial ends by taking itself back");
        } catch (TakenBack told) {
            return told.moved;
        }
    }

    /** Carries the answer out of a transaction that is rolled back. */
    private static final class TakenBack extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final transient List<MoveEntry.Moved> moved;

        TakenBack(List<MoveEntry.Moved> moved) {
            super("taken back", null, false, false);
            this.moved = moved;
        }
    }

    /** A move in a transaction of its own that is never committed. */
    @ApplicationScoped
    static class Trial {

        @Inject
        MoveEntry moveEntry;

        @Transactional(Transactional.TxType.REQUIRES_NEW)
        public void perform(SiteId site, EntryId entry, MoveEntry.To to) {
            throw new TakenBack(moveEntry.perform(site, entry, to));
        }
    }
}
