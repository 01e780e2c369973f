package nl.plein.site.model;

import java.util.List;
import nl.plein.site.kernel.Trouble;

/**
 * Whom a tree is for. Three nested audiences have a tree of the whole site; a group has one of its own prefix, and what is for a group is in no
 * other.
 *
 * @param key as in the delivery API
 */
public record Audience(String key) {
    public static final Audience EVERYONE = new Audience("everyone");
    public static final Audience GOVERNMENT = new Audience("government");
    public static final Audience AGENCY = new Audience("agency");

    private static final List<Audience> NESTED = List.of(EVERYONE, GOVERNMENT, AGENCY);
    private static final String GROUP = "group:";

    public static Audience of(String key) {
        Audience audience = new Audience(key);
        if (!NESTED.contains(audience) && !audience.isGroup()) {
            throw new Trouble("There is no audience '" + key
                    + "' with a tree of its own; there are everyone, government, agency and group:<id>.");
        }
        return audience;
    }

    static Audience ofGroup(String id) {
        return new Audience(GROUP + id);
    }

    public boolean isGroup() {
        return key.startsWith(GROUP);
    }

    /** Of a group. */
    public String groupId() {
        return key.substring(GROUP.length());
    }

    /** 0 for everyone; the higher, the fewer people. A group's is the highest. */
    public int narrowness() {
        return isGroup() ? NESTED.size() : NESTED.indexOf(this);
    }

    /** Whether what is meant for {@code other} may be read in the tree of this audience. Members of a group may come from outside. */
    boolean mayRead(String other) {
        Audience read = new Audience(other);
        return equals(read)
                || EVERYONE.equals(read)
                || !isGroup() && NESTED.contains(read) && read.narrowness() <= narrowness();
    }
}
