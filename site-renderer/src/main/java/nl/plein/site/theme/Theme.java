package nl.plein.site.theme;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import nl.plein.site.kernel.Hashes;
import nl.plein.site.kernel.Json;
import nl.plein.site.kernel.Trouble;

/** A theme with its parents: a file is looked up in the theme, then in what it extends. Immutable. */
public final class Theme {
    private static final int LONGEST_CHAIN = 8;

    private final List<String> chain;
    private final Map<String, ThemeFile> files;
    private final String hash;
    private final Manifest manifest;
    private final Tokens tokens;
    private final Map<String, Map<String, String>> texts;

    private Theme(
            List<String> chain,
            Map<String, ThemeFile> files,
            String hash,
            Manifest manifest,
            Tokens tokens,
            Map<String, Map<String, String>> texts) {
        this.texts = texts;
        this.chain = chain;
        this.files = files;
        this.hash = hash;
        this.manifest = manifest;
        this.tokens = tokens;
    }

    /**
     * @param nameOrFolder a name on the shelf, or a folder whose parents lie beside it or on the shelf
     * @throws Trouble naming the theme and what is wrong with it
     */
    public static Theme load(String nameOrFolder, ThemeShelf shelf) {
        Path folder = Path.of(nameOrFolder);
        if (Files.isRegularFile(folder.resolve("theme.json"))) {
            Path whole = folder.toAbsolutePath().normalize();
            Path beside = whole.getParent();
            ThemeShelf wider =
                    beside == null ? shelf : ThemeShelf.folder(beside).or(shelf);
            return of(ThemeShelf.ThemeFolder.read(whole), wider);
        }
        return of(found(nameOrFolder, shelf), shelf);
    }

    /**
     * @param own   files by their path inside the theme
     * @param shelf where its parents are
     * @throws Trouble naming the theme and what is wrong with it
     */
    public static Theme of(Map<String, byte[]> own, ThemeShelf shelf) {
        List<Manifest> manifests = new ArrayList<>();
        List<Map<String, byte[]>> packages = new ArrayList<>();
        Map<String, byte[]> next = own;
        while (true) {
            Manifest manifest = Manifest.of(next);
            if (manifests.stream().anyMatch(earlier -> earlier.name().equals(manifest.name()))
                    || manifests.size() == LONGEST_CHAIN) {
                throw new Trouble("The theme '" + manifest.name() + "' extends itself, or the chain is longer than "
                        + LONGEST_CHAIN + ".");
            }
            manifests.add(0, manifest);
            packages.add(0, next);
            Optional<String> parent = manifest.parent();
            if (parent.isEmpty()) {
                return merged(manifests, packages);
            }
            next = found(parent.get(), shelf);
        }
    }

    private static Theme merged(List<Manifest> manifests, List<Map<String, byte[]>> packages) {
        List<String> chain = manifests.stream().map(Manifest::name).toList();
        Map<String, ThemeFile> files = new TreeMap<>();
        Map<String, String> hashed = new LinkedHashMap<>();
        Map<String, Map<String, String>> texts = new TreeMap<>();
        Tokens tokens = Tokens.NONE;
        for (int i = 0; i < packages.size(); i++) {
            String theme = chain.get(i);
            packages.get(i).forEach((path, bytes) -> {
                files.put(path, new ThemeFile(theme, path, bytes));
                hashed.put(theme + "/" + path, Hashes.sha256(bytes));
                if (path.startsWith("texts/") && path.endsWith(".json")) {
                    texts.computeIfAbsent(path.substring(6, path.length() - 5), locale -> new TreeMap<>())
                            .putAll(Texts.read(new ThemeFile(theme, path, bytes)));
                }
            });
            byte[] tokenFile = packages.get(i).get("tokens.json");
            if (tokenFile != null) {
                tokens = tokens.with(Json.members(Json.parse(tokenFile, theme + "/tokens.json")));
            }
        }
        tokens.css();
        return new Theme(
                chain,
                Collections.unmodifiableMap(files),
                Hashes.sha256(Json.canonical(hashed)),
                Manifest.merged(manifests),
                tokens,
                texts);
    }

    private static Map<String, byte[]> found(String name, ThemeShelf shelf) {
        return shelf.files(name)
                .orElseThrow(() -> new Trouble("There is no theme '" + name
                        + "': neither a folder with a theme.json nor a theme that comes with the renderer."));
    }

    public String name() {
        return chain.get(chain.size() - 1);
    }

    /** From the root of the chain to this theme. */
    public List<String> chain() {
        return chain;
    }

    /** SHA-256 over all files of the chain; what a site part names and a manifest records. */
    public String hash() {
        return hash;
    }

    public Manifest manifest() {
        return manifest;
    }

    public Tokens tokens() {
        return tokens;
    }

    /** The words in this locale; where a word is not there, the English one, then any. */
    public Texts texts(String locale) {
        Map<String, String> words = new TreeMap<>();
        texts.values().forEach(words::putAll);
        words.putAll(texts.getOrDefault("en", Map.of()));
        words.putAll(texts.getOrDefault(locale, Map.of()));
        return new Texts(words);
    }

    public Optional<ThemeFile> file(String path) {
        return Optional.ofNullable(files.get(path));
    }

    /** Files under a folder of the theme, ordered by path. */
    public List<ThemeFile> under(String folder) {
        return files.values().stream()
                .filter(file -> file.path().startsWith(folder + "/"))
                .toList();
    }
}
