package nl.plein.cms.kernel;

import java.util.UUID;

/** Names a revision. */
public record RevisionId(UUID value) {

    /** @throws Invalid if the text is no UUID */
    public static RevisionId of(String text) {
        return new RevisionId(Ids.parse(text, "revision"));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
