package nl.plein.cms.people;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import nl.plein.cms.kernel.PersonId;
import nl.plein.cms.kernel.SiteId;

/** That a person belongs to a group of a site. */
@Entity
@Table(name = "group_member")
public class GroupMember {

    @Id
    private UUID id;

    @Column(name = "person_id")
    private UUID person;

    @Column(name = "site_id")
    private String site;

    @Column(name = "group_id")
    private String group;

    @Enumerated(EnumType.STRING)
    private GroupRole role;

    private Instant since;

    protected GroupMember() {}

    GroupMember(UUID id, PersonId person, SiteId site, String group, GroupRole role, Instant since) {
        this.id = id;
        this.person = person.value();
        this.site = site.value();
        this.group = group;
        this.role = role;
        this.since = since;
    }

    public PersonId person() {
        return new PersonId(person);
    }

    public GroupRole role() {
        return role;
    }

    public Instant since() {
        return since;
    }

    void become(GroupRole other) {
        role = other;
    }
}
