package nl.plein.cms.exchange;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import nl.plein.cms.content.SoundPayloads;
import nl.plein.cms.kernel.Audience;
import nl.plein.cms.kernel.Hashes;
import nl.plein.cms.kernel.Invalid;
import nl.plein.cms.kernel.Json;
import nl.plein.cms.media.AssetWords;
import nl.plein.cms.media.FileType;
import nl.plein.cms.publishing.SoundParts;
import nl.plein.cms.tenancy.SiteRef;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Judges rows before they are written, since an archive may be made by anybody: rich text gets its normal form, files are
 * what their bytes are, and what a page or a header is made of is as it would be if it had come through the doors.
 */
final class SoundRows {

    private static final Pattern FILE = Pattern.compile("[a-z0-9-]{1,180}\\.[a-z0-9]{1,10}");
    private static final Pattern CLIMBING = Pattern.compile("(^|/)\\.\\.?(/|$)");

    private final Connection connection;
    private final SiteArchive archive;
    private final SiteRef site;
    private final SoundPayloads payloads;
    private long mended;

    SoundRows(Connection connection, SiteArchive archive, SiteRef site, SoundPayloads payloads) {
        this.connection = connection;
        this.archive = archive;
        this.site = site;
        this.payloads = payloads;
    }

    /** How many texts were not in normal form. */
    long mended() {
        return mended;
    }

    /**
     * Mends rows that are about to be written; what they hang on is there.
     *
     * @throws Invalid {@code archive-damaged}
     */
    void judge(SiteTable table, List<ObjectNode> rows) throws SQLException, IOException {
        if (table == SiteTables.ASSETS) {
            for (ObjectNode row : rows) {
                asset(row);
            }
        } else if (table == SiteTables.ENTRIES) {
            rows.forEach(row -> audience(table, row));
        } else if (table == SiteTables.TRANSLATIONS) {
            rows.forEach(row -> paths(table, row, "path", "explicitPath"));
        } else if (table == SiteTables.PUBLICATIONS) {
            rows.forEach(row -> audience(table, row));
            rows.forEach(row -> paths(table, row, "path"));
        } else if (table == SiteTables.PARTS) {
            rows.forEach(row -> audience(table, row));
            rows.forEach(this::part);
        } else if (table == SiteTables.REVISIONS) {
            revisions(rows);
        } else if (table == SiteTables.CONTENTS) {
            contents(rows);
        }
    }

    private void asset(ObjectNode row) throws IOException {
        String sha256 = row.path("sha256").stringValue();
        if (!FILE.matcher(row.path("file").stringValue()).matches()) {
            throw SiteArchive.damaged(SiteTables.ASSETS.member(), "a file has a name that no file here has");
        }
        long size = archive.lengthOf(sha256)
                .orElseThrow(() -> SiteArchive.damaged(SiteTables.ASSETS.member(), "a file that it names is missing"));
        FileType type = FileType.of(archive.headOf(sha256));
        row.put("size", size).put("mediaType", type.mediaType());
        row.put("width", type.width()).put("height", type.height());
        words(row);
    }

    private static void words(ObjectNode row) {
        try {
            Map<String, String> alt = new HashMap<>();
            text(row, "alt").map(Json::parse).ifPresent(texts -> texts.properties()
                    .forEach(one -> alt.put(one.getKey(), one.getValue().stringValue())));
            new AssetWords(text(row, "title"), alt, text(row, "credit"), text(row, "licence"), text(row, "language"));
        } catch (Invalid | JacksonException e) {
            throw SiteArchive.damaged(SiteTables.ASSETS.member(), "a file is described as no file here is");
        }
    }

    private static Optional<String> text(ObjectNode row, String member) {
        return Optional.of(row.path(member)).filter(JsonNode::isString).map(JsonNode::stringValue);
    }

    private static void audience(SiteTable table, ObjectNode row) {
        try {
            Audience.of(row.path("audience").stringValue());
        } catch (Invalid e) {
            throw SiteArchive.damaged(table.member(), e.message());
        }
    }

