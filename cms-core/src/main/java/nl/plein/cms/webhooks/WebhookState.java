package nl.plein.cms.webhooks;

import java.util.Arrays;
import java.util.Locale;
import nl.plein.cms.kernel.Invalid;

/** Whether a webhook is sent. */
public enum WebhookState {
    ACTIVE,
    /** Somebody stopped it. */
    PAUSED,
    /** It failed for so long that it is sent no more, until somebody says so. */
    PARKED;

    /** The name in API and documents. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws Invalid {@code unknown-state} */
    public static WebhookState wanted(String key) {
        return Arrays.stream(values())
                .filter(state -> state != PARKED && state.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new Invalid("unknown-state", "A webhook can be made active or paused."));
    }
}
