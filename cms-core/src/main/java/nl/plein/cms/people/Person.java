package nl.plein.cms.people;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import nl.plein.cms.kernel.PersonId;
import org.jspecify.annotations.Nullable;

/** Somebody with an account; known in the whole installation. */
@Entity
@Table(name = "person")
public class Person {

    @Id
    private UUID id;

    private String name;
    private Instant since;
    private boolean blocked;
    private @Nullable String mail;
    private @Nullable String language;

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

    /** Empty for those who work by token only. */
    public Optional<MailAddress> mail() {
        return Optional.ofNullable(mail).map(MailAddress::new);
    }

    /** In which mails are written to this person: {@code nl} or {@code en}. */
    public String language() {
        return language == null ? "nl" : language;
    }

    /** As who this person acts. */
    public Caller caller() {
        return Caller.of(this);
    }

    void reachAt(MailAddress address, String newLanguage) {
        mail = address.value();
        language = newLanguage;
    }

    void block() {
        blocked = true;
    }

    void unblock() {
        blocked = false;
    }
}
