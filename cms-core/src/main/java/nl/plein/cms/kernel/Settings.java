package nl.plein.cms.kernel;

import java.nio.file.Path;
import java.util.Optional;

/** The installation's settings, named {@code plein.*}; the server reads them from MicroProfile Config. */
public interface Settings {

    Optional<String> get(String name);

    /** The folder that holds everything this installation keeps on disk: {@code plein.data}, else {@code ./data}. */
    default Path dataFolder() {
        return Path.of(get("plein.data").orElse("data")).toAbsolutePath().normalize();
    }
}
