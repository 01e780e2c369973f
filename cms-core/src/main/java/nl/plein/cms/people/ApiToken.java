package nl.plein.cms.people;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import nl.plein.cms.kernel.PersonId;
import org.jspecify.annotations.Nullable;

/** A bearer token of a person. Only its hash is kept. */
@Entity
@Table(name = "api_token")
public class ApiToken {

    @Id
    private UUID id;

    @Column(name = "person_id")
    private UUID person;

    private String name;
    private String hash;
    private Instant since;

    @Column(name = "expires_at")
    private @Nullable Instant expires;

    protected ApiToken() {}

    ApiToken(UUID id, PersonId person, String name, String hash, Instant since, @Nullable Instant expires) {
        this.id = id;
        this.person = person.value();
        this.name = name;
        this.hash = hash;
        this.since = since;
        this.expires = expires;
    }

    public UUID id() {
        return id;
    }

    public PersonId person() {
        return new PersonId(person);
    }

    public String name() {
        return name;
    }

    public Instant since() {
        return since;
    }

    public Optional<Instant> expires() {
        return Optional.ofNullable(expires);
    }

    boolean isValidAt(Instant now) {
        return expires == null || now.isBefore(expires);
    }
}
