package nl.plein.cms.exchange;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import nl.plein.cms.kernel.Hashes;
import nl.plein.cms.kernel.Json;
import tools.jackson.databind.node.ObjectNode;

/** An archive of a site that somebody changed by hand, and packed again. */
final class ForgedArchive {

    private final Map<String, byte[]> members = new LinkedHashMap<>();

    ForgedArchive(byte[] archive) {
        try (var zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry next = zip.getNextEntry(); next != null; next = zip.getNextEntry()) {
                members.put(next.getName(), zip.readAllBytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String text(String member) {
        return new String(members.get(member), StandardCharsets.UTF_8);
    }

    ForgedArchive without(String member) {
        members.remove(member);
        return this;
    }

    ForgedArchive with(String member, String text) {
        members.put(member, text.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /** Without care: the manifest tells of it. */
    ForgedArchive changed(String member, UnaryOperator<String> change) {
        String before = text(member);
        String after = change.apply(before);
        if (after.equals(before)) {
            throw new IllegalArgumentException("nothing to change in " + before);
        }
        return with(member, after);
    }

    /** With care: the manifest names the new hash. */
    ForgedArchive forged(String member, UnaryOperator<String> change) {
        changed(member, change);
        ObjectNode manifest = (ObjectNode) Json.parse(text(SiteManifest.NAME));
        ObjectNode what = (ObjectNode) manifest.path("members").path(member);
        what.put("sha256", Hashes.sha256(text(member)))
                .put("rows", text(member).lines().count());
        return with(SiteManifest.NAME, Json.write(manifest));
    }

    /** Another file under the name that its bytes have, with what names it. */
    ForgedArchive withFile(String sha256, String bytes) {
        members.remove(SiteManifest.FOLDER + sha256);
        with(SiteManifest.FOLDER + Hashes.sha256(bytes), bytes);
        forged(SiteTables.ASSETS.member(), rows -> rows.replace(sha256, Hashes.sha256(bytes)));
        ObjectNode manifest = (ObjectNode) Json.parse(text(SiteManifest.NAME));
        long all = members.keySet().stream()
                .filter(name -> name.startsWith(SiteManifest.FOLDER))
                .mapToLong(name -> members.get(name).length)
                .sum();
        ((ObjectNode) manifest.path("blobs")).put("bytes", all);
        return with(SiteManifest.NAME, Json.write(manifest));
    }

    byte[] packed() {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var member : members.entrySet()) {
                zip.putNextEntry(new ZipEntry(member.getKey()));
                zip.write(member.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
