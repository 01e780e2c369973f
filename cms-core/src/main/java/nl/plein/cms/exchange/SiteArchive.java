package nl.plein.cms.exchange;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import java.util.zip.ZipException;
import nl.plein.cms.kernel.Hashes;
import nl.plein.cms.kernel.Invalid;
import nl.plein.cms.kernel.Json;
import nl.plein.cms.media.FileType;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * An archive of a site, as somebody sent it. Opening it reads its directory and manifest; {@link #verify} reads all of it.
 * Nothing of it is held in memory but names.
 */
final class SiteArchive implements Closeable {

    /** Rows that say nearly the same again and again are packed as densely as deflate can. */
    private static final Archive.Bounds BOUNDS = new Archive.Bounds(1_000_000, 64L << 30, 1_100);

    private static final int LONGEST_MANIFEST = 1 << 20;
    private static final Pattern BLOB = Pattern.compile(Pattern.quote(SiteManifest.FOLDER) + "[0-9a-f]{64}");

    private final Archive archive;
    private final Map<String, ArchiveMember> members;
    private final SiteManifest manifest;

    private SiteArchive(Archive archive, Map<String, ArchiveMember> members, SiteManifest manifest) {
        this.archive = archive;
        this.members = members;
        this.manifest = manifest;
    }

    /** @throws Invalid {@code bad-archive}, {@code no-site-archive}, {@code archive-cut-off}, {@code archive-too-new}, {@code archive-damaged} */
    static SiteArchive open(Path file) throws IOException {
        Archive archive = Archive.open(file, BOUNDS);
        try {
            Map<String, ArchiveMember> members = members(archive);
            var opened = new SiteArchive(archive, members, manifest(archive, members));
            opened.refuseOtherMembers();
            return opened;
        } catch (IOException | RuntimeException e) {
            archive.close();
            throw e;
        }
    }

    SiteManifest manifest() {
        return manifest;
    }

    /** How many rows and files it has. */
    long size() {
        return manifest.rows() + manifest.blobs();
    }

    /** Reads every byte once. @throws Invalid {@code archive-damaged} if a member is not what the manifest says */
    void verify(WriteSiteArchive.Watch watch) throws IOException {
        long done = 0;
        for (Map.Entry<String, SiteManifest.Member> member : manifest.members().entrySet()) {
            long rows = lines(member.getKey(), member.getValue().sha256());
            if (rows != member.getValue().rows()) {
                throw damaged(
                        member.getKey(),
                        "it has " + rows + " rows instead of "
                                + member.getValue().rows());
            }
            done += rows;
            watch.at(done, size());
        }
        long bytes = 0;
        for (String name : blobs()) {
            bytes += length(name, name.substring(SiteManifest.FOLDER.length()));
            watch.at(++done, size());
        }
        if (bytes != manifest.bytes()) {
            throw damaged(SiteManifest.FOLDER, "the files have " + bytes + " bytes instead of " + manifest.bytes());
        }
    }

    /** Each file's name in the archive. */
    List<String> blobs() {
        return members.keySet().stream()
                .filter(name -> BLOB.matcher(name).matches())
                .toList();
    }

    /** Streams a file. */
    InputStream blob(String name) throws IOException {
        return archive.open(Objects.requireNonNull(members.get(name)));
    }

    /** @return the length of a file in bytes; empty if it is not there */
    OptionalLong lengthOf(String sha256) {
        ArchiveMember member = members.get(SiteManifest.FOLDER + sha256);
        return member == null ? OptionalLong.empty() : OptionalLong.of(member.size());
    }

    /** Enough of a file to say what it is. It must be there. */
    byte[] headOf(String sha256) throws IOException {
        try (InputStream in = blob(SiteManifest.FOLDER + sha256)) {
            return in.readNBytes(FileType.HEAD);
        }
    }

    /**
     * Reads the rows of a table, one by one.
     *
     * @throws Invalid {@code archive-damaged} if a row does not have the members and kinds of values of the table
     */
    void each(SiteTable table, SiteTable.Line line) throws SQLException, IOException {
        long number = 0;
        try (InputStream in = content(table.member())) {
            var lines = new BoundedLines(in);
            for (byte[] next = next(table, lines); next != null; next = next(table, lines)) {
                number++;
                line.accept(row(table, next, number));
            }
        }
    }

    private InputStream content(String member) throws IOException {
        try {
            return archive.open(found(member));
        } catch (EOFException | Archive.Unreadable e) {
            throw damaged(member, String.valueOf(e.getMessage()));
        }
    }

    private static byte @Nullable [] next(SiteTable table, BoundedLines lines) throws IOException {
        try {
            return lines.next();
        } catch (ZipException | EOFException | Archive.Unreadable e) {
            throw damaged(table.member(), String.valueOf(e.getMessage()));
        }
    }

    private static ObjectNode row(SiteTable table, byte[] line, long number) {
        JsonNode row;
        try {
            row = Json.parse(line);
        } catch (Invalid e) {
            throw damaged(table.member(), "line " + number + ": " + e.message());
        }
        if (!table.takes(row)) {
            throw damaged(table.member(), "line " + number + " is no row of such a file");
        }
        return (ObjectNode) row;
    }

    private long lines(String member, String sha256) throws IOException {
        long count = 0;
        try (var in = new DigestInputStream(content(member), Hashes.sha256())) {
            var lines = new BoundedLines(in);
            while (lines.next() != null) {
                count++;
            }
            refuseOther(member, sha256, in);
            return count;
        } catch (ZipException | EOFException | Archive.Unreadable e) {
            throw damaged(member, String.valueOf(e.getMessage()));
        }
    }

    private long length(String member, String sha256) throws IOException {
        try (var in = new DigestInputStream(content(member), Hashes.sha256())) {
            long length = in.transferTo(OutputStream.nullOutputStream());
            refuseOther(member, sha256, in);
            if (length != found(member).size()) {
                throw damaged(member, "it does not have the length that the directory says");
            }
            return length;
        } catch (ZipException | EOFException | Archive.Unreadable e) {
            throw damaged(member, String.valueOf(e.getMessage()));
        }
    }

    private static void refuseOther(String member, String sha256, DigestInputStream read) {
        if (!HexFormat.of().formatHex(read.getMessageDigest().digest()).equals(sha256)) {
            throw damaged(member, "its SHA-256 is another one");
        }
    }

    private ArchiveMember found(String member) {
        return Optional.ofNullable(members.get(member)).orElseThrow(() -> damaged(member, "it is missing"));
    }

    private void refuseOtherMembers() {
        List<String> known = SiteTables.ALL.stream().map(SiteTable::member).toList();
        if (!known.equals(List.copyOf(manifest.members().keySet()))) {
            throw damaged(SiteManifest.NAME, "it does not name the members of format " + SiteTables.FORMAT);
        }
        known.forEach(this::found);
        long blobs = 0;
        for (String name : members.keySet()) {
            if (BLOB.matcher(name).matches()) {
                blobs++;
            } else if (!known.contains(name) && !name.equals(SiteManifest.NAME)) {
                throw damaged(shown(name), "it is no part of such an archive");
            }
        }
        if (blobs != manifest.blobs()) {
            throw damaged(SiteManifest.FOLDER, "there are " + blobs + " files instead of " + manifest.blobs());
        }
    }

    private static Map<String, ArchiveMember> members(Archive archive) {
        Map<String, ArchiveMember> members = new LinkedHashMap<>();
        Map<String, Integer> times = new HashMap<>();
        for (ArchiveMember member : archive.members()) {
            if (times.merge(member.name(), 1, Integer::sum) > 1) {
                throw damaged(member.shownName(), "it is there twice");
            }
            members.put(member.name(), member);
        }
        return members;
    }

    private static SiteManifest manifest(Archive archive, Map<String, ArchiveMember> members) throws IOException {
        @Nullable ArchiveMember member = members.get(SiteManifest.NAME);
        if (member == null) {
            boolean begun = members.containsKey(SiteTables.ALL.get(0).member());
            throw begun
                    ? new Invalid(
                            "archive-cut-off",
                            "The archive was cut off: its last member, " + SiteManifest.NAME
                                    + ", is missing. Download it again.")
                    : new Invalid(
                            "no-site-archive",
                            "This is no archive of a site. A folder of texts is imported with POST …/imports of a site.");
        }
        JsonNode json;
        try {
            json = Json.parse(archive.read(member, LONGEST_MANIFEST));
        } catch (Invalid | Archive.Unreadable e) {
            throw damaged(SiteManifest.NAME, String.valueOf(e.getMessage()));
        }
        if (!json.path("format").isInt() || !json.has("members")) {
            throw new Invalid("no-site-archive", "This is no archive of a site: its site.json is another one.");
        }
        int format = json.path("format").asInt();
        if (format != SiteTables.FORMAT) {
            throw new Invalid(
                    "archive-too-new",
                    "The archive has format " + format + "; this release reads format " + SiteTables.FORMAT
                            + ": import it with a newer one.");
        }
        try {
            return SiteManifest.of(json);
        } catch (RuntimeException e) {
            throw damaged(SiteManifest.NAME, "it does not say what it should");
        }
    }

    static Invalid damaged(String member, String why) {
        return new Invalid(
                "archive-damaged", "The archive is damaged: " + member + ": " + why + (why.endsWith(".") ? "" : "."));
    }

    private static String shown(String name) {
        String plain = name.replaceAll("\\p{Cntrl}", "?");
        return plain.length() <= 200 ? plain : plain.substring(0, 199) + "…";
    }

    @Override
    public void close() throws IOException {
        archive.close();
    }
}
