package nl.plein.cms.kernel;

import java.util.UUID;

/** Names a person. */
public record PersonId(UUID value) {

    /** @throws Invalid if the text is no UUID */
    public static PersonId of(String text) {
        return new PersonId(Ids.parse(text, "person"));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
