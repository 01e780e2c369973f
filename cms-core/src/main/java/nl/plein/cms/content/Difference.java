package nl.plein.cms.content;

import java.util.ArrayList;
import java.util.List;

/**
 * A part of a list that another list has otherwise.
 *
 * @param from first index of what is replaced
 * @param to   index after it; equal to {@code from} where something was put in
 * @param by   what stands there instead; empty where something was taken out
 */
record Difference<T>(int from, int to, List<T> by) {

    /** Cells of the table of longest common subsequences at most; longer lists are one difference, which merges less. */
    private static final long LARGEST_TABLE = 4_000_000;

    Difference {
        by = List.copyOf(by);
    }

    /** By a longest common subsequence; in order, and never adjoining: between two of them something stayed. */
    static <T> List<Difference<T>> between(List<T> before, List<T> after) {
        int start = 0;
        while (start < before.size()
                && start < after.size()
                && before.get(start).equals(after.get(start))) {
            start++;
        }
        int endBefore = before.size();
        int endAfter = after.size();
        while (endBefore > start
                && endAfter > start
                && before.get(endBefore - 1).equals(after.get(endAfter - 1))) {
            endBefore--;
            endAfter--;
        }
        if (start == endBefore && start == endAfter) {
            return List.of();
        }
        List<T> old = before.subList(start, endBefore);
        List<T> now = after.subList(start, endAfter);
        return (long) old.size() * now.size() > LARGEST_TABLE
                ? List.of(new Difference<>(start, endBefore, now))
                : walk(start, old, now, lengths(old, now));
    }

    /** @return how long the longest common subsequence of the rests is that begin at each pair of indexes */
    private static <T> int[][] lengths(List<T> old, List<T> now) {
        int[][] lengths = new int[old.size() + 1][now.size() + 1];
        for (int i = old.size() - 1; i >= 0; i--) {
            for (int j = now.size() - 1; j >= 0; j--) {
                lengths[i][j] = old.get(i).equals(now.get(j))
                        ? lengths[i + 1][j + 1] + 1
                        : Math.max(lengths[i + 1][j], lengths[i][j + 1]);
            }
        }
        return lengths;
    }

    private static <T> List<Difference<T>> walk(int start, List<T> old, List<T> now, int[][] lengths) {
        List<Difference<T>> differences = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < old.size() || j < now.size()) {
            int from = i;
            int put = j;
            while (i < old.size() && j < now.size() && old.get(i).equals(now.get(j))) {
                i++;
                j++;
            }
            if (i > from) {
                continue;
            }
            while (i < old.size() || j < now.size()) {
                if (i < old.size() && j < now.size() && old.get(i).equals(now.get(j))) {
                    break;
                }
                if (j == now.size() || i < old.size() && lengths[i + 1][j] >= lengths[i][j + 1]) {
                    i++;
                } else {
                    j++;
                }
            }
            differences.add(new Difference<>(start + from, start + i, now.subList(put, j)));
        }
        return differences;
    }

    /** Whether two writers met here. One who puts something in beside what the other changes does not meet them. */
    boolean meets(int otherFrom, int otherTo) {
        if (from == to && otherFrom == otherTo) {
            return from == otherFrom;
        }
        return from < otherTo && otherFrom < to;
    }
}
