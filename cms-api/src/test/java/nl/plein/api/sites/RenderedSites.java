package nl.plein.api.sites;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nl.plein.api.server.Client;
import nl.plein.api.server.RunningServer;
import nl.plein.site.copy.SiteCopy;
import nl.plein.site.copy.Sync;
import nl.plein.site.model.Audience;
import nl.plein.site.render.Options;
import nl.plein.site.render.SiteRenderer;
import nl.plein.site.source.HttpSource;
import nl.plein.site.theme.Theme;
import nl.plein.site.theme.ThemeShelf;
import nl.plein.site.tree.OutFolder;

/** The sites of the demonstration as folders of files, each in its own theme, and one of them in the others too. */
final class RenderedSites implements AutoCloseable {

    private static final Path THEMES = Path.of("../themes").toAbsolutePath().normalize();
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "css", "text/css",
            "js", "text/javascript",
            "svg", "image/svg+xml",
            "json", "application/json",
            "woff2", "font/woff2",
            "jpg", "image/jpeg",
            "webp", "image/webp");

    private final Path folder;
    private final HttpServer http;
    private final List<String> trees = new ArrayList<>();
    private final List<String> whole = new ArrayList<>();

    /** @param folder an empty one */
    RenderedSites(Path folder) throws IOException {
        this.folder = folder;
        RunningServer server = RunningServer.fresh();
        try {
            server.start("-Dplein.demo=true");
            render(server, "voorbeeldstad", "everyone", List.of("square", "accent", "base"));
            render(server, "voorbeeldstad-intranet", "agency", List.of("intranet"));
            render(server, "voorbeeldstad-denkmee", "everyone", List.of("participate"));
            whole.addAll(trees);
            String member = aMember(server, "voorbeeldstad-intranet", "molenstraat");
            render(server, member, "voorbeeldstad-intranet", "group:molenstraat", List.of("intranet"));
        } finally {
            server.stop();
        }
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.createContext("/", this::answer);
        http.start();
    }

    /** What was rendered: the whole sites, named after their themes, and the tree of a group. Each has a folder of its name. */
    List<String> trees() {
        return trees;
    }

    /** The trees that have a site's every page, its home and its search among them. */
    List<String> whole() {
        return whole;
    }

    /** All pages of a tree, as paths that begin with a slash. */
    List<String> pages(String tree) throws IOException {
        return files(tree, ".html").stream()
                .map(file -> "/" + folder.resolve(tree).relativize(file).toString())
                .map(path -> path.endsWith("/index.html") ? path.substring(0, path.length() - 10) : path)
                .toList();
    }

    /** Of the pages that lie in one folder, the one that says most: those of one kind lie together. The top of each language is whole. */
    List<String> onePageOfEachKind(String tree) throws IOException {
        Map<String, String> longest = new LinkedHashMap<>();
        for (String page : pages(tree)) {
            String bare = page.replaceFirst("^/en(/|$)", "/");
            boolean top = bare.indexOf('/', 1) < 0 || bare.indexOf('/', 1) == bare.length() - 1;
            String kind = top ? page : page.replaceFirst("[^/]+/?$", "");
            String before = longest.get(kind);
            if (before == null || Files.size(file(tree, page)) > Files.size(file(tree, before))) {
                longest.put(kind, page);
            }
        }
        return List.copyOf(longest.values());
    }

    Path file(String tree, String page) {
        Path path = folder.resolve(tree + page);
        return Files.isDirectory(path) ? path.resolve("index.html") : path;
    }

    List<Path> files(String tree, String ending) throws IOException {
        try (Stream<Path> all = Files.walk(folder.resolve(tree))) {
            return all.filter(file -> file.toString().endsWith(ending)).sorted().toList();
        }
    }

    /** Where a browser finds a page. A tree is at the root of a host of its own name. */
    String address(String tree, String page) {
        return "http://" + tree + ".localhost:" + http.getAddress().getPort() + page;
    }

    private void render(RunningServer server, String site, String audience, List<String> themes) throws IOException {
        render(server, RunningServer.ADMINISTRATOR, site, audience, themes);
    }

    private void render(RunningServer server, String token, String site, String audience, List<String> themes)
            throws IOException {
        awaitLive(server, site);
        HttpSource source = new HttpSource(URI.create("http://127.0.0.1:" + server.port()), site, Optional.of(token));
        try (SiteCopy copy = SiteCopy.inMemory()) {
            new Sync(source, copy).toNewest();
            for (String theme : themes) {
                String tree = audience.startsWith("group:") ? theme + "-" + audience.substring(6) : theme;
                new SiteRenderer(Theme.load(theme, ThemeShelf.folder(THEMES)))
                        .renderInto(
                                new OutFolder(Files.createDirectories(folder.resolve(tree))),
                                copy,
                                source,
                                Audience.of(audience),
                                Options.usual());
                trees.add(tree);
            }
        }
    }

    /** @return the token of somebody who is new in the group: nobody else reads what is the group's, no administrator either */
    private static String aMember(RunningServer server, String site, String group) {
        return Client.of(server)
                .withToken(RunningServer.ADMINISTRATOR)
                .post(
                        "/manage/v1/sites/" + site + "/groups/" + group + "/members",
                        "{\"name\":\"Bo\",\"role\":\"member\"}")
                .json()
                .path("secret")
                .asString();
    }

    private static void awaitLive(RunningServer server, String site) {
        Client administrator = Client.of(server).withToken(RunningServer.ADMINISTRATOR);
        for (Instant end = Instant.now().plus(Duration.ofSeconds(120));
                Instant.now().isBefore(end);
                pause()) {
            Client.Answer answer = administrator.get("/manage/v1/sites/" + site);
            if (answer.status() == 200 && answer.json().path("liveVersion").asLong(0) > 0) {
                return;
            }
        }
        throw new IllegalStateException("the demonstration's site " + site + " is not live");
    }

    private static void pause() {
        try {
            Thread.sleep(200);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        String host = String.valueOf(exchange.getRequestHeaders().getFirst("Host"));
        Path file = file(
                host.substring(0, host.indexOf('.')), exchange.getRequestURI().getPath());
        try (exchange) {
            if (!Files.isRegularFile(file)) {
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            String name = file.getFileName().toString();
            exchange.getResponseHeaders()
                    .set(
                            "Content-Type",
                            TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "application/octet-stream"));
            exchange.sendResponseHeaders(200, 0);
            Files.copy(file, exchange.getResponseBody());
        }
    }

    @Override
    public void close() {
        http.stop(0);
    }
}
