package nl.plein.api.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;

/** The database answers. The tables are there too: the server does not start before its migrations are done. */
@ApplicationScoped
public class DatabaseCheck implements Check {

    private static final int SECONDS = 2;

    @Inject
    DataSource database;

    @Override
    public String name() {
        return "database";
    }

    @Override
    public Optional<String> whyNot() {
        try (Connection connection = database.getConnection()) {
            return connection.isValid(SECONDS) ? Optional.empty() : Optional.of("The database does not answer.");
        } catch (SQLException e) {
            return Optional.of("The database can't be reached.");
        }
    }
}
