package nl.plein.api.signin;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.plein.cms.kernel.Hashes;

/** What the pages of sign-in load: their style, their type, their icon. Addresses change with what is in them. */
@WebServlet(urlPatterns = {"/identity/files/*"})
public class StaticFiles extends HttpServlet {

    private record Kept(byte[] bytes, String mediaType) {}

    private static final Map<String, Kept> FILES = Stream.of("style.css", "source-sans-3.woff2", "plein.svg")
            .collect(Collectors.toUnmodifiableMap(name -> name, name -> new Kept(read(name), mediaType(name))));

    private static final String VERSION = Hashes.sha256(FILES.entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .map(file -> Hashes.sha256(file.getValue().bytes()))
                    .collect(Collectors.joining()))
            .substring(0, 16);

    static String address(String name) {
        return "/identity/files/" + VERSION + "/" + name;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getPathInfo() == null ? "" : request.getPathInfo();
        Kept file = FILES.get(path.substring(path.lastIndexOf('/') + 1));
        if (file == null || !path.startsWith("/" + VERSION + "/")) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        response.setContentType(file.mediaType());
        response.setHeader("Cache-Control", "public, max-age=31536000, immutable");
        response.setContentLength(file.bytes().length);
        response.getOutputStream().write(file.bytes());
    }

    private static String mediaType(String name) {
        return switch (name.substring(name.lastIndexOf('.'))) {
            case ".css" -> "text/css;charset=utf-8";
            case ".svg" -> "image/svg+xml";
            default -> "font/woff2";
        };
    }

    private static byte[] read(String name) {
        try (InputStream in = StaticFiles.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("no file " + name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
