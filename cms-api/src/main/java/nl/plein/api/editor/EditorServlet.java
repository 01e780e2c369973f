package nl.plein.api.editor;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import nl.plein.cms.kernel.Secrets;

/**
 * Hands out the editor on the platform's host. Each of its screens has an address of its own, and the same page: what has no file is the
 * page. On the host of a site the gateway answers, so
 * that no page of a site can reach into it.
 */
@WebServlet(urlPatterns = {"/editor", "/editor/*"})
public class EditorServlet extends HttpServlet {

    private static final String PAGE = "index.html";
    private static final int PERMANENTLY = 308;

    /** Nothing inline, and nothing from elsewhere. The nonce is for a rule of style that the library of components writes itself. */
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self' 'nonce-%s'; font-src 'self'; img-src 'self' blob:;"
                    + " connect-src 'self'; frame-src 'self'; base-uri 'none'; frame-ancestors 'none'; form-action 'none'";

    @Inject
    transient EditorFiles files;

    @Inject
    transient Secrets secrets;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getPathInfo() == null ? "" : request.getPathInfo().replaceFirst("^/", "");
        if (request.getPathInfo() == null) {
            response.setStatus(PERMANENTLY);
            response.setHeader("Location", "/editor/");
            return;
        }
        headers(response);
        Optional<EditorFiles.Kept> file = path.equals(PAGE) ? Optional.empty() : files.find(path);
        if (file.isPresent()) {
            response.setHeader("Cache-Control", "public, max-age=31536000, immutable");
            send(request, response, file.get());
        } else if (path.startsWith("assets/")) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
        } else {
            sendPage(response);
        }
    }

    private void sendPage(HttpServletResponse response) throws IOException {
        Optional<EditorFiles.Kept> page = files.find(PAGE);
        response.setContentType("text/html;charset=utf-8");
        response.setHeader("Cache-Control", "no-store");
        if (page.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            response.getOutputStream()
                    .write(
                            "<!DOCTYPE html><html lang=\"en\"><title>No editor</title><p>This server was built without the editor: build it again where Node 20 or newer is installed."
                                    .getBytes(StandardCharsets.UTF_8));
            return;
        }
        String nonce = secrets.next();
        response.setHeader("Content-Security-Policy", POLICY.formatted(nonce));
        byte[] html = new String(page.get().bytes(), StandardCharsets.UTF_8)
                .replace("</head>", "<meta property=\"csp-nonce\" nonce=\"" + nonce + "\">\n</head>")
                .getBytes(StandardCharsets.UTF_8);
        response.setContentLength(html.length);
        response.getOutputStream().write(html);
    }

    private static void send(HttpServletRequest request, HttpServletResponse response, EditorFiles.Kept file)
            throws IOException {
        String accepted = request.getHeader("Accept-Encoding");
        boolean isPacked = file.packed().isPresent() && accepted != null && accepted.contains("gzip");
        byte[] bytes = isPacked ? file.packed().get() : file.bytes();
        if (isPacked) {
            response.setHeader("Content-Encoding", "gzip");
        }
        response.setHeader("Vary", "Accept-Encoding");
        response.setContentType(file.mediaType());
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }

    private static void headers(HttpServletResponse response) {
        response.setHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        response.setHeader("Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=(), usb=()");
    }
}
