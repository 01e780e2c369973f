package nl.plein.cms.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import nl.plein.cms.kernel.AgencyId;
import nl.plein.cms.kernel.Invalid;
import nl.plein.cms.people.Access;
import nl.plein.cms.people.Permission;
import nl.plein.cms.tenancy.AgencyContext;
import nl.plein.cms.tenancy.AgencyData;
import org.jspecify.annotations.Nullable;

/**
 * The chain of an agency's acts. Sealing gives new events their numbers and ties each to the one before it, so that a
 * removed or altered row is found. It happens beside the acts, not in them, so that no act waits for another.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
public class AuditTrail {

    private static final Logger LOG = System.getLogger(AuditTrail.class.getName());
    private static final int MOST_AT_ONCE = 1_000;
    private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");
    private static final Pattern ACTION = Pattern.compile("[a-z.-]{1,100}");

    @Inject
    @AgencyData
    EntityManager data;

    @Inject
    AgencyContext context;

    @Inject
    Access access;

    @Inject
    Marks marks;

    /** Where a page of a list ended. */
    public record Spot(Instant at, UUID id) {}

    /**
     * @param actor  a person's id, or the name of a part of the installation
     * @param action whole, or its room with a dot, such as {@code publishing.}
     */
    public record Filter(
            @Nullable String actor,
            @Nullable String action,
            @Nullable String subject,
            @Nullable Instant from,
            @Nullable Instant until) {

        public static final Filter NONE = new Filter(null, null, null, null, null);

        /** @throws Invalid {@code invalid-action} */
        public Filter {
            if (action != null && !ACTION.matcher(action).matches()) {
                throw new Invalid(
                        "invalid-action",
                        "An action is a room and a verb, such as publishing.publish, or a room with a dot: publishing.");
            }
        }
    }

    /** Seals what is not sealed yet, oldest first; one node at a time may do so. @return how many were sealed */
    @Transactional
    public int seal() {
        List<AuditEvent> fresh = data.createQuery(
                        "select e from AuditEvent e where e.number is null order by e.at, e.id", AuditEvent.class)
                .setMaxResults(MOST_AT_ONCE)
                .getResultList();
        if (fresh.isEmpty()) {
            return 0;
        }
        AgencyId agency = context.current();
        Optional<AuditHead> head = soundHead(agency);
        head.ifPresent(sound -> {
            fresh.forEach(sound::append);
            sound.mark(marks, agency);
        });
        return head.isPresent() ? fresh.size() : 0;
    }

    /** Empty if somebody has been at it: to seal on would hide that. */
    private Optional<AuditHead> soundHead(AgencyId agency) {
        AuditHead head = data.find(AuditHead.class, AuditHead.idOf(agency), LockModeType.PESSIMISTIC_WRITE);
        if (head == null && last().isEmpty()) {
            head = new AuditHead(agency);
            data.persist(head);
        } else if (head == null || !head.isMarked(marks, agency)) {
            LOG.log(
                    Level.ERROR,
                    "ALARM: the head of the trail of {0} was removed or altered; nothing is sealed",
                    agency);
            return Optional.empty();
        }
        return Optional.of(head);
    }

    /** Takes the chain as it is for sound: at the first start that knows of heads and marks. */
    @Transactional
    void adopt() {
        AgencyId agency = context.current();
        Optional<AuditEvent> last = last();
        AuditHead known = data.find(AuditHead.class, AuditHead.idOf(agency), LockModeType.PESSIMISTIC_WRITE);
        AuditHead head = known == null ? new AuditHead(agency) : known;
        head.adopt(
                last.flatMap(AuditEvent::number).orElse(0L),
                last.map(AuditEvent::seal).orElse(""),
                last.map(AuditEvent::at).orElse(Instant.EPOCH),
                data.createQuery("select count(e) from AuditEvent e where e.mark is null", Long.class)
                        .getSingleResult());
        head.mark(marks, agency);
        if (known == null) {
            data.persist(head);
        }
    }

    /** Newest first, by keyset: give the last one of the page before. */
    public List<AuditEvent> page(Filter filter, Optional<Spot> before, int most) {
        requireRight();
        TypedQuery<AuditEvent> query = filtered(
                        filter,
                        before.isEmpty() ? "" : " and (e.at < :spot or e.at = :spot and e.id < :id)",
                        "e.at desc, e.id desc")
                .setMaxResults(most);
        before.ifPresent(
                spot -> query.setParameter("spot", storable(spot.at(), LATEST)).setParameter("id", spot.id()));
        return query.getResultList();
    }

    /** What is sealed, in the order of the chain, by keyset: give the number of the last one of the page before, 0 at first. */
    public List<AuditEvent> chain(Filter filter, long after, int most) {
        requireRight();
        return filtered(filter, " and e.number > :after", "e.number")
                .setParameter("after", after)
                .setMaxResults(most)
                .getResultList();
    }

    Optional<AuditHead> head() {
        return Optional.ofNullable(data.find(AuditHead.class, AuditHead.idOf(context.current())));
    }

    /** The trail is for administrators: of the agency, or of the platform. */
    void requireRight() {
        AgencyId agency = context.current();
        if (agency.equals(Audit.PLATFORM)) {
            access.require(Permission.PLATFORM_MANAGE);
        } else {
            access.require(Permission.AGENCY_MANAGE, agency);
        }
    }

    private Optional<AuditEvent> last() {
        return data.createQuery(
                        "select e from AuditEvent e where e.number is not null order by e.number desc",
                        AuditEvent.class)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    private TypedQuery<AuditEvent> filtered(Filter filter, String more, String order) {
        TypedQuery<AuditEvent> query = data.createQuery(
                        "select e from AuditEvent e where e.at >= :from and e.at < :until"
                                + (filter.actor() == null ? "" : " and e.actor = :actor")
                                + (filter.action() == null ? "" : " and e.action like :action")
                                + (filter.subject() == null ? "" : " and e.subject = :subject")
                                + more + " order by " + order,
                        AuditEvent.class)
                .setHint("eclipselink.read-only", true)
                .setParameter("from", storable(filter.from(), Instant.EPOCH))
                .setParameter("until", storable(filter.until(), LATEST));
        if (filter.actor() != null) {
            query.setParameter("actor", filter.actor());
        }
        if (filter.action() != null) {
            query.setParameter("action", filter.action() + (filter.action().endsWith(".") ? "%" : ""));
        }
        if (filter.subject() != null) {
            query.setParameter("subject", filter.subject());
        }
        return query;
    }

    /** No database keeps all the moments that can be asked for, and nothing was done at those. */
    private static Instant storable(@Nullable Instant moment, Instant otherwise) {
        if (moment == null) {
            return otherwise;
        }
        return moment.isBefore(Instant.EPOCH) ? Instant.EPOCH : moment.isAfter(LATEST) ? LATEST : moment;
    }
}
