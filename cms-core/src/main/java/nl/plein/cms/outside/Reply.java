package nl.plein.cms.outside;

import java.time.Duration;
import java.util.Optional;

/** What came of a request to a host outside. */
public sealed interface Reply {

    /**
     * It answered; what it said is not read.
     *
     * @param retryAfter how long it asks to be left alone
     * @param leadsTo    where it says that one should look instead, as it says it; perhaps relative, perhaps nonsense
     */
    record Answered(int status, Optional<Duration> retryAfter, Optional<String> leadsTo) implements Reply {}

    /** It did not answer. */
    record Unreached(Reason reason) implements Reply {}

    /** Why there is no answer. */
    enum Reason {
        /** The host's name leads to an address that is not public. */
        ADDRESS_REFUSED("address-refused"),
        UNKNOWN_HOST("unknown-host"),
        NO_CONNECTION("no-connection"),
        /** No certificate that the host may have. */
        NOT_TRUSTED("not-trusted"),
        TIMED_OUT("timed-out"),
        /** What came is no HTTP, or it broke off. */
        BROKEN("broken-answer");

        private final String key;

        Reason(String key) {
            this.key = key;
        }

        /** The name in API and documents. */
        public String key() {
            return key;
        }
    }
}
