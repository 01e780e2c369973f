package nl.plein.cms.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import nl.plein.cms.kernel.Json;
import nl.plein.cms.kernel.PersonId;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.people.Calling;
import nl.plein.cms.tenancy.AgencyContext;
import tools.jackson.databind.node.ObjectNode;

/** Records that somebody asked for what they may not do. Of one person sixty a minute at most: a trail is no place to flood. */
@ApplicationScoped
public class RecordRefusal {

    private static final int MOST = 60;
    private static final Duration WINDOW = Duration.ofMinutes(1);

    @Inject
    Audit audit;

    @Inject
    Calling calling;

    @Inject
    AgencyContext context;

    @Inject
    Clock clock;

    private final Map<PersonId, Integer> counts = new HashMap<>();
    private Instant ends = Instant.MIN;

    /**
     * In a transaction of its own, as the refused one is rolled back. Callers who are nobody are not recorded.
     *
     * @param what was asked for, such as {@code PUT /manage/v1/sites/{site}/state}: a template, as what stands in its places may be
     *             anything, and is no business of a trail unless somebody may see it
     * @param site that the caller may read
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void perform(String what, Optional<SiteId> site) {
        if (calling.current().person().filter(this::mayTell).isPresent()) {
            ObjectNode details = Json.mapper().createObjectNode();
            site.ifPresent(id -> details.put("site", id.value()));
            context.in(context.find().orElse(Audit.PLATFORM), () -> audit.record("access.refused", what, details));
        }
    }

    private synchronized boolean mayTell(PersonId person) {
        Instant now = clock.instant();
        if (!now.isBefore(ends)) {
            counts.clear();
            ends = now.plus(WINDOW);
        }
        return counts.merge(person, 1, Integer::sum) <= MOST;
    }
}
