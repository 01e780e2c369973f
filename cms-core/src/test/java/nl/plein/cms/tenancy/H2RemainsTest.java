package nl.plein.cms.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.tx.TransactionStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a crash leaves is made here as the crash makes it: a change whose undo record is gone. */
class H2RemainsTest {

    @TempDir
    Path folder;

    private final List<Connection> connections = new ArrayList<>();

    @BeforeEach
    void aTable() throws SQLException {
        sql(open(), "create table story (id int primary key, title varchar(20), place varchar(20))");
        sql(open(), "create index story_place on story (place)");
        sql(open(), "insert into story values (1, 'One', '/one'), (2, 'Two', '/two')");
    }

    @AfterEach
    void close() throws SQLException {
        for (Connection connection : connections) {
            connection.close();
        }
    }

    @Test
    void a_change_without_a_transaction_is_seen_by_whoever_gets_its_number_and_is_taken_back() throws SQLException {
        crashedAfter("update story set title = 'Half', place = '/half' where id = 1");
        assertThat(everyView()).contains("1 Half /half, 2 Two /two");

        assertThat(H2Remains.undo(open())).isPositive();

        assertThat(everyView()).containsOnly("1 One /one, 2 Two /two");
        sql(open(), "update story set title = 'New' where place = '/one'");
        assertThat(everyView()).containsOnly("1 New /one, 2 Two /two");
    }

    @Test
    void an_insertion_without_a_transaction_is_taken_back() throws SQLException {
        crashedAfter("insert into story values (3, 'Three', '/three')");
        assertThat(everyView()).contains("1 One /one, 2 Two /two, 3 Three /three");

        assertThat(H2Remains.undo(open())).isPositive();

        assertThat(everyView()).containsOnly("1 One /one, 2 Two /two");
        sql(open(), "insert into story values (3, 'Third', '/three')");
        assertThat(everyView()).containsOnly("1 One /one, 2 Two /two, 3 Third /three");
    }

    @Test
    void a_deletion_without_a_transaction_is_taken_back() throws SQLException {
        crashedAfter("delete from story where id = 2");
        assertThat(everyView()).contains("1 One /one");

        assertThat(H2Remains.undo(open())).isPositive();

        assertThat(everyView()).containsOnly("1 One /one, 2 Two /two");
    }

    @Test
    void what_an_open_transaction_has_changed_is_left_alone() throws SQLException {
        Connection writer = open();
        writer.setAutoCommit(false);
        sql(writer, "update story set title = 'Mine' where id = 1");

        assertThat(H2Remains.undo(open())).isZero();

        writer.commit();
        assertThat(everyView()).containsOnly("1 Mine /one, 2 Two /two");
    }

    /** Changes something, loses the undo record, and ends. */
    private void crashedAfter(String change) throws SQLException {
        Connection dying = open();
        dying.setAutoCommit(false);
        sql(dying, change);
        var store = ((SessionLocal) dying.unwrap(JdbcConnection.class).getSession())
                .getDatabase()
                .getStore();
        MVStore maps = store.getMvStore();
        maps.getMapNames().stream()
                .filter(name -> name.startsWith(TransactionStore.UNDO_LOG_NAME_PREFIX))
                .forEach(name -> maps.openMap(name).clear());
        dying.rollback();
    }

    /** The table as it looks from transactions of many numbers. */
    private List<String> everyView() throws SQLException {
        var views = new ArrayList<String>();
        var open = new ArrayList<Connection>();
        for (int number = 0; number < 8; number++) {
            Connection reader = open();
            reader.setAutoCommit(false);
            open.add(reader);
            var rows = new ArrayList<String>();
            try (Statement statement = reader.createStatement();
                    var result = statement.executeQuery("select id, title, place from story order by id")) {
                while (result.next()) {
                    rows.add(result.getInt(1) + " " + result.getString(2) + " " + result.getString(3));
                }
            }
            views.add(String.join(", ", rows));
        }
        for (Connection reader : open) {
            reader.rollback();
        }
        return views;
    }

    private Connection open() throws SQLException {
        Connection connection = DriverManager.getConnection("jdbc:h2:file:" + folder.resolve("db"), "sa", "sa");
        connections.add(connection);
        return connection;
    }

    private static void sql(Connection connection, String text) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(text);
        }
    }
}
