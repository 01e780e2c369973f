package nl.plein.cms.webhooks;

import java.util.UUID;
import nl.plein.cms.kernel.NotFound;

/** Names a webhook. */
public record WebhookId(UUID value) {

    /** @throws NotFound {@code unknown-webhook} if the text is no UUID */
    public static WebhookId of(String text) {
        try {
            return new WebhookId(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            throw unknown();
        }
    }

    static NotFound unknown() {
        return new NotFound("unknown-webhook", "There is no webhook with this id on this site.");
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
