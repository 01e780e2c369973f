package nl.plein.site.model;

import java.util.Locale;
import java.util.stream.Stream;
import nl.plein.site.kernel.Trouble;

/** The three nested audiences that have a tree of the whole site. Entries of groups are in none of them. */
public enum Audience {
    EVERYONE,
    GOVERNMENT,
    AGENCY;

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Audience of(String key) {
        for (Audience audience : values()) {
            if (audience.key().equals(key)) {
                return audience;
            }
        }
        throw new Trouble("There is no audience '" + key
                + "' with a tree of its own; there are everyone, government and agency.");
    }

    /** Whether what is meant for {@code key} may lie in the tree of this audience. */
    boolean mayRead(String key) {
        return Stream.of(values()).anyMatch(audience -> audience.key().equals(key) && audience.ordinal() <= ordinal());
    }
}
