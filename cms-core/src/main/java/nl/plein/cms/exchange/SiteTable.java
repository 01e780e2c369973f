package nl.plein.cms.exchange;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import nl.plein.cms.kernel.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The rows of one table that an archive of a site holds, and what they are called in it.
 *
 * @param member  file in the archive, one line of JSON for each row
 * @param mine    condition on {@code t}, the table: which rows belong to the site {@code :site}
 * @param order   columns that give the same order on every database
 * @param columns what is kept of a row
 * @param filled  columns that are not in the archive, with what an import writes into them
 * @param left    columns that are not in the archive and that an import leaves empty, with the reason
 */
record SiteTable(
        String member,
        String table,
        String mine,
        List<String> order,
        List<Kept> columns,
        Map<String, Filled> filled,
        Map<String, String> left) {

    /** A text is ordered by its bytes, whatever language the database was set up for. */
    private static final String BY_BYTES = "!";

    private static final String SITE = ":site";
    private static final int PAGE = 100;

    SiteTable {
        order = List.copyOf(order);
        columns = List.copyOf(columns);
        filled = Collections.unmodifiableMap(new TreeMap<>(filled));
        left = Map.copyOf(left);
    }

    /** @param member what the archive calls the column */
    record Kept(BackupColumn column, String member, boolean nullable) {

        boolean takes(@Nullable JsonNode value) {
            return value != null && (value.isNull() ? nullable : column.takes(value));
        }
    }

    /** What an import knows by itself. */
    enum Filled {
        AGENCY,
        SITE,
        ZERO,
        ONE,
        /** The version of the model here: an archive comes with the types that are here. */
        MODEL
    }

    static SiteTable of(String member, String table, String mine) {
        return new SiteTable(member, table, mine, List.of(), List.of(), Map.of("agency_id", Filled.AGENCY), Map.of());
    }

    /** Rows that name their site. */
    static SiteTable ofSite(String member, String table) {
        return of(member, table, "t.site_id = :site").filled("site_id", Filled.SITE);
    }

    /** @param columns those of text end in {@code !} */
    SiteTable orderedBy(String... columns) {
        return new SiteTable(member, table, mine, List.of(columns), this.columns, filled, left);
    }

    SiteTable ids(String... names) {
        return with(BackupColumn.Kind.UUID, names);
    }

    SiteTable texts(String... names) {
        return with(BackupColumn.Kind.TEXT, names);
    }

    SiteTable numbers(String... names) {
        return with(BackupColumn.Kind.INTEGER, names);
    }

    SiteTable instants(String... names) {
        return with(BackupColumn.Kind.INSTANT, names);
    }

    SiteTable filled(String column, Filled with) {
        Map<String, Filled> more = new TreeMap<>(filled);
        more.put(column, with);
        return new SiteTable(member, table, mine, order, columns, more, left);
    }

    SiteTable without(String column, String because) {
        Map<String, String> more = new TreeMap<>(left);
        more.put(column, because);
        return new SiteTable(member, table, mine, order, columns, filled, more);
    }

    /** The agency is not written: the table is of the platform, or another room writes its rows. */
    SiteTable ofPlatform() {
        return new SiteTable(member, table, mine, order, columns, Map.of(), left);
    }

    /** @param names {@code column=member}, or only the column where both are called the same; {@code ?}: may be null */
    private SiteTable with(BackupColumn.Kind kind, String... names) {
        List<Kept> more = new ArrayList<>(columns);
        for (String name : names) {
            String[] both = name.replace("?", "").split("=");
            more.add(new Kept(new BackupColumn(both[0], kind), both[both.length - 1], name.endsWith("?")));
        }
        return new SiteTable(member, table, mine, order, more, filled, left);
    }

    /** What is done with a row. */
    interface Line {
        void accept(ObjectNode row) throws SQLException, IOException;
    }

    /**
     * Reads the site's rows, a few at a time: H2 keeps a whole result in memory, so long rows are asked for in pages. All are
     * of one instant if the connection reads a snapshot.
     */
    void each(Connection connection, String site, Line line) throws SQLException, IOException {
        if (order.size() > 1 || columns.get(0).column().kind() != BackupColumn.Kind.UUID) {
            page(connection, site, "", Optional.empty(), line);
            return;
        }
        String id = order.get(0);
        String limit = " fetch first " + PAGE + " rows only";
        Optional<UUID> last = page(connection, site, limit, Optional.empty(), line);
        while (last.isPresent()) {
            last = page(connection, site, limit, Optional.of(new After(id, last.get())), line);
        }
    }

    /** What comes after a row. */
    private record After(String column, UUID id) {}

    /** @return the id of the last row, which is that of its first column; empty if there was none */
    private Optional<UUID> page(Connection connection, String site, String limit, Optional<After> after, Line line)
            throws SQLException, IOException {
        String where =
                mine + after.map(last -> " and t." + last.column() + " > ?").orElse("");
        Optional<UUID> last = Optional.empty();
        try (PreparedStatement query = prepared(connection, select(connection, where) + limit, site)) {
            query.setFetchSize(PAGE);
            if (after.isPresent()) {
                query.setObject(places(where), after.get().id());
            }
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    ObjectNode row = row(rows);
                    last = Optional.of(row.path(columns.get(0).member()).asString())
                            .filter(text -> !limit.isEmpty())
                            .map(UUID::fromString);
                    line.accept(row);
                }
            }
        }
        return last;
    }

    long count(Connection connection, String site) throws SQLException {
        try (PreparedStatement query =
                        prepared(connection, "select count(*) from " + table + " t where " + mine, site);
                ResultSet rows = query.executeQuery()) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /** Sets {@code :site} wherever it stands. */
    private static PreparedStatement prepared(Connection connection, String sql, String site) throws SQLException {
        PreparedStatement query = connection.prepareStatement(sql.replace(SITE, "?"));
        int times = sql.split(SITE, -1).length - 1;
        for (int i = 1; i <= times; i++) {
            query.setString(i, site);
        }
        return query;
    }

    /** How many values it takes. */
    private static int places(String sql) {
        return sql.replace(SITE, "?").split("\\?", -1).length - 1;
    }

    private String select(Connection connection, String where) throws SQLException {
        String bytes = Snapshot.isH2(connection) ? "" : " collate \"C\"";
        List<String> names =
                columns.stream().map(kept -> "t." + kept.column().name()).toList();
        List<String> by = order.stream()
                .map(column -> "t." + column.replace(BY_BYTES, bytes))
                .toList();
        return "select " + String.join(", ", names) + " from " + table + " t where " + where + " order by "
                + String.join(", ", by);
    }

    private ObjectNode row(ResultSet rows) throws SQLException {
        ObjectNode row = Json.mapper().createObjectNode();
        for (int i = 0; i < columns.size(); i++) {
            Kept kept = columns.get(i);
            row.set(kept.member(), kept.column().read(rows, i + 1));
        }
        return row;
    }

    String insert() {
        List<String> names = new ArrayList<>(
                columns.stream().map(kept -> kept.column().name()).toList());
        names.addAll(filled.keySet());
        return "insert into " + table + " (" + String.join(", ", names) + ") values ("
                + String.join(", ", Collections.nCopies(names.size(), "?")) + ")";
    }

    /** Whether it has the members that a row has, each with a value of its column. */
    boolean takes(JsonNode row) {
        return row.isObject()
                && row.size() == columns.size()
                && columns.stream().allMatch(kept -> kept.takes(row.get(kept.member())));
    }

    /** @param model the version of the agency's model */
    void bind(PreparedStatement insert, JsonNode row, String agency, String site, long model) throws SQLException {
        int index = 1;
        for (Kept kept : columns) {
            kept.column().write(insert, index++, row.path(kept.member()));
        }
        for (Filled with : filled.values()) {
            switch (with) {
                case AGENCY -> insert.setString(index++, agency);
                case SITE -> insert.setString(index++, site);
                case ZERO -> insert.setLong(index++, 0);
                case ONE -> insert.setLong(index++, 1);
                case MODEL -> insert.setLong(index++, model);
            }
        }
    }
}
