package nl.plein.site.testkit;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Objects;
import nl.plein.site.copy.SiteCopy;
import nl.plein.site.copy.Sync;
import nl.plein.site.source.FolderSource;
import nl.plein.site.source.Source;
import nl.plein.site.theme.Theme;
import nl.plein.site.theme.ThemeShelf;

/** The small site and the themes under src/test/resources. */
public final class Samples {
    private Samples() {}

    public static Path folder(String name) {
        try {
            return Path.of(Objects.requireNonNull(Samples.class.getResource("/" + name))
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    public static Source source() {
        return new FolderSource(folder("sample"));
    }

    public static SiteCopy copy() {
        return copyOf(source());
    }

    public static SiteCopy copyOf(Source source) {
        SiteCopy copy = SiteCopy.inMemory();
        new Sync(source, copy).toNewest();
        return copy;
    }

    public static Theme theme(String name) {
        return Theme.load(name, ThemeShelf.folder(folder("themes")));
    }
}
