package nl.plein.cms.people;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;
import nl.plein.cms.tenancy.AgencyContext;
import org.jspecify.annotations.Nullable;

/** Who the current thread acts for. */
@ApplicationScoped
public class Calling {

    private static final ThreadLocal<@Nullable Caller> CURRENT = new ThreadLocal<>();

    /** Nobody, until somebody is named. */
    public Caller current() {
        Caller caller = CURRENT.get();
        return caller == null ? Caller.NOBODY : caller;
    }

    public <T> T as(Caller caller, Supplier<T> work) {
        try (AgencyContext.Scope scope = enter(caller)) {
            return work.get();
        }
    }

    public void as(Caller caller, Runnable work) {
        try (AgencyContext.Scope scope = enter(caller)) {
            work.run();
        }
    }

    /** Enters without leaving, for filters that see a request twice; the returned handle leaves. */
    public AgencyContext.Scope enter(Caller caller) {
        Caller outer = CURRENT.get();
        CURRENT.set(caller);
        return () -> {
            if (outer == null) {
                CURRENT.remove();
            } else {
                CURRENT.set(outer);
            }
        };
    }
}
