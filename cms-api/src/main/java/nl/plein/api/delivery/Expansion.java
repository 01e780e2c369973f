package nl.plein.api.delivery;

import java.util.Arrays;
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
        Set<List<String>> inside = wanted.stream()
                .filter(path -> path.get(0).equals(field))
                .map(path -> path.subList(1, path.size()))
                .collect(Collectors.toSet());
        if (inside.isEmpty()) {
            return wanted.isEmpty() ? NONE : new Expansion(wanted, false);
        }
        Set<List<String>> further =
                inside.stream().filter(path -> !path.isEmpty()).collect(Collectors.toSet());
        return new Expansion(further, true);
    }

    int depth() {
        return wanted.stream().mapToInt(List::size).max().orElse(0);
    }
}
