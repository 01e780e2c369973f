package nl.plein.cms.people;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import nl.plein.cms.kernel.AgencyId;
import nl.plein.cms.kernel.PersonId;

/** A person's role in a scope. Whoever has one below an agency is a colleague there. */
@Entity
@Table(name = "membership")
public class Membership {

    @Id
    private UUID id;

    @Column(name = "person_id")
    private UUID person;

    @Column(name = "scope_kind")
    private String scopeKind;

    @Column(name = "scope_id")
    private String scopeId;

    /** The agency that the scope lies in; {@code *} for the platform. */
    @Column(name = "agency_id")
    private String agency;

    @Enumerated(EnumType.STRING)
    private Role role;

    protected Membership() {}

    Membership(UUID id, PersonId person, Scope scope, String agency, Role role) {
        this.id = id;
        this.person = person.value();
        this.scopeKind = scope.kind();
        this.scopeId = scope.id();
        this.agency = agency;
        this.role = role;
    }

    public UUID id() {
        return id;
    }

    public PersonId person() {
        return new PersonId(person);
    }

    public Scope scope() {
        return new Scope(scopeKind, scopeId);
    }

    public Role role() {
        return role;
    }

    public boolean liesIn(AgencyId other) {
        return agency.equals(other.value());
    }
}
