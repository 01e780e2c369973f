package nl.plein.cms.webhooks;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.UUID;
import nl.plein.cms.kernel.SiteId;
import org.jspecify.annotations.Nullable;

/** One try to tell a webhook something, and what came of it. */
@Entity
@Table(name = "webhook_delivery")
public class WebhookDelivery {

    @Id
    private UUID id;

    @Column(name = "webhook_id")
    private UUID webhook;

    @Column(name = "site_id")
    private String site;

    @Column(name = "event_id")
    private UUID event;

    @Column(name = "version")
    private @Nullable Long number;

    @Column(name = "sent_at")
    private Instant sent;

    private long millis;
    private int attempt;
    private @Nullable Integer status;
    private String failure;

    protected WebhookDelivery() {}

    /** @param attempt 1 for the first @param status none if there was no answer @param failure empty if it was taken */
    WebhookDelivery(
            UUID id, Message message, SiteId site, long millis, int attempt, @Nullable Integer status, String failure) {
        this.id = id;
        this.webhook = message.webhook().value();
        this.site = site.value();
        this.event = message.event();
        this.number = message.isTest() ? null : message.version();
        this.sent = message.at();
        this.millis = millis;
        this.attempt = attempt;
        this.status = status;
        this.failure = failure;
    }

    public UUID id() {
        return id;
    }

    public UUID event() {
        return event;
    }

    /** Empty for a test. */
    public OptionalLong version() {
        return number == null ? OptionalLong.empty() : OptionalLong.of(number);
    }

    public Instant sent() {
        return sent;
    }

    public long millis() {
        return millis;
    }

    public int attempt() {
        return attempt;
    }

    public OptionalInt status() {
        return status == null ? OptionalInt.empty() : OptionalInt.of(status);
    }

    /** Why it was not taken; empty if it was. */
    public Optional<String> failure() {
        return Optional.of(failure).filter(why -> !why.isEmpty());
    }
}
