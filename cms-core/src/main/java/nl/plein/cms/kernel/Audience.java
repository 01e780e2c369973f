package nl.plein.cms.kernel;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Who may see a publication. {@code everyone} ⊂ {@code government} ⊂ {@code agency} are nested: whoever is a colleague
 * also belongs to the two wider ones. A {@code group:<id>} stands beside them.
 */
public record Audience(String value) {

    public static final Audience EVERYONE = new Audience("everyone");
    public static final Audience GOVERNMENT = new Audience("government");
    public static final Audience AGENCY = new Audience("agency");

    private static final String GROUP_PREFIX = "group:";
    private static final Pattern GROUP = Pattern.compile("group:[a-z0-9-]{1,56}");

    /** @throws Invalid if the text names no audience */
    public static Audience of(String value) {
        return switch (value) {
            case "everyone" -> EVERYONE;
            case "government" -> GOVERNMENT;
            case "agency" -> AGENCY;
            default -> {
                if (!GROUP.matcher(value).matches()) {
                    throw new Invalid(
                            "unknown-audience",
                            "\"" + Slug.shorten(value)
                                    + "\" is no audience: use everyone, government, agency or group:<id>.");
                }
                yield new Audience(value);
            }
        };
    }

    public static Audience group(String id) {
        return of(GROUP_PREFIX + id);
    }

    public boolean isGroup() {
        return value.startsWith(GROUP_PREFIX);
    }

    /** The id of the group, if it is one. */
    public Optional<String> groupId() {
        return isGroup() ? Optional.of(value.substring(GROUP_PREFIX.length())) : Optional.empty();
    }

    /** 0 for everyone, 1 for government, 2 for agency, 3 for a group: the higher, the fewer people. */
    public int narrowness() {
        return switch (value) {
            case "everyone" -> 0;
            case "government" -> 1;
            case "agency" -> 2;
            default -> 3;
        };
    }

    /** Whether everybody of {@code other} also belongs to this audience. Members of a group may come from outside. */
    public boolean covers(Audience other) {
        return equals(other)
                || equals(EVERYONE)
                || (!isGroup() && !other.isGroup() && narrowness() <= other.narrowness());
    }

    @Override
    public String toString() {
        return value;
    }
}
