package nl.plein.cms.people;

import static nl.plein.cms.people.Permission.*;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import nl.plein.cms.kernel.Invalid;

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

    /** The name in API and documents. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws Invalid {@code unknown-role} */
    public static Role of(String key) {
        return Arrays.stream(values())
                .filter(role -> role.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new Invalid(
                        "unknown-role",
                        "There is no such role: use reader, contributor, editor, publisher or administrator."));
    }

    /** What the role allows within the scope it is held for. */
    public boolean allows(Permission permission) {
        return permissions.contains(permission);
    }
}
