package nl.plein.cms.kernel;

import com.github.f4b6a3.uuid.UuidCreator;
import com.github.f4b6a3.uuid.util.UuidValidator;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Makes ids. UUID version 7 (RFC 9562), so that rows written together lie together. */
@ApplicationScoped
public class Ids {

    public UUID next() {
        return UuidCreator.getTimeOrderedEpochPlus1();
    }

    static UUID parse(String text, String noun) {
        if (!UuidValidator.isValid(text) || text.length() != 36) {
            throw new Invalid(
                    "invalid-" + noun + "-id",
                    "\"" + Slug.shorten(text) + "\" is no id of this installation: expected a UUID of 36 characters.");
        }
        return UUID.fromString(text);
    }
}
