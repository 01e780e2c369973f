package nl.plein.cms.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import nl.plein.cms.kernel.AgencyId;
import nl.plein.cms.kernel.Audience;
import nl.plein.cms.kernel.NotPermitted;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.tenancy.Agencies;
import nl.plein.cms.tenancy.CurrentSites;
import nl.plein.cms.tenancy.SiteRef;
import nl.plein.cms.tenancy.Sites;

/**
 * The one place that decides who may do what. Deny is the default. Whoever has nothing to do with a site or an agency is
 * answered as if it were not there.
 */
@ApplicationScoped
public class Access {

    @Inject
    Calling calling;

    @Inject
    HeldRoles heldRoles;

    @Inject
    HeldGroups heldGroups;

    @Inject
    CurrentSites current;

    /**
     * What is the agency's to decide ({@code agency.manage}) is not allowed by a role on one of its sites.
     *
     * @return the site, so that asking and finding are one step
     * @throws nl.plein.cms.kernel.NotFound {@code unknown-site} if it is not there or the caller may not even read it
     * @throws NotPermitted                 {@code permission-missing}
     */
    public SiteRef require(Permission permission, SiteId id) {
        SiteRef site = current.get(id);
        Predicate<Scope> here = scope -> scope.covers(site);
        if (!allows(Permission.SITE_READ, here)) {
            throw Sites.unknown(id);
        }
        if (permission == Permission.AGENCY_MANAGE && !may(permission, site.agency())) {
            throw missing(permission, "agency \"" + site.agency() + "\"");
        }
        if (!allows(permission, here)) {
            throw missing(permission, "site \"" + id + "\"");
        }
        return site;
    }

    /**
     * @throws nl.plein.cms.kernel.NotFound {@code unknown-agency} if the caller has no role in it
     * @throws NotPermitted                 {@code permission-missing}
     */
    public void require(Permission permission, AgencyId agency) {
        Predicate<Scope> here = scope -> scope.covers(agency);
        if (!allows(Permission.SITE_READ, here)) {
            throw Agencies.unknown(agency);
        }
        if (!allows(permission, here)) {
            throw missing(permission, "agency \"" + agency + "\"");
        }
    }

    /** @throws NotPermitted {@code permission-missing} unless held for the whole platform */
    public void require(Permission permission) {
        if (!allows(permission, Scope.PLATFORM::equals)) {
            throw missing(permission, "the platform");
        }
    }

    /** Whether it is held for the whole platform. */
    public boolean may(Permission permission) {
        return allows(permission, Scope.PLATFORM::equals);
    }

    public boolean mayRead(SiteRef site) {
        return allows(Permission.SITE_READ, scope -> scope.covers(site));
    }

    public boolean may(Permission permission, SiteRef site) {
        return allows(permission, scope -> scope.covers(site));
    }

    public boolean may(Permission permission, AgencyId agency) {
        return allows(permission, scope -> scope.covers(agency));
    }

    /** Whether the caller has one of these roles where the site lies; the installation itself has all. */
    public boolean holds(Set<Role> roles, SiteRef site) {
        Caller caller = calling.current();
        return caller.kind() == Caller.Kind.SYSTEM
                || held(caller).stream().anyMatch(m -> m.scope().covers(site) && roles.contains(m.role()));
    }

    /** Who the caller is on this site: which audiences they belong to. Everybody belongs to {@code everyone}. */
    public Viewer viewerOf(SiteRef site) {
        Caller caller = calling.current();
        if (caller.kind() == Caller.Kind.NOBODY) {
            return Viewer.PUBLIC;
        }
        Set<Audience> audiences = new HashSet<>(Set.of(Audience.EVERYONE));
        List<Membership> held = held(caller);
        boolean everywhere = caller.kind() == Caller.Kind.SYSTEM
                || held.stream().anyMatch(m -> m.scope().equals(Scope.PLATFORM));
        if (everywhere || !held.isEmpty()) {
            audiences.add(Audience.GOVERNMENT);
        }
        if (everywhere || held.stream().anyMatch(m -> m.liesIn(site.agency()))) {
            audiences.add(Audience.AGENCY);
        }
        caller.person()
                .map(person -> heldGroups.of(site.id(), person))
                .ifPresent(groups -> groups.forEach(group -> audiences.add(Audience.group(group))));
        return new Viewer(caller.person(), audiences, allows(Permission.HISTORY_READ, scope -> scope.covers(site)));
    }

    private boolean allows(Permission permission, Predicate<Scope> here) {
        Caller caller = calling.current();
        return caller.kind() == Caller.Kind.SYSTEM
                || held(caller).stream()
                        .anyMatch(m -> here.test(m.scope()) && m.role().allows(permission));
    }

    private List<Membership> held(Caller caller) {
        return caller.person().map(heldRoles::of).orElse(List.of());
    }

    private static NotPermitted missing(Permission permission, String where) {
        return new NotPermitted(
                "permission-missing",
                "This needs the permission " + permission.key() + " for " + where
                        + ": ask an administrator for a role that has it.");
    }
}
