package nl.plein.cms.people;

import java.util.Arrays;
import java.util.Locale;
import nl.plein.cms.kernel.Invalid;

/** What somebody is in a group. Both see its pages. */
public enum GroupRole {
    MEMBER,
    /** From outside: somebody who is there for this group only. */
    GUEST;

    /** The name in JSON. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws Invalid {@code unknown-role} */
    public static GroupRole of(String key) {
        return Arrays.stream(values())
                .filter(role -> role.key().equals(key))
                .findFirst()
                .orElseThrow(
                        () -> new Invalid("unknown-role", "There is no such role in a group: use member or guest."));
    }
}
