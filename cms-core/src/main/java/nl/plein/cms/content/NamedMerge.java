package nl.plein.cms.content;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Merges two lists that came from one, whose members have names: blocks by their ids, references by what they point at. A
 * member that moved is still itself, and two that were put in at one place stand there both, theirs first.
 */
final class NamedMerge<T> {

    /** What is to be done with what both writers changed. */
    interface Meeting<T> {

        /** A member that both changed, or that both put in. Empty, after noting the clash, if they can't be merged. */
        Optional<T> member(String name, @Nullable T base, T mine, T theirs);

        /** One changed it, the other took it out. */
        void taken(String name, T base, @Nullable T mine, @Nullable T theirs);

        /** Both put what stayed into another order. */
        void orders();
    }

    private final Map<String, T> base;
    private final Map<String, T> mine;
    private final Map<String, T> theirs;
    private final Meeting<T> meeting;

    private NamedMerge(Map<String, T> base, Map<String, T> mine, Map<String, T> theirs, Meeting<T> meeting) {
        this.base = base;
        this.mine = mine;
        this.theirs = theirs;
        this.meeting = meeting;
    }

    /**
     * @return members in their order, meaningless if the meeting noted a clash; empty if names are missing or there twice
     */
    static <T> Optional<List<T>> merge(
            List<T> base, List<T> mine, List<T> theirs, Function<T, String> name, Meeting<T> meeting) {
        Map<String, T> bases = named(base, name);
        Map<String, T> mines = named(mine, name);
        Map<String, T> others = named(theirs, name);
        if (bases.size() != base.size() || mines.size() != mine.size() || others.size() != theirs.size()) {
            return Optional.empty();
        }
        return Optional.of(new NamedMerge<>(bases, mines, others, meeting).run());
    }

    private static <T> Map<String, T> named(List<T> members, Function<T, String> name) {
        Map<String, T> named = new LinkedHashMap<>();
        members.forEach(member -> named.put(name.apply(member), member));
        named.remove("");
        return named;
    }

    private List<T> run() {
        Map<String, T> kept = new LinkedHashMap<>();
        Set<String> names = new HashSet<>(base.keySet());
        names.addAll(mine.keySet());
        names.addAll(theirs.keySet());
        names.forEach(name -> member(name).ifPresent(member -> kept.put(name, member)));
        List<T> merged = new ArrayList<>();
        for (String name : order(kept.keySet())) {
            T member = kept.get(name);
            if (member != null) {
                merged.add(member);
            }
        }
        return merged;
    }

    private Optional<T> member(String name) {
        T old = base.get(name);
        T my = mine.get(name);
        T their = theirs.get(name);
        if (my != null && their != null) {
            return both(name, old, my, their);
        }
        if (old == null) {
            return Optional.ofNullable(my == null ? their : my);
        }
        T left = my == null ? their : my;
        if (left != null && !left.equals(old)) {
            meeting.taken(name, old, my, their);
        }
        return Optional.empty();
    }

    private Optional<T> both(String name, @Nullable T old, T my, T their) {
        if (my.equals(their) || their.equals(old)) {
            return Optional.of(my);
        }
        return my.equals(old) ? Optional.of(their) : meeting.member(name, old, my, their);
    }

    private List<String> order(Set<String> kept) {
        List<String> ours = stayed(mine, kept);
        List<String> others = stayed(theirs, kept);
        List<String> before = base.keySet().stream()
                .filter(name -> kept.contains(name) && mine.containsKey(name) && theirs.containsKey(name))
                .toList();
        List<String> order = new ArrayList<>(others);
        if (others.equals(before)) {
            order = new ArrayList<>(ours);
        } else if (!ours.equals(before) && !ours.equals(others)) {
            meeting.orders();
        }
        putIn(order, theirs, kept);
        putIn(order, mine, kept);
        return order;
    }

    private List<String> stayed(Map<String, T> side, Set<String> kept) {
        return side.keySet().stream()
                .filter(name -> kept.contains(name)
                        && base.containsKey(name)
                        && mine.containsKey(name)
                        && theirs.containsKey(name))
                .toList();
    }

    /** What one writer put in goes behind what stood before it there, and behind what the other put in at that place. */
    private void putIn(List<String> order, Map<String, T> side, Set<String> kept) {
        int at = 0;
        Set<String> there = new HashSet<>(order);
        for (String name : side.keySet()) {
            if (there.contains(name)) {
                at = order.indexOf(name) + 1;
            } else if (kept.contains(name)) {
                while (at < order.size() && !base.containsKey(order.get(at)) && !side.containsKey(order.get(at))) {
                    at++;
                }
                order.add(at++, name);
            }
        }
    }
}
