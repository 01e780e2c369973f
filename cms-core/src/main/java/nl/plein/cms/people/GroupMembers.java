package nl.plein.cms.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import nl.plein.cms.kernel.Ids;
import nl.plein.cms.kernel.NotFound;
import nl.plein.cms.kernel.PersonId;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.tenancy.PlatformData;
import nl.plein.cms.tenancy.SiteDeleted;
import nl.plein.cms.tenancy.SiteRef;

/** Who belongs to which group. Which groups there are is for publishing to say; who may change this is asked there, too. */
@ApplicationScoped
@Transactional
public class GroupMembers {

    /** A member, by name. */
    public record Named(GroupMember member, String name) {}

    @Inject
    @PlatformData
    EntityManager platform;

    @Inject
    Memberships memberships;

    @Inject
    AddPerson addPerson;

    @Inject
    PeopleChanges changes;

    @Inject
    Ids ids;

    @Inject
    Clock clock;

    /** The ids of the groups of this site that somebody belongs to. */
    public List<String> groupsOf(SiteId site, PersonId person) {
        return platform.createQuery(
                        "select m.group from GroupMember m where m.person = :person and m.site = :site", String.class)
                .setParameter("person", person.value())
                .setParameter("site", site.value())
                .getResultList();
    }

    /** By name. */
    public List<Named> of(SiteId site, String group) {
        return platform.createQuery(
                        "select m, p.name from GroupMember m, Person p where p.id = m.person and m.site = :site"
                                + " and m.group = :group order by p.name, p.id",
                        Object[].class)
                .setParameter("site", site.value())
                .setParameter("group", group)
                .getResultStream()
                .map(row -> new Named((GroupMember) row[0], (String) row[1]))
                .toList();
    }

    /**
     * Idempotent; who is a member already gets the role. People of elsewhere can't be named by their id: whether there is one
     * is nobody's business.
     *
     * @throws NotFound {@code unknown-person} unless a member of the site's agency or of one of the site's groups
     */
    public GroupMember add(SiteRef at, String group, PersonId person, GroupRole role) {
        SiteId site = at.id();
        if (memberships.of(person).stream().noneMatch(one -> one.liesIn(at.agency()))
                && groupsOf(site, person).isEmpty()) {
            throw new NotFound("unknown-person", "The agency knows nobody with this id.");
        }
        return put(site, group, person, role);
    }

    /**
     * Somebody new, who is there for this group only.
     *
     * @throws nl.plein.cms.kernel.Invalid {@code invalid-name}
     */
    public PersonId addNew(SiteRef at, String group, String name, GroupRole role) {
        PersonId person = addPerson.perform(name);
        put(at.id(), group, person, role);
        return person;
    }

    private GroupMember put(SiteId site, String group, PersonId person, GroupRole role) {
        changes.countAfterCommit();
        Optional<GroupMember> known = find(site, group, person);
        known.ifPresent(member -> member.become(role));
        return known.orElseGet(() -> {
            var since = clock.instant().truncatedTo(ChronoUnit.MILLIS);
            var member = new GroupMember(ids.next(), person, site, group, role, since);
            platform.persist(member);
            return member;
        });
    }

    /** @throws NotFound {@code unknown-member} */
    public void remove(SiteId site, String group, PersonId person) {
        changes.countAfterCommit();
        platform.remove(find(site, group, person)
                .orElseThrow(() -> new NotFound("unknown-member", "This person is no member of the group.")));
    }

    private Optional<GroupMember> find(SiteId site, String group, PersonId person) {
        return platform.createQuery(
                        "select m from GroupMember m where m.person = :person and m.site = :site and m.group = :group",
                        GroupMember.class)
                .setParameter("person", person.value())
                .setParameter("site", site.value())
                .setParameter("group", group)
                .getResultStream()
                .findFirst();
    }

    void forget(@Observes SiteDeleted deleted) {
        platform.createQuery("delete from GroupMember m where m.site = :site")
                .setParameter("site", deleted.site().id().value())
                .executeUpdate();
    }
}
