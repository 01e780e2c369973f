package nl.plein.site.tree;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import nl.plein.site.kernel.Trouble;

/**
 * A plain folder that any web server can serve. While a site is rendered, what differs is staged in a hidden folder inside it; the commit
 * moves those files into place, each atomically, and removes the ones that vanished. Until the commit nothing changes.
 */
public final class OutFolder {
    private static final String STAGE = ".plein-stage";

    private final Path folder;
    private final Path stage;
    private final Path first;
    private final Set<Path> made = ConcurrentHashMap.newKeySet();
    private final Map<String, Path> staged = new ConcurrentHashMap<>();
    private final Set<String> kept = ConcurrentHashMap.newKeySet();
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicLong bytes = new AtomicLong();
    private final Set<String> gone = ConcurrentHashMap.newKeySet();
    private final boolean precompress;
    private boolean wasEmpty;
    private boolean whole = true;
    private final Set<Path> folders = new HashSet<>();

    /** @throws Trouble if the folder holds something else than a rendered site */
    public OutFolder(Path folder) throws IOException {
        this(folder, false);
    }

    /** @param precompress whether texts get a compressed file beside them */
    public OutFolder(Path folder, boolean precompress) throws IOException {
        this.precompress = precompress;
        this.folder = folder.toAbsolutePath().normalize();
        this.stage = this.folder.resolve(STAGE);
        this.first = stage.resolve("first");
        Files.createDirectories(this.folder);
        this.wasEmpty = refuseOthers();
        deleteTree(stage);
        Files.createDirectories(stage);
    }

    /** Begins a round in which every file is given: what is not mentioned goes. A new object begins with one. */
    public void whole() throws IOException {
        begin(true);
    }

    /** Begins a round in which only what differs is given: what is not mentioned stays. */
    public void another() throws IOException {
        begin(false);
    }

    private void begin(boolean all) throws IOException {
        whole = all;
        staged.clear();
        kept.clear();
        gone.clear();
        made.clear();
        bytes.set(0);
        Files.createDirectories(stage);
    }

    /** A file that the new site does not have. */
    public void remove(String path) {
        gone.add(path);
        if (precompress) {
            gone.add(path + Gzip.ENDING);
        }
    }

    /** Takes a file of the new site. Safe for several threads. @param path beginning with "/" */
    public void file(String path, byte[] content) throws IOException {
        plain(path, content);
        if (!precompress) {
            return;
        }
        String packed = path + Gzip.ENDING;
        if (!Gzip.suits(path, content.length)) {
            gone.add(packed);
        } else if (Gzip.isOf(target(packed), content)) {
            kept.add(packed);
        } else {
            plain(packed, Gzip.of(content));
        }
    }

    private void plain(String path, byte[] content) throws IOException {
        Path target = target(path);
        if (!(whole && wasEmpty) && equal(target, content)) {
            kept.add(path);
            return;
        }
        if (!(whole && wasEmpty && inPlace(path, content))) {
            Path waiting = stage.resolve(String.valueOf(next.incrementAndGet()));
            Files.write(waiting, content);
            staged.put(path, waiting);
        }
        bytes.addAndGet(content.length);
    }

    /**
     * A first result is staged as it will lie, so that a few folders are moved instead of every file.
     *
     * @return false where a file has the name of a folder
     */
    private boolean inPlace(String path, byte[] content) throws IOException {
        Path waiting = first.resolve(path.substring(1));
        Path parent = Objects.requireNonNull(waiting.getParent());
        try {
            if (!made.contains(parent)) {
                Files.createDirectories(parent);
                made.add(parent);
            }
            Files.write(waiting, content);
        } catch (FileAlreadyExistsException e) {
            return false;
        } catch (FileSystemException e) {
            if (Files.isDirectory(waiting)) {
                return false;
            }
            throw e;
        }
        staged.put(path, waiting);
        return true;
    }

    /** Keeps a file whose path tells its content, if it is there with this size. @return whether it is */
    public boolean keep(String path, long size) throws IOException {
        Path target = target(path);
        boolean there = Files.isRegularFile(target) && Files.size(target) == size;
        boolean packs = precompress && Gzip.suits(path, size);
        if (!there || packs && !Files.isRegularFile(target(path + Gzip.ENDING))) {
            return false;
        }
        kept.add(path);
        if (packs) {
            kept.add(path + Gzip.ENDING);
        }
        return true;
    }

    /** Keeps a file whose path tells its content whatever its size is, if it is there. @return whether it is */
    public boolean keep(String path) throws IOException {
        Path target = target(path);
        return Files.isRegularFile(target) && keep(path, Files.size(target));
    }

    /** What a commit did. */
    public record Outcome(int written, int unchanged, int removed, long bytes) {
        public Outcome and(Outcome other) {
            return new Outcome(
                    written + other.written, unchanged + other.unchanged, removed + other.removed, bytes + other.bytes);
        }
    }

