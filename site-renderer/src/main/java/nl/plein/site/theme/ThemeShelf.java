package nl.plein.site.theme;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import nl.plein.site.kernel.Trouble;

/** Where themes are found by name. */
@FunctionalInterface
public interface ThemeShelf {
    /** All files of a theme by their path inside it, as {@code templates/layout.html}; empty if there is no such theme. */
    Optional<Map<String, byte[]>> files(String name);

    default ThemeShelf or(ThemeShelf other) {
        return name -> files(name).or(() -> other.files(name));
    }

    /** Themes that are folders in this folder. */
    static ThemeShelf folder(Path folder) {
        return name -> Optional.of(folder.resolve(name))
                .filter(theme -> Files.isRegularFile(theme.resolve("theme.json")))
                .map(ThemeFolder::read);
    }

    /** Themes under {@code themes/<name>/} on the class path, in a folder or a jar. */
    static ThemeShelf classPath(ClassLoader loader) {
        return name -> Optional.ofNullable(loader.getResource("themes/" + name + "/theme.json"))
                .map(found -> readResource(found, name));
    }

    private static Map<String, byte[]> readResource(URL themeJson, String name) {
        try {
            URI uri = themeJson.toURI();
            if (!"jar".equals(uri.getScheme())) {
                return ThemeFolder.read(Path.of(uri).resolveSibling(""));
            }
            Path jar = Path.of(URI.create(uri.getSchemeSpecificPart().replaceFirst("!/.*$", "")));
            try (FileSystem inside = FileSystems.newFileSystem(jar)) {
                return ThemeFolder.read(inside.getPath("themes", name));
            }
        } catch (URISyntaxException | IOException e) {
            throw new Trouble("The theme '" + name + "' can't be read from " + themeJson, e);
        }
    }

    /** Reads one theme's folder. */
    final class ThemeFolder {
        private static final long MOST_BYTES = 10L << 20;
        private static final int MOST_FILES = 500;

        private ThemeFolder() {}

        public static Map<String, byte[]> read(Path folder) {
            Map<String, byte[]> files = new TreeMap<>();
            long bytes = 0;
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path file : (Iterable<Path>) all.filter(Files::isRegularFile)::iterator) {
                    String path = folder.relativize(file).toString().replace('\\', '/');
                    if (!path.startsWith(".") && !path.contains("/.")) {
                        byte[] content = Files.readAllBytes(file);
                        bytes += content.length;
                        files.put(path, content);
                    }
                }
            } catch (IOException e) {
                throw new Trouble("The theme in " + folder + " can't be read: " + e.getMessage(), e);
            }
            if (bytes > MOST_BYTES || files.size() > MOST_FILES) {
                throw new Trouble("The theme in " + folder + " is too big: at most 10 MiB in 500 files.");
            }
            return files;
        }
    }
}
