package nl.plein.site.trial;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import nl.plein.site.kernel.Trouble;

/**
 * The files of a theme that was sent as a zip: at most 10 MiB, packed and unpacked, in 500 files. It may be data only: islands are
 * programs, and come with the themes of the installation, which it may extend.
 */
public final class ThemePackage {
    /** Bytes, packed and unpacked. */
    public static final int LARGEST = 10 << 20;

    private static final int MOST_FILES = 500;
    private static final int LONGEST_NAME = 200;
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._-]*(/[A-Za-z0-9_][A-Za-z0-9._-]*)*");
    private static final List<String> FOLDERS = List.of("templates/", "styles/", "texts/", "assets/");
    private static final Pattern KIND =
            Pattern.compile(".*\\.(json|html|css|svg|png|jpe?g|webp|gif|ico|woff2?|txt|md)");

    /** What makes a drawing more than one (SVG 2, 5.7, 12.3, 14.2, 15). */
    private static final Pattern PROGRAM = Pattern.compile(
            "<\\s*(script|foreignObject|iframe|handler)|[\\s\"']on[a-z]+\\s*=|javascript:|<!ENTITY|data:text/html",
            Pattern.CASE_INSENSITIVE);

    private ThemePackage() {}

    /**
     * @return the files by their path inside the theme
     * @throws Trouble if it is no such package
     */
    public static Map<String, byte[]> read(byte[] zip) {
        if (zip.length > LARGEST) {
            throw new Trouble("The package is larger than 10 MiB.");
        }
        Map<String, byte[]> files = new TreeMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            long left = LARGEST;
            int members = 0;
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (++members > 2 * MOST_FILES) {
                    throw manyFiles();
                }
                byte[] bytes = in.readNBytes((int) left + 1);
                left -= bytes.length;
                if (left < 0) {
                    throw new Trouble("The package has more than 10 MiB when it is unpacked.");
                }
                if (!entry.isDirectory() && !isLitter(entry.getName())) {
                    put(files, entry.getName(), bytes);
                }
            }
        } catch (ZipException e) {
            throw new Trouble("The package is no zip that can be read: " + e.getMessage(), e);
        } catch (IOException | IllegalArgumentException e) {
            throw new Trouble("The package is no zip that can be read.", e);
        }
        return checked(withoutFolder(files));
    }

    /** What the computers of theme makers leave beside their files. */
    private static boolean isLitter(String name) {
        return !name.contains("..") && (name.startsWith("__MACOSX/") || name.startsWith(".") || name.contains("/."));
    }

    private static void put(Map<String, byte[]> files, String name, byte[] bytes) {
        if (name.length() > LONGEST_NAME || !NAME.matcher(name).matches()) {
            throw new Trouble("The package has a file with a name that is not used in themes: "
                    + name.replaceAll("[^ -~]", "?").substring(0, Math.min(name.length(), LONGEST_NAME)));
        }
        if (files.put(name, bytes) != null) {
            throw new Trouble("The package has two files named " + name + ".");
        }
    }

    /** Many people pack the folder itself. */
    private static Map<String, byte[]> withoutFolder(Map<String, byte[]> files) {
        if (files.containsKey("theme.json") || files.isEmpty()) {
            return files;
        }
        String first = files.keySet().iterator().next();
        String folder = first.substring(0, first.indexOf('/') + 1);
        if (folder.isEmpty() || !files.keySet().stream().allMatch(name -> name.startsWith(folder))) {
            return files;
        }
        Map<String, byte[]> inside = new TreeMap<>();
        files.forEach((name, bytes) -> inside.put(name.substring(folder.length()), bytes));
        return inside;
    }

    private static Trouble manyFiles() {
        return new Trouble("The package has more than 500 files.");
    }

    private static Map<String, byte[]> checked(Map<String, byte[]> files) {
        if (files.size() > MOST_FILES) {
            throw manyFiles();
        }
        if (!files.containsKey("theme.json")) {
            throw new Trouble("A theme needs a theme.json with at least a name.");
        }
        files.forEach((name, bytes) -> {
            if (name.startsWith("islands/")) {
                throw new Trouble("A theme that is uploaded brings no islands (" + name
                        + "): they are programs. It may use those of the theme that it extends.");
            }
            boolean known = !name.contains("/") || FOLDERS.stream().anyMatch(name::startsWith);
            if (!known || !KIND.matcher(name).matches()) {
                throw new Trouble("A theme has no use for the file " + name + ".");
            }
            if (name.endsWith(".svg")
                    && PROGRAM.matcher(new String(bytes, StandardCharsets.UTF_8))
                            .find()) {
                throw new Trouble(
                        "The drawing " + name + " holds a program or another document: save it as a plain drawing.");
            }
        });
        return files;
    }
}
