package nl.plein.site.model;

import org.jspecify.annotations.Nullable;

/** What became of one translation of an entry. @param before null if it is new @param after null if it is gone */
public record EntryChange(@Nullable Entry before, @Nullable Entry after) {

    /** What of it an audience sees; null when it sees nothing. */
    @Nullable
    EntryChange seenBy(Audience audience) {
        Entry old = before != null && audience.mayRead(before.audience()) ? before : null;
        Entry now = after != null && audience.mayRead(after.audience()) ? after : null;
        return old == null && now == null ? null : new EntryChange(old, now);
    }
}
