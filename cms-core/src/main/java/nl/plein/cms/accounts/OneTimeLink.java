package nl.plein.cms.accounts;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import nl.plein.cms.kernel.PersonId;

/** A link with which somebody may choose a password, once. */
@Entity
@Table(name = "one_time_link")
class OneTimeLink {

    @Id
    private String hash;

    @Column(name = "person_id")
    private UUID person;

    @Enumerated(EnumType.STRING)
    private LinkPurpose purpose;

    @Column(name = "expires_at")
    private Instant expires;

    protected OneTimeLink() {}

    OneTimeLink(String hash, PersonId person, LinkPurpose purpose, Instant expires) {
        this.hash = hash;
        this.person = person.value();
        this.purpose = purpose;
        this.expires = expires;
    }

    PersonId person() {
        return new PersonId(person);
    }

    LinkPurpose purpose() {
        return purpose;
    }

    boolean isValidAt(Instant now) {
        return now.isBefore(expires);
    }
}
