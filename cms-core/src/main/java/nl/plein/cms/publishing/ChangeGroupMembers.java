package nl.plein.cms.publishing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import nl.plein.cms.audit.Audit;
import nl.plein.cms.kernel.Json;
import nl.plein.cms.kernel.NotFound;
import nl.plein.cms.kernel.PersonId;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.people.Access;
import nl.plein.cms.people.GroupMembers;
import nl.plein.cms.people.GroupRole;
import nl.plein.cms.people.Permission;
import nl.plein.cms.tenancy.SiteRef;

/** Lets people into a group of a site, and out of it. What they see changes at once; it makes no version. */
@ApplicationScoped
@Transactional
public class ChangeGroupMembers {

    @Inject
    Access access;

    @Inject
    SiteParts parts;

    @Inject
    GroupMembers members;

    @Inject
    Audit audit;

    /** @throws NotFound {@code unknown-group} */
    public List<GroupMembers.Named> of(SiteId site, String group) {
        require(site, group);
        return members.of(site, group);
    }

    /**
     * Idempotent; who is a member already gets the role.
     *
     * @throws NotFound {@code unknown-group}, {@code unknown-person}
     */
    public void add(SiteId site, String group, PersonId person, GroupRole role) {
        members.add(require(site, group), group, person, role);
        record("publishing.add-member", site, group, person);
    }

    /**
     * Lets somebody in who is new to the installation.
     *
     * @throws NotFound                    {@code unknown-group}
     * @throws nl.plein.cms.kernel.Invalid {@code invalid-name}
     */
    public PersonId addNew(SiteId site, String group, String name, GroupRole role) {
        PersonId person = members.addNew(require(site, group), group, name, role);
        record("publishing.add-member", site, group, person);
        return person;
    }

    /** @throws NotFound {@code unknown-group}, {@code unknown-member} */
    public void remove(SiteId site, String group, PersonId person) {
        require(site, group);
        members.remove(site, group, person);
        record("publishing.remove-member", site, group, person);
    }

    private SiteRef require(SiteId site, String group) {
        SiteRef ref = access.require(Permission.SITE_MANAGE, site);
        if (parts.groups(site).stream().noneMatch(part -> part.key().equals(group))) {
            throw new NotFound("unknown-group", "Site \"" + site + "\" has no such group.");
        }
        return ref;
    }

    private void record(String action, SiteId site, String group, PersonId person) {
        var details = Json.mapper().createObjectNode().put("group", group).put("person", person.toString());
        audit.record(action, "site/" + site, details);
    }
}
