package nl.plein.cms.accounts;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How often somebody may try, for each account and for each address that tries. An account counts by what was typed, in its one
 * spelling, whether it is there or not; an address is that of the connection, or what a trusted proxy says.
 */
@ApplicationScoped
class Attempts {

    private static final int TRIES_OF_ACCOUNT = 10;
    private static final int FAILURES_OF_ADDRESS = 30;
    private static final int MAILS_TO_ACCOUNT = 3;
    private static final int MAILS_FROM_ADDRESS = 20;

    @Inject
    Clock clock;

    private @Nullable Window triesOfAccount;
    private @Nullable Window failuresOfAddress;
    private @Nullable Window mailsToAccount;
    private @Nullable Window mailsFromAddress;

    @PostConstruct
    void open() {
        Duration minute = Duration.ofMinutes(1);
        Duration hour = Duration.ofHours(1);
        triesOfAccount = new Window(clock, minute, TRIES_OF_ACCOUNT);
        failuresOfAddress = new Window(clock, minute, FAILURES_OF_ADDRESS);
        mailsToAccount = new Window(clock, hour, MAILS_TO_ACCOUNT);
        mailsFromAddress = new Window(clock, hour, MAILS_FROM_ADDRESS);
    }

    /** Whether a password may be compared now; if so, it counts. */
    boolean mayTry(String account, String address) {
        return !Objects.requireNonNull(failuresOfAddress).isFull(network(address))
                && Objects.requireNonNull(triesOfAccount).count(account);
    }

    void failed(String address) {
        Objects.requireNonNull(failuresOfAddress).count(network(address));
    }

    /** Whether a mail may be asked for now; if so, it counts. */
    boolean mayAskForMail(String account, String address) {
        return Objects.requireNonNull(mailsFromAddress).count(network(address))
                && Objects.requireNonNull(mailsToAccount).count(account);
    }

    /** Of IPv6 the first 64 bits: whoever has one address of them has all. */
    private static String network(String address) {
        String[] parts = address.split(":", -1);
        return parts.length < 3 ? address : String.join(":", java.util.Arrays.copyOf(parts, Math.min(4, parts.length)));
    }
}
