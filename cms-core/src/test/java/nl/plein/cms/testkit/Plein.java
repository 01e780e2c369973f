package nl.plein.cms.testkit;

import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import jakarta.transaction.Transactional;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.Stream;
import nl.plein.cms.kernel.AgencyId;
import nl.plein.cms.kernel.Settings;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.people.Caller;
import nl.plein.cms.people.Calling;
import nl.plein.cms.tenancy.Agency;
import nl.plein.cms.tenancy.AgencyContext;
import nl.plein.cms.tenancy.FoundAgency;
import nl.plein.cms.tenancy.FoundSite;
import nl.plein.cms.tenancy.SiteRef;

/**
 * A running installation for tests: all rooms of the core on a real database, with real transactions. One for each
 * database and run; tests keep apart by making agencies of their own.
 */
public final class Plein {

    private static final Map<Database, Plein> RUNNING = new EnumMap<>(Database.class);
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final Database database;
    private final SeContainer container;

    private Plein(Database database) {
        this.database = database;
        Installation.opening(database.open("plein" + NUMBER.incrementAndGet() + "x"
                + ProcessHandle.current().pid()));
        this.container = SeContainerInitializer.newInstance().initialize();
    }

    /** The shared installation on this database. */
    public static synchronized Plein on(Database database) {
        return RUNNING.computeIfAbsent(database, Plein::new);
    }

    /** An installation of its own, for tests that need an empty one; close it. */
    public static Plein fresh(Database database) {
        return new Plein(database);
    }

    static Stream<Plein> onBoth() {
        return Database.both().map(Plein::on);
    }

    static Stream<Plein> onUsual() {
        return Database.usual().map(Plein::on);
    }

    public Database database() {
        return database;
    }

    public void close() {
        container.close();
    }

    public <T> T get(Class<T> type) {
        return container.select(type).get();
    }

    public TestClock clock() {
        return get(TestClock.class);
    }

    public Path folder() {
        return get(Settings.class).dataFolder();
    }

    public <T> T inAgency(AgencyId agency, Supplier<T> work) {
        return get(AgencyContext.class).in(agency, () -> get(Calling.class).as(Caller.SYSTEM, work));
    }

    public void inAgency(AgencyId agency, Runnable work) {
        inAgency(agency, () -> {
            work.run();
            return agency;
        });
    }

    /** Runs the work in one transaction. */
    public <T> T transaction(Supplier<T> work) {
        return get(InTransaction.class).perform(work);
    }

    public void transaction(Runnable work) {
        transaction(() -> {
            work.run();
            return true;
        });
    }

    /** Waits for what happens in the background. @throws AssertionError if it does not happen in time */
    public <T> T eventually(Duration atMost, Supplier<Optional<T>> look) {
        long end = System.nanoTime() + atMost.toNanos();
        while (true) {
            Optional<T> found = look.get();
            if (found.isPresent()) {
                return found.get();
            }
            if (System.nanoTime() > end) {
                throw new AssertionError("did not happen within " + atMost);
            }
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }

    /** A fresh agency with an id of its own. */
    public Agency anAgency() {
        int number = NUMBER.incrementAndGet();
        return get(FoundAgency.class).perform(AgencyId.of("agency-" + number), "Agency " + number);
    }

    /** A fresh site, Dutch and English, of a fresh agency. */
    public SiteRef aSite() {
        return aSiteOf(anAgency().id());
    }

    /** A fresh site, Dutch and English, of this agency. */
    public SiteRef aSiteOf(AgencyId agency) {
        int number = NUMBER.incrementAndGet();
        return get(FoundSite.class)
                .perform(
                        agency, SiteId.of("site-" + number), "Site " + number, "Europe/Amsterdam", List.of("nl", "en"));
    }

    @Override
    public String toString() {
        return database.toString();
    }

    /** A transaction around anything. */
    @jakarta.enterprise.context.ApplicationScoped
    public static class InTransaction {

        @Transactional
        public <T> T perform(Supplier<T> work) {
            return work.get();
        }
    }
}
