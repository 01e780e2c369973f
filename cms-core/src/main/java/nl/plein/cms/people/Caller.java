package nl.plein.cms.people;

import java.util.Optional;
import nl.plein.cms.kernel.PersonId;

/** Who is asking for something: a person, nobody, or the installation itself (jobs, start-up). */
public record Caller(Kind kind, Optional<PersonId> person, String name) {

    /** What a caller is. */
    public enum Kind {
        NOBODY,
        PERSON,
        SYSTEM
    }

    public static final Caller NOBODY = new Caller(Kind.NOBODY, Optional.empty(), "nobody");
    public static final Caller SYSTEM = new Caller(Kind.SYSTEM, Optional.empty(), "system");

    static Caller of(Person person) {
        return new Caller(Kind.PERSON, Optional.of(person.id()), person.name());
    }
}
