package nl.plein.cms.testkit;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import io.agroal.narayana.NarayanaTransactionIntegration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import javax.sql.DataSource;
import nl.plein.cms.kernel.Background;
import nl.plein.cms.kernel.Settings;
import nl.plein.cms.tenancy.AgencyData;
import nl.plein.cms.tenancy.PlatformData;

/** What the application server gives the core: data source, entity managers, transactions, threads, settings, time. */
@ApplicationScoped
public class Installation {

    private static final ThreadLocal<Database.Connection> OPENING = new ThreadLocal<>();

    private final TestClock clock = new TestClock();
    private final AgroalDataSource database = connect(OPENING.get());
    private final Path folder = temporaryFolder();

    static void opening(Database.Connection connection) {
        OPENING.set(connection);
    }

    @Produces
    @Singleton
    DataSource database() {
        return database;
    }

    @Produces
    @Singleton
    @AgencyData
    EntityManagerFactory agencyData() {
        return open("agency");
    }

    @Produces
    @Singleton
    @PlatformData
    EntityManagerFactory platformData() {
        return open("platform");
    }

    @Produces
    @Singleton
    TestClock testClock() {
        return clock;
    }

    @Produces
    @Singleton
    @Background
    ThreadFactory threads() {
        var threads = Executors.defaultThreadFactory();
        return work -> {
            Thread thread = threads.newThread(work);
            thread.setDaemon(true);
            return thread;
        };
    }

    @Produces
    @Singleton
    Settings settings() {
        return new Settings() {
            @Override
            public Optional<String> get(String name) {
                return switch (name) {
                    case "plein.data" -> Optional.of(folder.toString());
                    case "plein.upkeep" -> Optional.of("off"); // tests turn the clock, and then the days, themselves
                    default -> Optional.ofNullable(System.getProperty(name));
                };
            }
        };
    }

    private EntityManagerFactory open(String unit) {
        return Persistence.createEntityManagerFactory(
                unit,
                Map.of(
                        "jakarta.persistence.jtaDataSource",
                        database,
                        "eclipselink.target-server",
                        StandalonePlatform.class.getName(),
                        "eclipselink.session-name",
                        unit + "-" + System.identityHashCode(this)));
    }

    private static AgroalDataSource connect(Database.Connection to) {
        var environment = com.arjuna.ats.jta.common.jtaPropertyManager.getJTAEnvironmentBean();
        var configuration = new AgroalDataSourceConfigurationSupplier()
                .connectionPoolConfiguration(pool -> pool.maxSize(40)
                        .acquisitionTimeout(Duration.ofSeconds(20))
                        .transactionIntegration(new NarayanaTransactionIntegration(
                                com.arjuna.ats.jta.TransactionManager.transactionManager(),
                                environment.getTransactionSynchronizationRegistry()))
                        .connectionFactoryConfiguration(factory -> factory.jdbcUrl(to.url())
                                .principal(new NamePrincipal(to.user()))
                                .credential(new SimplePassword(to.password()))));
        try {
            return AgroalDataSource.from(configuration);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("plein-test");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
