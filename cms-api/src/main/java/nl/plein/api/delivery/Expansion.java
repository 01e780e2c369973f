package nl.plein.api.delivery;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import nl.plein.api.problem.Refused;
import org.jspecify.annotations.Nullable;

/**
 * Which references are wanted with the fields of what they point to: {@code author,image} or, a step further,
 * {@code author.organisation}. At most three steps, because each costs a query.
 */
record Expansion(Set<List<String>> wanted, boolean isWanted) {

    private static final int DEEPEST = 3;
    private static final int MOST = 10;
    static final Expansion NONE = new Expansion(Set.of(), false);

    /** @throws Refused 400 for more than ten, or for more than three steps */
    static Expansion of(@Nullable String expand) {
        if (expand == null || expand.isBlank()) {
            return NONE;
        }
        Set<List<String>> paths = Arrays.stream(expand.split(","))
                .map(path -> List.of(path.strip().split("\\.")))
                .collect(Collectors.toSet());
        if (paths.size() > MOST || paths.stream().anyMatch(path -> path.size() > DEEPEST)) {
            throw Refused.query(
                    "expand",
                    "expansion-too-large",
                    "Expand at most " + MOST + " fields, each over at most " + DEEPEST + " references.");
        }
        return new Expansion(paths, false);
    }

    /** What is wanted inside this field. A field in between, such as blocks, is looked through. */
    Expansion into(String field) {
        Set<List<String>> further = new HashSet<>();
        boolean isNamed = false;
        for (List<String> path : wanted) {
            if (path.get(0).equals(field)) {
                isNamed = true;
                if (path.size() > 1) {
                    further.add(path.subList(1, path.size()));
                }
            }
        }
        if (isNamed) {
            return new Expansion(further, true);
        }
        return isWanted ? new Expansion(wanted, false) : this;
    }

    int depth() {
        return wanted.stream().mapToInt(List::size).max().orElse(0);
    }
}
