package nl.plein.cms.people;

import static nl.plein.cms.people.Permission.*;

import java.util.EnumSet;
import java.util.Set;

/** A named set of permissions, held for a site, an agency or the platform. */
public enum Role {
    READER(SITE_READ),
    CONTRIBUTOR(SITE_READ, CONTENT_WRITE),
    EDITOR(SITE_READ, CONTENT_WRITE, HISTORY_READ),
    PUBLISHER(SITE_READ, CONTENT_WRITE, HISTORY_READ, CONTENT_PUBLISH),
    ADMINISTRATOR(
            SITE_READ,
            CONTENT_WRITE,
            HISTORY_READ,
            CONTENT_PUBLISH,
            SITE_MANAGE,
            MODEL_MANAGE,
            THEME_MANAGE,
            TOKEN_MANAGE,
            AGENCY_MANAGE,
            PLATFORM_MANAGE);

    private final Set<Permission> permissions;

    Role(Permission first, Permission... others) {
        this.permissions = EnumSet.of(first, others);
    }

    /** What the role allows within the scope it is held for. */
    public boolean allows(Permission permission) {
        return permissions.contains(permission);
    }
}
