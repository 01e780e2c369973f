package nl.plein.api.wire;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import nl.plein.api.problem.Refused;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A page of a list. */
public record Listing<T>(
        List<T> items,
        Page page,
        @Schema(description = "Of all pages; only where it was asked for.") @Nullable Long total) {

    /** Items on a page, at most. */
    public static final int LARGEST_PAGE = 100;

    /** @param next the cursor of the next page; absent on the last one */
    public record Page(@Nullable String next) {}

    /** A list that is short enough to be answered whole. */
    public static <T> Listing<T> whole(List<T> items) {
        return new Listing<>(items, new Page(null), null);
    }

    /**
     * @param found  the rows of this page and, if there is one, the row after it: ask for {@link #oneMore} rows
     * @param cursor of the page after this row
     */
    public static <R, T> Listing<T> page(List<R> found, int pageSize, Function<R, String> cursor, Function<R, T> view) {
        List<R> rows = found.subList(0, Math.min(found.size(), pageSize));
        String next = rows.size() == found.size() ? null : cursor.apply(rows.get(rows.size() - 1));
        return new Listing<>(rows.stream().map(view).toList(), new Page(next), null);
    }

    /** The id in a cursor; none on the first page. */
    public static Optional<UUID> idIn(@Nullable String cursor) {
        try {
            return Optional.ofNullable(cursor).map(UUID::fromString);
        } catch (IllegalArgumentException e) {
            throw Refused.query("cursor", "bad-cursor", "Give the cursor as \"next\" of the page before has it.");
        }
    }

    /** How many rows tell a page and whether another follows. */
    public static int oneMore(int pageSize) {
        if (pageSize < 1 || pageSize > LARGEST_PAGE) {
            throw Refused.query("pageSize", "page-size", "Ask for 1 to " + LARGEST_PAGE + " items a page.");
        }
        return pageSize + 1;
    }
}
