package nl.plein.cms.tenancy;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** Brings the database to this release before anything else starts. Nodes that start together wait for each other. */
@ApplicationScoped
public class Migrations {

    /** Observers of {@code Startup} with a higher number find the tables in place. */
    public static final int FIRST = 100;

    @Inject
    DataSource database;

    void run(@Observes @Priority(FIRST) Startup event) {
        configured().load().migrate();
    }

    /** Brings an empty database to the tables of an earlier release, to be filled from a back-up that it made. */
    public void upTo(String version) {
        configured().target(version).load().migrate();
    }

    private FluentConfiguration configured() {
        return Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(database)
                .locations("classpath:db/migration/common", "classpath:db/migration/" + product());
    }

    private String product() {
        try (Connection connection = database.getConnection()) {
            String name = connection.getMetaData().getDatabaseProductName();
            return name.toLowerCase(Locale.ROOT).contains("postgres") ? "postgresql" : "h2";
        } catch (SQLException e) {
            throw new IllegalStateException("the database can't be reached: check plein.db.url, user and password", e);
        }
    }
}
