package nl.plein.cms.webhooks;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Something to be sent to a webhook, once.
 *
 * @param claim   proof that the sender's turn it is
 * @param event   the same for the same news, however often it is sent
 * @param version -1 for a test
 * @param secrets the newest first
 * @param body    a CloudEvent in JSON
 */
record Message(
        WebhookId webhook,
        UUID claim,
        URI url,
        UUID event,
        long version,
        Instant at,
        List<String> secrets,
        String body) {

    static final long TEST = -1;

    boolean isTest() {
        return version == TEST;
    }

    byte[] bytes() {
        return body.getBytes(StandardCharsets.UTF_8);
    }

    /** As the Standard Webhooks scheme names them; the content is a CloudEvent in structured mode. */
    Map<String, String> headers() {
        return Map.of(
                "Content-Type",
                "application/cloudevents+json; charset=utf-8",
                "webhook-id",
                event.toString(),
                "webhook-timestamp",
                Long.toString(at.getEpochSecond()),
                "webhook-signature",
                Signature.of(secrets, event.toString(), at.getEpochSecond(), body));
    }
}
