package nl.plein.cms.people;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import nl.plein.cms.kernel.Hashes;
import nl.plein.cms.tenancy.Believed;
import org.jspecify.annotations.Nullable;

/** Tells whom a bearer token speaks for. What was known half a second ago is believed, unless this node has changed it. */
@ApplicationScoped
public class CallerOfToken {

    @Inject
    Tokens tokens;

    @Inject
    PeopleChanges changes;

    @Inject
    Clock clock;

    private @Nullable Believed<String, Optional<Tokens.Known>> believed;

    @PostConstruct
    void open() {
        believed = changes.believe(tokens::known);
    }

    /** Empty if the token is unknown, expired, revoked or its person is blocked. */
    public Optional<Caller> perform(String bearer) {
        return Objects.requireNonNull(believed)
                .of(Hashes.sha256(bearer))
                .filter(known -> known.token().isValidAt(clock.instant()))
                .map(Tokens.Known::caller);
    }
}
