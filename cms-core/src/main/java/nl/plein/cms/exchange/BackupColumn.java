package nl.plein.cms.exchange;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** A column in a back-up: how its values are written as JSON and read again, the same on every database. */
record BackupColumn(String name, Kind kind) {

    enum Kind {
        UUID(Types.OTHER),
        TEXT(Types.VARCHAR),
        INTEGER(Types.BIGINT),
        DECIMAL(Types.NUMERIC),
        BOOLEAN(Types.BOOLEAN),
        INSTANT(Types.TIMESTAMP_WITH_TIMEZONE),
        BYTES(Types.BINARY);

        private final int sqlType;

        Kind(int sqlType) {
            this.sqlType = sqlType;
        }
    }

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** @param typeName as H2 or PostgreSQL names it */
    static BackupColumn of(String name, String typeName) {
        String type = typeName.toLowerCase(Locale.ROOT);
        Kind kind =
                switch (type) {
                    case "uuid" -> Kind.UUID;
                    case "bigint", "integer", "smallint", "int8", "int4", "int2" -> Kind.INTEGER;
                    case "numeric", "decfloat", "double precision", "float8" -> Kind.DECIMAL;
                    case "boolean", "bool" -> Kind.BOOLEAN;
                    case "timestamp with time zone", "timestamptz" -> Kind.INSTANT;
                    case "bytea", "binary varying", "binary large object", "binary" -> Kind.BYTES;
                    case "character varying", "varchar", "text", "character", "bpchar", "character large object" ->
                        Kind.TEXT;
                    default ->
                        throw new IllegalStateException("a back-up can't hold column " + name + " of type " + typeName);
                };
        return new BackupColumn(name.toLowerCase(Locale.ROOT), kind);
    }

    JsonNode read(ResultSet rows, int index) throws SQLException {
        JsonNode value =
                switch (kind) {
                    case UUID -> text(rows.getObject(index));
                    case TEXT -> text(rows.getString(index));
                    case INTEGER -> NODES.numberNode(rows.getLong(index));
                    case DECIMAL -> text(rows.getBigDecimal(index));
                    case BOOLEAN -> NODES.booleanNode(rows.getBoolean(index));
                    case INSTANT -> instant(rows.getObject(index, OffsetDateTime.class));
                    case BYTES -> bytes(rows.getBytes(index));
                };
        return rows.wasNull() ? NODES.nullNode() : value;
    }

    /** Whether {@link #write} can write it. */
    boolean takes(JsonNode value) {
        try {
            return switch (kind) {
                case UUID ->
                    value.isString() && UUID.fromString(value.stringValue()).version() >= 0;
                case TEXT -> value.isString();
                case INTEGER -> value.isIntegralNumber() && value.canConvertToLong();
                case DECIMAL -> value.isString() && new BigDecimal(value.stringValue()).scale() >= 0;
                case BOOLEAN -> value.isBoolean();
                case INSTANT -> value.isString() && OffsetDateTime.parse(value.stringValue()) != null;
                case BYTES -> value.isString() && Base64.getDecoder().decode(value.stringValue()) != null;
            };
        } catch (IllegalArgumentException | DateTimeException e) {
            return false;
        }
    }

    void write(PreparedStatement insert, int index, JsonNode value) throws SQLException {
        if (value.isNull()) {
            insert.setNull(index, kind == Kind.UUID ? Types.NULL : kind.sqlType);
            return;
        }
        switch (kind) {
            case UUID -> insert.setObject(index, UUID.fromString(value.stringValue()));
            case TEXT -> insert.setString(index, value.stringValue());
            case INTEGER -> insert.setLong(index, value.longValue());
            case DECIMAL -> insert.setBigDecimal(index, new BigDecimal(value.stringValue()));
            case BOOLEAN -> insert.setBoolean(index, value.booleanValue());
            case INSTANT -> insert.setObject(index, OffsetDateTime.parse(value.stringValue()));
            case BYTES -> insert.setBytes(index, Base64.getDecoder().decode(value.stringValue()));
        }
    }

    private static JsonNode text(@Nullable Object value) {
        return value == null ? NODES.nullNode() : NODES.stringNode(value.toString());
    }

    private static JsonNode instant(@Nullable OffsetDateTime value) {
        return value == null
                ? NODES.nullNode()
                : NODES.stringNode(value.withOffsetSameInstant(ZoneOffset.UTC).toString());
    }

    private static JsonNode bytes(byte @Nullable [] value) {
        return value == null
                ? NODES.nullNode()
                : NODES.stringNode(Base64.getEncoder().encodeToString(value));
    }
}
