package nl.plein.cms.exchange;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The tables of an installation, in an order in which they can be filled: referenced ones first. */
final class BackupTables {

    static final String HISTORY = "flyway_schema_history";

    private final Connection connection;

    BackupTables(Connection connection) {
        this.connection = connection;
    }

    /** Lower-case names, without the history of migrations. */
    List<String> inOrder() throws SQLException {
        Map<String, String> tables = tables();
        Map<String, Set<String>> needs = new TreeMap<>();
        for (var table : tables.entrySet()) {
            needs.put(table.getKey(), referencedBy(table.getValue()));
        }
        var ordered = new LinkedHashSet<String>();
        needs.keySet().forEach(table -> add(table, needs, ordered));
        return List.copyOf(ordered);
    }

    List<BackupColumn> columns(String table) throws SQLException {
        var columns = new ArrayList<BackupColumn>();
        try (ResultSet found =
                metaData().getColumns(connection.getCatalog(), connection.getSchema(), spelled(table), "%")) {
            while (found.next()) {
                columns.add(BackupColumn.of(found.getString("COLUMN_NAME"), found.getString("TYPE_NAME")));
            }
        }
        return columns;
    }

    /** The migration that the database is at; empty for a database without any. */
    Optional<String> schemaVersion() throws SQLException {
        if (!all().containsKey(HISTORY)) {
            return Optional.empty();
        }
        String query = "select \"version\" from \"" + HISTORY
                + "\" where \"success\" = true and \"version\" is not null order by \"installed_rank\" desc";
        try (var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            return rows.next() ? Optional.of(rows.getString(1)) : Optional.empty();
        }
    }

    private static void add(String table, Map<String, Set<String>> needs, Set<String> ordered) {
        if (ordered.contains(table) || !needs.containsKey(table)) {
            return;
        }
        Set<String> first = new TreeSet<>(needs.get(table));
        needs.put(table, Set.of());
        first.stream().filter(other -> !other.equals(table)).forEach(other -> add(other, needs, ordered));
        ordered.add(table);
    }

    private Set<String> referencedBy(String table) throws SQLException {
        var referenced = new TreeSet<String>();
        try (ResultSet keys = metaData().getImportedKeys(connection.getCatalog(), connection.getSchema(), table)) {
            while (keys.next()) {
                referenced.add(keys.getString("PKTABLE_NAME").toLowerCase(Locale.ROOT));
            }
        }
        return referenced;
    }

    private Map<String, String> tables() throws SQLException {
        Map<String, String> tables = all();
        tables.remove(HISTORY);
        return tables;
    }

    /** Lower-case name to the database's spelling. */
    private Map<String, String> all() throws SQLException {
        var tables = new TreeMap<String, String>();
        try (ResultSet found = metaData()
                .getTables(
                        connection.getCatalog(), connection.getSchema(), "%", new String[] {"TABLE", "BASE TABLE"})) {
            while (found.next()) {
                String name = found.getString("TABLE_NAME");
                tables.put(name.toLowerCase(Locale.ROOT), name);
            }
        }
        return tables;
    }

    private String spelled(String table) throws SQLException {
        return metaData().storesUpperCaseIdentifiers() ? table.toUpperCase(Locale.ROOT) : table;
    }

    private DatabaseMetaData metaData() throws SQLException {
        return connection.getMetaData();
    }
}
