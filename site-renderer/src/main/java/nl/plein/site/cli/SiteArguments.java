package nl.plein.site.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.plein.site.copy.SiteCopy;
import nl.plein.site.kernel.Hashes;
import nl.plein.site.kernel.Trouble;
import nl.plein.site.model.Audience;
import nl.plein.site.model.Site;
import nl.plein.site.render.Options;
import nl.plein.site.source.FolderSource;
import nl.plein.site.source.HttpSource;
import nl.plein.site.source.Source;
import nl.plein.site.theme.Theme;
import nl.plein.site.tree.OutFolder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What every command that renders has to know: which site, in which theme, for whom, and where to. */
final class SiteArguments {
    @Option(
            names = "--source",
            required = true,
            paramLabel = "URL|DIR",
            description = "A Plein server, or the folder of a saved site.")
    @SuppressWarnings("NullAway.Init")
    private String source;

    @Option(names = "--site", paramLabel = "NAME", description = "Id of the site; not needed for a saved one.")
    private @Nullable String site;

    @Option(
            names = "--theme",
            paramLabel = "DIR|NAME",
            description = "Theme; without it, the one that the site has chosen.")
    private @Nullable String theme;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Where the site goes: an empty folder or the last result.")
    private @Nullable Path out;

    @Option(
            names = "--audience",
            paramLabel = "A",
            split = ",",
            description =
                    "everyone, government or agency; without it, the widest of the site. Several, with commas between,"
                            + " each get a folder of their name.")
    private List<String> audiences = List.of();

    @Option(names = "--locale", paramLabel = "L", description = "Only the pages of this locale.")
    private @Nullable String locale;

    @Option(
            names = "--base-path",
            paramLabel = "P",
            defaultValue = "",
            description = "Path under which the site will be served.")
    @SuppressWarnings("NullAway.Init")
    private String basePath;

    @Option(
            names = "--token",
            paramLabel = "T",
            defaultValue = "${env:PLEIN_TOKEN}",
            description = "Token for content that not everyone may see (or PLEIN_TOKEN).")
    private @Nullable String token;

    @Option(
            names = "--state",
            paramLabel = "DIR",
            description = "Where the local copy is kept, so that a next build only fetches changes.")
    private @Nullable Path state;

    @Option(
            names = "--precompress",
            description =
                    "Put a .gz file beside each text, for web servers that send those (gzip_static and the like).")
    private boolean precompress;

    @Option(
            names = "--themes",
            paramLabel = "DIR",
            hidden = true,
            description = "Folder of themes that are found by name.")
    private @Nullable Path themes;

    Source open() {
        if (source.startsWith("http://") || source.startsWith("https://")) {
            if (site == null) {
                throw new Trouble("Which site? Give its id: --site NAME.");
            }
            return new HttpSource(
                    URI.create(source), site, Optional.ofNullable(token).filter(value -> !value.isBlank()));
        }
        return new FolderSource(Path.of(source));
    }

    SiteCopy copy(Source from) throws IOException {
        if (state == null) {
            return SiteCopy.inMemory();
        }
        Files.createDirectories(state);
        String name = (site == null ? "site" : site) + "-"
                + Hashes.sha256(from.origin()).substring(0, 8) + ".copy";
        return SiteCopy.open(state.resolve(name), from.origin());
    }

    /** As it lies on the disk now. */
    Theme theme(SiteCopy copy) {
        return Theme.load(
                theme == null ? Site.themeName(copy) : theme, ThemesAtHand.shelf(Optional.ofNullable(themes)));
    }

    Map<Audience, OutFolder> folders(Site whole) throws IOException {
        if (out == null) {
            throw new Trouble("Where to? Give a folder: --out DIR.");
        }
        Map<Audience, OutFolder> folders = new LinkedHashMap<>();
        if (audiences.size() < 2) {
            Audience only = audiences.isEmpty() ? whole.audiences().get(0) : Audience.of(audiences.get(0));
            folders.put(only, new OutFolder(out, precompress));
        } else {
            for (String name : audiences) {
                Audience audience = Audience.of(name.strip());
                folders.put(audience, new OutFolder(out.resolve(audience.key()), precompress));
            }
        }
        return folders;
    }

    /** For a single tree that goes nowhere else. */
    Map<Audience, OutFolder> folder(Site whole, Path place) throws IOException {
        if (audiences.size() > 1) {
            throw new Trouble("One audience at a time can be looked at; give one with --audience.");
        }
        Audience only = audiences.isEmpty() ? whole.audiences().get(0) : Audience.of(audiences.get(0));
        return Map.of(only, new OutFolder(place));
    }

    Options options() {
        return Options.usual().withBasePath(basePath).withLocale(Optional.ofNullable(locale));
    }
}
