package nl.plein.site.cli;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Optional;
import nl.plein.site.theme.ThemeShelf;

/** The themes that can be called by name: those in a folder that was given, those beside the program, those on the class path. */
final class ThemesAtHand {
    private ThemesAtHand() {}

    static ThemeShelf shelf(Optional<Path> given) {
        ThemeShelf onClassPath = ThemeShelf.classPath(ThemesAtHand.class.getClassLoader());
        ThemeShelf beside = besideProgram()
                .map(ThemeShelf::folder)
                .map(shelf -> shelf.or(onClassPath))
                .orElse(onClassPath);
        return given.map(ThemeShelf::folder).map(shelf -> shelf.or(beside)).orElse(beside);
    }

    /** {@code themes} next to {@code lib}, where the program's jars lie. */
    private static Optional<Path> besideProgram() {
        CodeSource source = ThemesAtHand.class.getProtectionDomain().getCodeSource();
        if (source == null) {
            return Optional.empty();
        }
        try {
            Path jar = Path.of(source.getLocation().toURI());
            return Optional.of(jar.resolveSibling("../themes").normalize()).filter(Files::isDirectory);
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
