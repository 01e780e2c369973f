package nl.plein.cms.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.time.LocalDateTime;
import java.util.HexFormat;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import nl.plein.cms.kernel.Hashes;
import nl.plein.cms.kernel.Json;
import tools.jackson.databind.JsonNode;

/** Writes the members of an archive one after the other. Equal members make equal bytes: each has the same, invented time. */
final class SiteArchiveWriter {

    /** The first that a zip can name. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final ZipOutputStream zip;
    private final DigestOutputStream lines;
    private long rows;

    SiteArchiveWriter(OutputStream target) {
        zip = new ZipOutputStream(target, StandardCharsets.UTF_8);
        zip.setLevel(Deflater.BEST_SPEED);
        lines = new DigestOutputStream(zip, Hashes.sha256());
    }

    void begin(String member) throws IOException {
        ZipEntry entry = new ZipEntry(member);
        entry.setTimeLocal(NO_TIME);
        zip.putNextEntry(entry);
        lines.getMessageDigest().reset();
        rows = 0;
    }

    void line(JsonNode row) throws IOException {
        lines.write(Json.write(row).getBytes(StandardCharsets.UTF_8));
        lines.write('\n');
        rows++;
    }

    /** Ends a member of lines. */
    SiteManifest.Member end() throws IOException {
        zip.closeEntry();
        return new SiteManifest.Member(
                rows, HexFormat.of().formatHex(lines.getMessageDigest().digest()));
    }

    /** @return bytes */
    long file(String member, InputStream bytes) throws IOException {
        begin(member);
        long size = bytes.transferTo(zip);
        zip.closeEntry();
        return size;
    }

    /** The last member. */
    void manifest(SiteManifest manifest) throws IOException {
        begin(SiteManifest.NAME);
        zip.write(Json.mapper()
                .writerWithDefaultPrettyPrinter()
                .writeValueAsString(manifest.json())
                .replace("\r\n", "\n")
                .getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    /** Does not close what it writes to. */
    void finish() throws IOException {
        zip.finish();
        zip.flush();
    }
}
