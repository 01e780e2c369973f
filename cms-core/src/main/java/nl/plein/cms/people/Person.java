package nl.plein.cms.people;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import nl.plein.cms.kernel.PersonId;

/** Somebody with an account; known in the whole installation. */
@Entity
@Table(name = "person")
public class Person {

    @Id
    private UUID id;

    private String name;
    private Instant since;
    private boolean blocked;

    protected Person() {}

    Person(PersonId id, String name, Instant since) {
        this.id = id.value();
        this.name = name;
        this.since = since;
    }

    public PersonId id() {
        return new PersonId(id);
    }

    public String name() {
        return name;
    }

    public boolean isBlocked() {
        return blocked;
    }
}
