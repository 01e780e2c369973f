package nl.plein.cms.media;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.plein.cms.kernel.Hashes;
import nl.plein.cms.kernel.Settings;

/**
 * Blobs as files in {@code <data>/blobs/ab/cdef…}. A file appears under its name only when it is whole and on the disk,
 * so that a crash leaves at most a stray file in {@code incoming}.
 */
@ApplicationScoped
public class FolderBlobStore implements BlobStore {

    private static final Pattern NAME = Pattern.compile("[0-9a-f]{64}");

    private Path root = Path.of("data", "blobs");

    protected FolderBlobStore() {}

    @Inject
    FolderBlobStore(Settings settings) {
        this.root = settings.dataFolder().resolve("blobs");
    }

    @Override
    public String put(byte[] bytes) {
        String name = Hashes.sha256(bytes);
        if (!has(name)) {
            put(new java.io.ByteArrayInputStream(bytes));
        }
        return name;
    }

    @Override
    public Stored put(InputStream bytes) {
        try (bytes) {
            Path incoming = Files.createDirectories(root.resolve("incoming"));
            Path part = Files.createTempFile(incoming, "blob", ".part");
            try {
                var digest = Hashes.sha256();
                long size = Files.copy(new DigestInputStream(bytes, digest), part, StandardCopyOption.REPLACE_EXISTING);
                String name = HexFormat.of().formatHex(digest.digest());
                keep(part, name);
                return new Stored(name, size);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a blob can't be stored", e);
        }
    }

    @Override
    public Optional<InputStream> open(String sha256) {
        try {
            return Optional.of(Files.newInputStream(file(sha256)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("blob " + sha256 + " can't be read", e);
        }
    }

    @Override
    public boolean has(String sha256) {
        return Files.isRegularFile(file(sha256));
    }

    @Override
    public void delete(String sha256) {
        try {
            Files.deleteIfExists(file(sha256));
        } catch (IOException e) {
            throw new UncheckedIOException("blob " + sha256 + " can't be deleted", e);
        }
    }

    @Override
    public void each(Consumer<String> visitor) {
        if (!Files.isDirectory(root)) {
            return;
        }
        try (Stream<Path> files = Files.walk(root, 2)) {
            files.filter(Files::isRegularFile)
                    .map(file ->
                            root.relativize(file).toString().replace("/", "").replace("\\", ""))
                    .filter(name -> NAME.matcher(name).matches())
                    .forEach(visitor);
        } catch (IOException e) {
            throw new UncheckedIOException("the blobs can't be listed", e);
        }
    }

    private void keep(Path part, String name) throws IOException {
        Path target = file(name);
        if (Files.exists(target)) {
            return;
        }
        Files.createDirectories(target.getParent());
        try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
    }

    private Path file(String sha256) {
        if (!NAME.matcher(sha256).matches()) {
            throw new IllegalArgumentException("a blob's name has 64 hexadecimal digits");
        }
        return root.resolve(sha256.substring(0, 2)).resolve(sha256.substring(2));
    }
}
