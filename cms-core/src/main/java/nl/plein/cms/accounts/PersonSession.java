package nl.plein.cms.accounts;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import nl.plein.cms.kernel.PersonId;

/** One sign-in: in one browser, on the platform and on all sites it went over to. */
@Entity
@Table(name = "person_session")
public class PersonSession {

    @Id
    private UUID id;

    @Column(name = "person_id")
    private UUID person;

    private String hash;
    private String device;
    private Instant since;

    @Column(name = "seen_at")
    private Instant seen;

    @Column(name = "expires_at")
    private Instant expires;

    protected PersonSession() {}

    PersonSession(UUID id, PersonId person, String hash, String device, Instant since, Instant expires) {
        this.id = id;
        this.person = person.value();
        this.hash = hash;
        this.device = device;
        this.since = since;
        this.seen = since;
        this.expires = expires;
    }

    public UUID id() {
        return id;
    }

    public PersonId person() {
        return new PersonId(person);
    }

    /** What the browser said it is, in words; empty if it said nothing. */
    public String device() {
        return device;
    }

    public Instant since() {
        return since;
    }

    /** When it was last used, to within five minutes. */
    public Instant seen() {
        return seen;
    }

    boolean isAliveAt(Instant now, Duration idle) {
        return now.isBefore(expires) && now.isBefore(seen.plus(idle));
    }

    void seenAt(Instant now) {
        seen = now;
    }
}
