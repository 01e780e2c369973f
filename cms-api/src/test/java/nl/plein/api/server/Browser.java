package nl.plein.api.server;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The browser of this machine. */
public final class Browser {

    private Browser() {}

    /** Its program, if there is one: {@code plein.browser}, or what usual systems call it. */
    public static Optional<Path> program() {
        return List.of(
                        System.getProperty("plein.browser", "/usr/bin/chromium"),
                        "/usr/bin/chromium-browser",
                        "/usr/bin/google-chrome")
                .stream()
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }
}
