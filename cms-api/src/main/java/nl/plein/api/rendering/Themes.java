package nl.plein.api.rendering;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.plein.cms.kernel.Settings;
import nl.plein.cms.media.BlobStore;
import nl.plein.cms.theme.ThemePackages;
import nl.plein.site.kernel.Trouble;
import nl.plein.site.render.SiteRenderer;
import nl.plein.site.theme.Theme;
import nl.plein.site.theme.ThemeShelf;
import nl.plein.site.trial.ThemePackage;

/**
 * The themes that sites wear, each parsed once: those that came with the server, in the folder {@code plein.themes}, by their
 * name; those that agencies uploaded, by name and hash of the package.
 */
@ApplicationScoped
public class Themes {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,62}");
    private static final int MOST_PARSED = 100;

    private final Map<String, SiteRenderer> renderers = new ConcurrentHashMap<>();

    @Inject
    Settings settings;

    @Inject
    BlobStore blobs;

    /** @throws Trouble naming the theme and what is wrong with it */
    SiteRenderer renderer(String name) {
        if (renderers.size() > MOST_PARSED) {
            renderers.clear();
        }
        return renderers.computeIfAbsent(name, wanted -> new SiteRenderer(theme(wanted)));
    }

    /** @throws Trouble naming the theme and what is wrong with it */
    Theme theme(String name) {
        if (ThemePackages.isFullName(name)) {
            return Theme.of(ThemePackage.read(bytes(name.substring(name.indexOf('@') + 1))), shelf());
        }
        if (!NAME.matcher(name).matches()) {
            throw new Trouble("There is no theme '" + name + "'.");
        }
        return Theme.load(name, shelf());
    }

    private byte[] bytes(String sha256) {
        try (InputStream in = blobs.open(sha256)
                .orElseThrow(() -> new Trouble("The theme package " + sha256 + " is not in the store."))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("a theme package can't be read", e);
        }
    }

    /** Names of those that came with the server, in the order of the alphabet. */
    List<String> installed() {
        try (Stream<Path> folders = Files.list(folder())) {
            return folders.filter(theme -> Files.isRegularFile(theme.resolve("theme.json")))
                    .map(theme -> theme.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the folder of themes can't be read", e);
        }
    }

    ThemeShelf shelf() {
        return ThemeShelf.folder(folder());
    }

    private Path folder() {
        return settings.get("plein.themes")
                .map(Path::of)
                .orElseGet(() -> Path.of(System.getProperty("jboss.home.dir", "."), "themes"));
    }
}
