package nl.plein.cms.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Merges two lists that came from one, whose members have no names: elements of rich text, items, rows, repeated groups. */
final class ListMerge<T> {

    /** What is to be done with members that both writers changed. */
    interface Meeting<T> {

        /** A member that both changed. Empty, after noting the clash, if they can't be merged. */
        Optional<T> member(int index, T base, T mine, T theirs);

        /** Members that were put in, taken out and changed at one place, so that nobody can tell which belongs to which. */
        void clash(int index, List<T> base, List<T> mine, List<T> theirs);
    }

    private final List<T> base;
    private final Meeting<T> meeting;
    private final List<T> merged = new ArrayList<>();

    private ListMerge(List<T> base, Meeting<T> meeting) {
        this.base = base;
        this.meeting = meeting;
    }

    /** @return a list that is meaningless if the meeting noted a clash */
    static <T> List<T> merge(List<T> base, List<T> mine, List<T> theirs, Meeting<T> meeting) {
        ListMerge<T> merge = new ListMerge<>(base, meeting);
        merge.run(Difference.between(base, mine), Difference.between(base, theirs));
        return merge.merged;
    }

    private void run(List<Difference<T>> mine, List<Difference<T>> theirs) {
        int at = 0;
        int nextMine = 0;
        int nextTheirs = 0;
        while (nextMine < mine.size() || nextTheirs < theirs.size()) {
            boolean mineFirst = nextTheirs == theirs.size()
                    || nextMine < mine.size() && isBefore(mine.get(nextMine), theirs.get(nextTheirs));
            Difference<T> first = mineFirst ? mine.get(nextMine) : theirs.get(nextTheirs);
            int from = first.from();
            int to = first.to();
            int endMine = nextMine + (mineFirst ? 1 : 0);
            int endTheirs = nextTheirs + (mineFirst ? 0 : 1);
            boolean grew = true;
            while (grew) {
                grew = false;
                if (endMine < mine.size() && mine.get(endMine).meets(from, to)) {
                    to = Math.max(to, mine.get(endMine++).to());
                    grew = true;
                }
                if (endTheirs < theirs.size() && theirs.get(endTheirs).meets(from, to)) {
                    to = Math.max(to, theirs.get(endTheirs++).to());
                    grew = true;
                }
            }
            merged.addAll(base.subList(at, from));
            List<Difference<T>> myPart = mine.subList(nextMine, endMine);
            List<Difference<T>> theirPart = theirs.subList(nextTheirs, endTheirs);
            if (theirPart.isEmpty()) {
                merged.addAll(changed(myPart, from, to));
            } else if (myPart.isEmpty()) {
                merged.addAll(changed(theirPart, from, to));
            } else {
                settle(from, base.subList(from, to), changed(myPart, from, to), changed(theirPart, from, to));
            }
            at = to;
            nextMine = endMine;
            nextTheirs = endTheirs;
        }
        merged.addAll(base.subList(at, base.size()));
    }

    /** What was put in before a member comes before what the member became. */
    private boolean isBefore(Difference<T> one, Difference<T> other) {
        return one.from() != other.from() ? one.from() < other.from() : one.to() <= other.to();
    }

    private List<T> changed(List<Difference<T>> differences, int from, int to) {
        List<T> changed = new ArrayList<>();
        int at = from;
        for (Difference<T> difference : differences) {
            changed.addAll(base.subList(at, difference.from()));
            changed.addAll(difference.by());
            at = difference.to();
        }
        changed.addAll(base.subList(at, to));
        return changed;
    }

    private void settle(int from, List<T> old, List<T> mine, List<T> theirs) {
        if (mine.equals(theirs)) {
            merged.addAll(mine);
        } else if (old.isEmpty() || old.size() != mine.size() || old.size() != theirs.size()) {
            meeting.clash(from, old, mine, theirs);
        } else {
            for (int i = 0; i < old.size(); i++) {
                one(from + i, old.get(i), mine.get(i), theirs.get(i));
            }
        }
    }

    private void one(int index, T old, T mine, T theirs) {
        if (mine.equals(theirs) || theirs.equals(old)) {
            merged.add(mine);
        } else if (mine.equals(old)) {
            merged.add(theirs);
        } else {
            meeting.member(index, old, mine, theirs).ifPresent(merged::add);
        }
    }
}
