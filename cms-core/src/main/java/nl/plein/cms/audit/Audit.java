package nl.plein.cms.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import nl.plein.cms.kernel.AfterCommit;
import nl.plein.cms.kernel.AgencyId;
import nl.plein.cms.kernel.Deed;
import nl.plein.cms.kernel.Ids;
import nl.plein.cms.people.Calling;
import nl.plein.cms.tenancy.AgencyContext;
import nl.plein.cms.tenancy.AgencyData;
import tools.jackson.databind.JsonNode;

/** Records what was done, in the transaction that does it: both are there, or neither. */
@ApplicationScoped
public class Audit {

    /** Whose trail has what belongs to no agency. No agency has this id. */
    public static final AgencyId PLATFORM = new AgencyId("*");

    private static final int LONGEST_SUBJECT = 300;

    @Inject
    @AgencyData
    EntityManager data;

    @Inject
    Calling calling;

    @Inject
    AgencyContext context;

    @Inject
    Marks marks;

    @Inject
    AfterCommit afterCommit;

    @Inject
    SealTrails sealTrails;

    @Inject
    Ids ids;

    @Inject
    Clock clock;

    /**
     * @param action  a verb with its room, such as {@code publishing.publish}
     * @param subject what it was done to, such as {@code site/voorbeeldstad}
     * @param details ids and numbers; no personal data, no text of entries
     */
    public void record(String action, String subject, JsonNode details) {
        var caller = calling.current();
        String actor = caller.person().map(Object::toString).orElse(caller.name());
        String what = subject.length() > LONGEST_SUBJECT ? subject.substring(0, LONGEST_SUBJECT) : subject;
        var event = new AuditEvent(
                ids.next(), clock.instant().truncatedTo(ChronoUnit.MILLIS), actor, action, what, details);
        AgencyId agency = context.current();
        event.mark(marks, agency);
        data.persist(event);
        afterCommit.run(() -> sealTrails.soon(agency));
    }

    void record(@Observes Deed deed) {
        AgencyId agency = deed.agency().or(context::find).orElse(PLATFORM);
        context.in(agency, () -> record(deed.action(), deed.subject(), deed.details()));
    }
}
