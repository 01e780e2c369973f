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
import java.nio.file.attribute.FileTime;
import java.security.DigestInputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
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
    private static final String SWEPT = ".swept";

    private Path root = Path.of("data", "blobs");
    private Clock clock = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);

    protected FolderBlobStore() {}

    @Inject
    FolderBlobStore(Settings settings, Clock clock) {
        this.root = settings.dataFolder().resolve("blobs");
        this.clock = clock;
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
        return isTouched(file(sha256));
    }

    /** @return whether it is there; the time of the file then says that somebody wants it */
    private boolean isTouched(Path file) {
        try {
            Instant now = clock.instant();
            Instant last = Files.getLastModifiedTime(file).toInstant();
            if (last.isBefore(now.minus(TOUCH))) {
                Files.setLastModifiedTime(file, FileTime.from(now));
            }
            return true;
        } catch (NoSuchFileException e) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException("the blobs can't be looked up", e);
        }
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

    @Override
    public long sweep(BiPredicate<String, Instant> unneeded) {
        try {
            putBack();
            List<String> names = new ArrayList<>();
            each(names::add);
            long swept = 0;
            for (String name : names) {
                swept += sweep(name, unneeded) ? 1 : 0;
            }
            return swept;
        } catch (IOException e) {
            throw new UncheckedIOException("the blobs can't be swept", e);
        }
    }

    /** Out of its place nobody finds it, so that it is stored again; who found it before has touched it. */
    private boolean sweep(String name, BiPredicate<String, Instant> unneeded) throws IOException {
        Path file = file(name);
        try {
            if (!unneeded.test(name, Files.getLastModifiedTime(file).toInstant())) {
                return false;
            }
            Path aside = Files.createDirectories(root.resolve("incoming")).resolve(name + SWEPT);
            Files.move(file, aside, StandardCopyOption.ATOMIC_MOVE);
            if (unneeded.test(name, Files.getLastModifiedTime(aside).toInstant())) {
                Files.delete(aside);
                return true;
            }
            Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE);
            return false;
        } catch (NoSuchFileException e) {
            return false; // another sweep was faster
        }
    }

    /** What a sweep was at when it was killed. */
    private void putBack() throws IOException {
        Path incoming = root.resolve("incoming");
        if (!Files.isDirectory(incoming)) {
            return;
        }
        try (Stream<Path> files = Files.list(incoming)) {
            for (Path aside : files.toList()) {
                String name = String.valueOf(aside.getFileName());
                if (name.endsWith(SWEPT)) {
                    Path target = file(name.substring(0, name.length() - SWEPT.length()));
                    Files.createDirectories(target.getParent());
                    Files.move(aside, target, StandardCopyOption.ATOMIC_MOVE);
                }
            }
        }
    }

    private void keep(Path part, String name) throws IOException {
        Path target = file(name);
        if (isTouched(target)) {
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
