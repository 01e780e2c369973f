package nl.plein.cms.accounts;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import nl.plein.cms.kernel.PersonId;

/** The password of a person, as its hash. */
@Entity
@Table(name = "credential")
class Credential {

    @Id
    @Column(name = "person_id")
    private UUID person;

    private String hash;
    private Instant since;

    protected Credential() {}

    Credential(PersonId person, String hash, Instant since) {
        this.person = person.value();
        this.hash = hash;
        this.since = since;
    }

    String hash() {
        return hash;
    }

    /** Another password. */
    void become(String newHash, Instant now) {
        hash = newHash;
        since = now;
    }

    /** The same password, hashed as it is done now. */
    void rehash(String newHash) {
        hash = newHash;
    }
}
