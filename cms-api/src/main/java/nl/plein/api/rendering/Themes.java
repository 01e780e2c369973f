package nl.plein.api.rendering;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import nl.plein.cms.kernel.Settings;
import nl.plein.site.render.SiteRenderer;
import nl.plein.site.theme.Theme;
import nl.plein.site.theme.ThemeShelf;

/** The themes that came with the server, each parsed once: those in the folder {@code plein.themes}. */
@ApplicationScoped
public class Themes {

    private final Map<String, SiteRenderer> renderers = new ConcurrentHashMap<>();

    @Inject
    Settings settings;

    /** @throws nl.plein.site.kernel.Trouble naming the theme and what is wrong with it */
    SiteRenderer renderer(String name) {
        return renderers.computeIfAbsent(name, wanted -> new SiteRenderer(Theme.load(wanted, shelf())));
    }

    private ThemeShelf shelf() {
        return ThemeShelf.folder(settings.get("plein.themes")
                .map(Path::of)
                .orElseGet(() -> Path.of(System.getProperty("jboss.home.dir", "."), "themes")));
    }
}
