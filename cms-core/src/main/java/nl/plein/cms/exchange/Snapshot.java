package nl.plein.cms.exchange;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Reads the database as of one instant, however long that takes. */
final class Snapshot {

    private static final int H2_SNAPSHOT = 6;

    private Snapshot() {}

    /** What is read through a connection that sees no later commit. */
    interface Reading<T> {
        T in(Connection connection) throws SQLException, IOException;
    }

    /** @throws IllegalStateException if the database fails */
    static <T> T of(DataSource database, Reading<T> reading) throws IOException {
        try (Connection connection = database.getConnection()) {
            int isolation = connection.getTransactionIsolation();
            connection.setTransactionIsolation(isH2(connection) ? H2_SNAPSHOT : Connection.TRANSACTION_REPEATABLE_READ);
            connection.setAutoCommit(false);
            try {
                return reading.in(connection);
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
                connection.setTransactionIsolation(isolation);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the database can't be read", e);
        }
    }

    /** H2 lets new rows through its repeatable reads, PostgreSQL does not. */
    static boolean isH2(Connection connection) throws SQLException {
        return connection.getMetaData().getDatabaseProductName().equals("H2");
    }
}
