package nl.plein.cms.webhooks;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import nl.plein.cms.kernel.Invalid;
import nl.plein.cms.publishing.VersionNews;

/** What a version may bring; a webhook says which of it are wanted. */
public enum Happening {
    ENTRY_PUBLISHED,
    ENTRY_CHANGED,
    ENTRY_REMOVED,
    ENTRY_ERASED,
    PART_CHANGED;

    /** The name in API, events and documents. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Happening of(VersionNews.Became became) {
        return switch (became) {
            case PUBLISHED -> ENTRY_PUBLISHED;
            case CHANGED -> ENTRY_CHANGED;
            case REMOVED -> ENTRY_REMOVED;
            case ERASED -> ENTRY_ERASED;
        };
    }

    /** @throws Invalid {@code unknown-event} */
    public static Set<Happening> allOf(Collection<String> keys) {
        var all = EnumSet.noneOf(Happening.class);
        keys.forEach(key -> all.add(of(key)));
        if (all.isEmpty()) {
            throw new Invalid("unknown-event", "Name at least one kind of event, or leave them out for all.");
        }
        return all;
    }

    private static Happening of(String key) {
        return Arrays.stream(values())
                .filter(one -> one.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new Invalid(
                        "unknown-event",
                        "There is no such kind of event: use "
                                + Arrays.stream(values()).map(Happening::key).collect(Collectors.joining(", ")) + "."));
    }
}
