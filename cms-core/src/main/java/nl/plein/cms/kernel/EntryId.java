package nl.plein.cms.kernel;

import java.util.UUID;

/** Names an entry. */
public record EntryId(UUID value) {

    /** @throws Invalid if the text is no UUID */
    public static EntryId of(String text) {
        return new EntryId(Ids.parse(text, "entry"));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
