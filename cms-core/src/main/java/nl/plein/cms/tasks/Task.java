package nl.plein.cms.tasks;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import nl.plein.cms.content.TranslationKey;
import nl.plein.cms.kernel.AgencyId;
import nl.plein.cms.kernel.EntryId;
import nl.plein.cms.kernel.PersonId;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.tenancy.SiteRef;
import org.jspecify.annotations.Nullable;

/** That a translation may wait for somebody; whether it does follows from where its draft is. */
@Entity
@Table(name = "task")
public class Task {

    /** How long before the deadline somebody is reminded; half of the time if there is less. */
    static final Duration BEFORE = Duration.ofHours(24);

    /** Never null, so that no query needs to think of it. */
    private static final UUID NOBODY = new UUID(0, 0);

    @Id
    private UUID id;

    @Column(name = "agency_id")
    private String agency;

    @Column(name = "site_id")
    private String site;

    @Column(name = "entry_id")
    private UUID entry;

    private String locale;
    private Instant since;

    @Column(name = "brought_by")
    private UUID broughtBy;

    private UUID assignee;
    private @Nullable Instant deadline;

    @Column(name = "remind_at")
    private @Nullable Instant remindAt;

    private long changes;

    protected Task() {}

    Task(UUID id, SiteRef site, TranslationKey translation, Instant since) {
        this.id = id;
        this.agency = site.agency().value();
        this.site = site.id().value();
        this.entry = translation.entry().value();
        this.locale = translation.locale();
        this.since = since;
        this.broughtBy = NOBODY;
        this.assignee = NOBODY;
    }

    UUID id() {
        return id;
    }

    AgencyId agency() {
        return new AgencyId(agency);
    }

    SiteId site() {
        return new SiteId(site);
    }

    public TranslationKey translation() {
        return new TranslationKey(new EntryId(entry), locale);
    }

    /** The last step, or when it was first assigned. */
    public Instant since() {
        return since;
    }

    /** Who has to do it, if that was said. */
    Optional<PersonId> assignee() {
        return assignee.equals(NOBODY) ? Optional.empty() : Optional.of(new PersonId(assignee));
    }

    public Optional<Instant> deadline() {
        return Optional.ofNullable(deadline);
    }

    /** Names what was said of it: for {@code If-Match}. */
    public String tag() {
        return id + "-" + changes;
    }

    /** Others have to look at it: what was said of the step before holds no longer. */
    void bring(Instant now, Optional<PersonId> by) {
        since = now;
        broughtBy = by.map(PersonId::value).orElse(NOBODY);
        assignee = NOBODY;
        clearDeadline();
        changes++;
    }

    /** It goes back to whoever brought it. */
    void giveBack(Instant now) {
        since = now;
        assignee = broughtBy;
        clearDeadline();
        changes++;
    }

    void assign(Optional<PersonId> person, Optional<Instant> until, Instant now) {
        assignee = person.map(PersonId::value).orElse(NOBODY);
        if (!until.equals(deadline())) {
            clearDeadline();
            until.ifPresent(moment -> remindAt = firstReminder(now, moment));
            deadline = until.orElse(null);
        }
        changes++;
    }

    private static Instant firstReminder(Instant now, Instant deadline) {
        Instant early = deadline.minus(BEFORE);
        return early.isAfter(now)
                ? early
                : now.plusMillis(Duration.between(now, deadline).toMillis() / 2);
    }

    private void clearDeadline() {
        deadline = null;
        remindAt = null;
    }

    boolean isToRemind(Instant now) {
        return remindAt != null && !remindAt.isAfter(now);
    }

    /** Of the two reminders, the one whose time it is: if both are late, the second alone. */
    Moment remind(Instant now) {
        boolean over = deadline == null || !deadline.isAfter(now);
        remindAt = over ? null : deadline;
        return over ? Moment.AT : Moment.BEFORE;
    }

    /** When a reminder is sent. */
    enum Moment {
        BEFORE,
        AT
    }
}
