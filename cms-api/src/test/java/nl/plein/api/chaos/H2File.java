package nl.plein.api.chaos;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.util.Properties;
import nl.plein.api.server.RunningServer;

/** The database of a server that is not running, opened with the driver that the server itself has, apart from all other classes. */
record H2File(String url) {

    static H2File of(RunningServer server) {
        return new H2File("jdbc:h2:file:" + server.data().resolve("db/plein").toAbsolutePath() + ";WRITE_DELAY=0");
    }

    Connection open() throws Exception {
        var loader = new URLClassLoader(new URL[] {driver().toUri().toURL()}, ClassLoader.getPlatformClassLoader());
        var driver = (Driver) loader.loadClass("org.h2.Driver").getConstructor().newInstance();
        var who = new Properties();
        who.put("user", "sa");
        who.put("password", "sa");
        return driver.connect(url, who);
    }

    private static Path driver() throws IOException {
        Path modules = Path.of(System.getProperty("plein.server.home", "target/server"), "modules");
        try (var files = Files.walk(modules)) {
            return files.filter(file -> file.getFileName().toString().matches("h2-[0-9.]+\\.jar"))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
