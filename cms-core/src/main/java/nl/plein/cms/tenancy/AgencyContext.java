package nl.plein.cms.tenancy;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.function.Supplier;
import nl.plein.cms.kernel.AgencyId;
import org.jspecify.annotations.Nullable;

/**
 * Which agency this thread works for. It is derived from the site in the URL or the Host, never from the person, and set
 * before the transaction begins.
 */
@ApplicationScoped
public class AgencyContext {

    private static final ThreadLocal<@Nullable AgencyId> CURRENT = new ThreadLocal<>();

    public <T> T in(AgencyId agency, Supplier<T> work) {
        AgencyId outer = CURRENT.get();
        CURRENT.set(agency);
        try {
            return work.get();
        } finally {
            restore(outer);
        }
    }

    public void in(AgencyId agency, Runnable work) {
        in(agency, () -> {
            work.run();
            return agency;
        });
    }

    /** Enters without leaving, for filters that see a request twice; the returned handle leaves. */
    public Scope enter(AgencyId agency) {
        AgencyId outer = CURRENT.get();
        CURRENT.set(agency);
        return () -> restore(outer);
    }

    /** @throws IllegalStateException if this thread works for no agency: no agency, no data */
    public AgencyId current() {
        return find().orElseThrow(() -> new IllegalStateException("this thread works for no agency"));
    }

    public Optional<AgencyId> find() {
        return Optional.ofNullable(CURRENT.get());
    }

    private static void restore(@Nullable AgencyId outer) {
        if (outer == null) {
            CURRENT.remove();
        } else {
            CURRENT.set(outer);
        }
    }

    /** Leaves the agency again. */
    public interface Scope extends AutoCloseable {
        @Override
        void close();
    }
}
