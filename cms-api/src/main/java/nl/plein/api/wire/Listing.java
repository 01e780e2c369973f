package nl.plein.api.wire;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of a list. */
public record Listing<T>(List<T> items, Page page, @Nullable Long total) {

    /** @param next the cursor of the next page; absent on the last one */
    public record Page(@Nullable String next) {}

    /** A list that is short enough to be answered whole. */
    public static <T> Listing<T> whole(List<T> items) {
        return new Listing<>(items, new Page(null), null);
    }
}