    private static void paths(SiteTable table, ObjectNode row, String... members) {
        for (String member : members) {
            String path = row.path(member).isNull() ? "" : row.path(member).stringValue();
            boolean sound = path.isEmpty()
                    || path.startsWith("/")
                            && !path.startsWith("//")
                            && !CLIMBING.matcher(path).find()
                            && path.chars().noneMatch(c -> c <= ' ' || c == 127 || c == '\\' || c == '?' || c == '#');
            if (!sound) {
                throw SiteArchive.damaged(table.member(), "a page has a path that no page has");
            }
        }
    }

    private void part(ObjectNode row) {
        SoundParts.whyNot(
                        site,
                        row.path("kind").stringValue(),
                        row.path("origin").stringValue(),
                        row.path("key").stringValue(),
                        payload(SiteTables.PARTS, row))
                .ifPresent(why -> {
                    throw SiteArchive.damaged(SiteTables.PARTS.member(), why);
                });
    }

    private void revisions(List<ObjectNode> rows) throws SQLException {
        Map<String, Set<String>> types =
                types("select id, type_key from entry where site_id = ? and id in ", rows, "entry");
        for (ObjectNode row : rows) {
            Optional<JsonNode> sound = mended(
                    SiteTables.REVISIONS, row, types.get(row.path("entry").stringValue()));
            if (sound.isPresent()) {
                row.put("payload", Json.write(sound.get()));
                row.put("payloadHash", Hashes.sha256(Json.canonical(sound.get())));
            }
        }
    }

    private void contents(List<ObjectNode> rows) throws SQLException {
        Map<String, Set<String>> types =
                types("select content_id, type_key from publication where site_id = ? and content_id in ", rows, "id");
        for (ObjectNode row : rows) {
            String id = row.path("id").stringValue();
            Optional<JsonNode> sound = mended(SiteTables.CONTENTS, row, types.get(id));
            if (sound.isPresent()) {
                row.put("payload", Json.write(sound.get()));
                showsOther(id, Hashes.sha256(Json.canonical(sound.get())));
            }
        }
    }

    /** Followers tell publications that show the same by this hash. What was erased has none. */
    private void showsOther(String content, String hash) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "update publication set content_hash = ? where site_id = ? and content_id = ? and content_hash <> ''")) {
            update.setString(1, hash);
            update.setString(2, site.id().value());
            update.setObject(3, UUID.fromString(content));
            update.executeUpdate();
        }
    }

    private static JsonNode payload(SiteTable table, ObjectNode row) {
        try {
            return Json.parse(row.path("payload").stringValue());
        } catch (Invalid e) {
            throw SiteArchive.damaged(table.member(), "a payload: " + e.message());
        }
    }

    /** Of every type that reads it. */
    private Optional<JsonNode> mended(SiteTable table, ObjectNode row, @Nullable Set<String> types) {
        if (!(payload(table, row) instanceof ObjectNode payload)) {
            throw SiteArchive.damaged(table.member(), "a payload is no object");
        }
        ObjectNode now = payload;
        for (String type : types == null ? Set.of("") : types) {
            try {
                now = payloads.mended(type, now).orElse(now);
            } catch (SoundPayloads.Unknown e) {
                throw SiteArchive.damaged(
                        table.member(), "a text with mark-up can't be judged, since " + e.getMessage());
            }
        }
        if (now.equals(payload)) {
            return Optional.empty();
        }
        mended++;
        return Optional.of(now);
    }

    /** Which types read the rows, by the id in this member. */
    private Map<String, Set<String>> types(String query, List<ObjectNode> rows, String member) throws SQLException {
        Map<String, Set<String>> types = new HashMap<>();
        String places = "(" + String.join(",", Collections.nCopies(rows.size(), "?")) + ")";
        try (PreparedStatement select = connection.prepareStatement(query + places)) {
            select.setString(1, site.id().value());
            for (int i = 0; i < rows.size(); i++) {
                select.setObject(i + 2, UUID.fromString(rows.get(i).path(member).stringValue()));
            }
            try (ResultSet found = select.executeQuery()) {
                while (found.next()) {
                    types.computeIfAbsent(Objects.requireNonNull(found.getString(1)), id -> new TreeSet<>())
                            .add(found.getString(2));
                }
            }
        }
        return types;
    }
}
