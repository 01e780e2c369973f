package nl.plein.cms.kernel;

import java.util.UUID;

/** Names what a visitor added. */
public record ContributionId(UUID value) {

    /** @throws Invalid if the text is no UUID */
    public static ContributionId of(String text) {
        return new ContributionId(Ids.parse(text, "contribution"));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