    public Outcome commit() throws IOException {
        if (whole && wasEmpty) {
            moveFirst();
        }
        moveStaged();
        int removed = whole ? wasEmpty ? 0 : removeOthers() : removeGone();
        discard();
        if (wasEmpty) {
            Files.write(folder.resolve(".plein"), new byte[0]);
            wasEmpty = false;
        }
        return new Outcome(staged.size(), kept.size(), removed, bytes.get());
    }

    private void moveFirst() throws IOException {
        if (!Files.isDirectory(first)) {
            return;
        }
        try (Stream<Path> tops = Files.list(first)) {
            for (Path top : tops.toList()) {
                Files.move(top, folder.resolve(first.relativize(top).toString()), StandardCopyOption.ATOMIC_MOVE);
            }
        }
    }

    private void moveStaged() throws IOException {
        for (Map.Entry<String, Path> file : staged.entrySet()) {
            if (file.getValue().startsWith(first)) {
                continue;
            }
            Path target = target(file.getKey());
            makeRoom(target);
            Files.move(file.getValue(), target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Gives up: the folder stays as it was. */
    public void discard() throws IOException {
        deleteTree(stage);
    }

    private Path target(String path) {
        Path target = folder.resolve(path.substring(1)).normalize();
        if (!target.startsWith(folder) || target.equals(folder)) {
            throw new Trouble("The path " + path + " leads out of the output folder.");
        }
        return target;
    }

    /** A folder where a file must come, or a file where a folder must be, belonged to the old site. */
    private void makeRoom(Path target) throws IOException {
        Path parent = Objects.requireNonNull(target.getParent());
        if (folders.contains(parent) && !Files.isDirectory(target)) {
            return;
        }
        for (Path above = parent; !above.equals(folder); above = Objects.requireNonNull(above.getParent())) {
            if (Files.isRegularFile(above)) {
                Files.delete(above);
            }
        }
        Files.createDirectories(parent);
        folders.add(parent);
        if (Files.isDirectory(target)) {
            deleteTree(target);
            folders.removeIf(known -> known.startsWith(target));
        }
    }

    private int removeGone() throws IOException {
        int removed = 0;
        for (String path : gone) {
            Path target = target(path);
            if (!staged.containsKey(path) && !kept.contains(path) && Files.isRegularFile(target)) {
                Files.delete(target);
                removed++;
                removeEmpty(Objects.requireNonNull(target.getParent()));
            }
        }
        return removed;
    }

    private void removeEmpty(Path from) throws IOException {
        for (Path above = from; !above.equals(folder); above = Objects.requireNonNull(above.getParent())) {
            try (Stream<Path> inside = Files.list(above)) {
                if (inside.findAny().isPresent()) {
                    return;
                }
            }
            Files.delete(above);
            folders.remove(above);
        }
    }

    private int removeOthers() throws IOException {
        Set<Path> wanted = new HashSet<>();
        kept.forEach(path -> wanted.add(target(path)));
        staged.keySet().forEach(path -> wanted.add(target(path)));
        int removed = 0;
        List<Path> all;
        try (Stream<Path> walk = Files.walk(folder)) {
            all = new ArrayList<>(walk.sorted(Comparator.reverseOrder()).toList());
        }
        for (Path path : all) {
            boolean hidden = isOthers(folder.relativize(path).toString().replace('\\', '/'));
            if (hidden || path.equals(folder)) {
                continue;
            }
            if (Files.isDirectory(path)) {
                try (Stream<Path> inside = Files.list(path)) {
                    if (inside.findAny().isEmpty()) {
                        Files.delete(path);
                    }
                }
            } else if (!wanted.contains(path)) {
                Files.delete(path);
                removed++;
            }
        }
        return removed;
    }

    /** What begins with a dot belongs to whoever keeps the folder, but for what a site itself puts there. */
    private static boolean isOthers(String path) {
        return path.startsWith(".") && !path.equals(".well-known/security.txt");
    }

    /** Removing what vanished must never hit a folder that was given by mistake. @return whether there is nothing yet */
    private boolean refuseOthers() throws IOException {
        try (Stream<Path> inside = Files.list(folder)) {
            boolean empty = inside.findAny().isEmpty();
            if (!empty && !Files.exists(folder.resolve(".plein")) && !Files.isDirectory(stage)) {
                throw new Trouble("The folder " + folder
                        + " holds something that is not a rendered site. Give an empty or a new one.");
            }
            return empty;
        }
    }

    private static boolean equal(Path file, byte[] content) throws IOException {
        if (!Files.isRegularFile(file) || Files.size(file) != content.length) {
            return false;
        }
        try (InputStream in = Files.newInputStream(file)) {
            return Arrays.equals(in.readAllBytes(), content);
        }
    }

    private static void deleteTree(Path top) throws IOException {
        if (!Files.exists(top)) {
            return;
        }
        List<Path> all;
        try (Stream<Path> walk = Files.walk(top)) {
            all = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : all) {
            Files.delete(path);
        }
    }
}
