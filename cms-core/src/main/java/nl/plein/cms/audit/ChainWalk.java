package nl.plein.cms.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.plein.cms.audit.ChainBreak.What;
import nl.plein.cms.kernel.AgencyId;
import org.jspecify.annotations.Nullable;

/** Follows a chain event by event. */
final class ChainWalk {

    private static final int MOST_BREAKS = 100;

    private final Marks marks;
    private final AgencyId agency;
    private final long markedFrom;
    private final long length;
    private final List<ChainBreak> breaks = new ArrayList<>();

    private long number;
    private String seal = "";
    private @Nullable Instant last;

    /** Whether the event before is as it was, so that the next one must follow from it. */
    private boolean isTied = true;

    /** @param head as it is when the walk begins; events before its {@link AuditHead#markedFrom} need no mark */
    ChainWalk(Marks marks, AgencyId agency, Optional<AuditHead> head) {
        this.marks = marks;
        this.agency = agency;
        this.markedFrom = head.map(AuditHead::markedFrom).orElse(1L);
        this.length = head.map(AuditHead::events).orElse(Long.MAX_VALUE);
    }

    /** Of the event that was looked at last. */
    long number() {
        return number;
    }

    String seal() {
        return seal;
    }

    List<ChainBreak> breaks() {
        return breaks;
    }

    /** @param event the next one that there is */
    void step(AuditEvent event) {
        long found = event.number().orElseThrow();
        if (found > number + 1) {
            add(What.REMOVED, number + 1, found - 1, event.at());
            isTied = false;
        }
        boolean marked = found < markedFrom || event.isMarked(marks, agency);
        boolean follows = event.continues(seal);
        if (!marked && (follows || !isTied || found > length)) {
            add(What.INSERTED, found, found, event.at());
        } else if (!marked || !follows && isTied) {
            add(What.ALTERED, found, found, event.at());
        }
        isTied = marked && (follows || !isTied);
        number = found;
        seal = event.seal();
        last = event.at();
    }

    /** @param before the head when the walk began @param after the head when it came to the end */
    void end(Optional<AuditHead> before, Optional<AuditHead> after) {
        if (before.isEmpty() || after.isEmpty()) {
            if (number > 0) {
                add(What.HEAD_REMOVED, 0, 0, null);
            }
            return;
        }
        AuditHead head = after.get();
        if (!head.isMarked(marks, agency)) {
            add(What.HEAD_ALTERED, 0, 0, null);
            return;
        }
        if (number < before.get().events()) {
            add(What.REMOVED, number + 1, before.get().events(), null);
        } else if (number > head.events()) {
            add(What.INSERTED, head.events() + 1, number, last);
        } else if (number == head.events() && !seal.equals(head.seal())) {
            add(What.ALTERED, number, number, last);
        }
    }

    private void add(What what, long from, long to, @Nullable Instant before) {
        boolean known = !breaks.isEmpty() && breaks.get(breaks.size() - 1).to() >= from && from > 0;
        if (breaks.size() < MOST_BREAKS && !known) {
            breaks.add(new ChainBreak(what, from, to, Optional.ofNullable(last), Optional.ofNullable(before)));
        }
    }
}
