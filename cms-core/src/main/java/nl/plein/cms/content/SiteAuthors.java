package nl.plein.cms.content;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import nl.plein.cms.people.Permission;
import nl.plein.cms.people.Person;
import nl.plein.cms.people.Role;
import nl.plein.cms.people.RoleHolders;
import nl.plein.cms.tenancy.SiteRef;

/** Those who may write on a site. Whoever is blocked, or has lost such a role, is none of them any more. */
@ApplicationScoped
class SiteAuthors {

    private static final Set<Role> WRITING = Arrays.stream(Role.values())
            .filter(role -> role.allows(Permission.CONTENT_WRITE))
            .collect(Collectors.toUnmodifiableSet());

    @Inject
    RoleHolders roleHolders;

    List<Person> of(SiteRef site) {
        return roleHolders.of(site, WRITING);
    }
}
