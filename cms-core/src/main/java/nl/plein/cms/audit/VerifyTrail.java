package nl.plein.cms.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.plein.cms.kernel.AgencyId;
import nl.plein.cms.tenancy.AgencyContext;
import org.jspecify.annotations.Nullable;

/** Walks the trail of an agency from its beginning to its end, a page at a time, and tells where somebody has been at it. */
@ApplicationScoped
public class VerifyTrail {

    private static final int PAGE = 1_000;

    @Inject
    AuditTrail trail;

    @Inject
    AgencyContext context;

    @Inject
    Marks marks;

    @Inject
    Clock clock;

    /** What somebody wrote down of an event elsewhere: its number, its seal, or both. */
    public record Noted(@Nullable Long number, @Nullable String seal) {

        boolean fits(AuditEvent event) {
            return (number == null || event.number().equals(Optional.of(number)))
                    && (seal == null || event.seal().equals(seal));
        }
    }

    /**
     * @param events how many are sealed
     * @param seal   of the last one: written down elsewhere, it tells later whether the trail was made anew as a whole
     * @param noted  whether the event that was noted is there with its seal; empty if none was given
     * @param breaks the first hundred, in the order of the chain
     */
    public record Verdict(long events, String seal, Instant at, Optional<Boolean> noted, List<ChainBreak> breaks) {

        public boolean isSound() {
            return breaks.isEmpty() && noted.orElse(true);
        }
    }

    /** Memory does not grow with the trail. Acts go on meanwhile. */
    public Verdict perform(Optional<Noted> noted) {
        trail.requireRight();
        AgencyId agency = context.current();
        Optional<AuditHead> before = trail.head();
        var walk = new ChainWalk(marks, agency, before);
        boolean found = false;
        List<AuditEvent> page;
        do {
            page = trail.chain(AuditTrail.Filter.NONE, walk.number(), PAGE);
            for (AuditEvent event : page) {
                walk.step(event);
                found |= noted.isPresent() && noted.get().fits(event);
            }
        } while (page.size() == PAGE);
        walk.end(before, trail.head());
        boolean there = found;
        return new Verdict(
                walk.number(), walk.seal(), clock.instant(), noted.map(any -> there), List.copyOf(walk.breaks()));
    }
}
