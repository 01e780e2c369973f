package nl.plein.api.signin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** What all pages of sign-in have in common: the frame, and what browsers are told. */
@ApplicationScoped
public class Layout {

    private static final String POLICY = "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self';"
            + " base-uri 'none'; frame-ancestors 'none'; form-action 'self'";

    private static final String FRAME =
            """
            <!DOCTYPE html>
            <html lang="{}">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="robots" content="noindex">
            <meta name="color-scheme" content="light dark">
            <title>{}</title>
            <link rel="icon" href="{}" type="image/svg+xml">
            <link rel="stylesheet" href="{}">
            </head>
            <body>
            <a class="skip" href="#main">{}</a>
            <div class="square" aria-hidden="true">{}</div>
            <div class="paper">
            <header><p class="brand">{}<span>Plein</span></p></header>
            <main id="main" tabindex="-1">
            <h1>{}</h1>
            {}
            </main>
            <footer><p><a href="{}" lang="{}" hreflang="{}">{}</a></p></footer>
            </div>
            </body>
            </html>
            """;

    void send(HttpServletRequest request, HttpServletResponse response, Words words, Reply.HtmlPage page)
            throws IOException {
        response.setStatus(page.status());
        response.setContentType("text/html;charset=utf-8");
        response.setHeader("Content-Language", words.language());
        response.setHeader("Cache-Control", "no-store");
        response.setHeader(
                "Content-Security-Policy",
                POLICY + page.leadsTo().map(origin -> " " + origin).orElse(""));
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        // "no-referrer" would take the Origin from the forms.
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        response.setHeader("Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=(), usb=()");
        page.headers().forEach(response::setHeader);
        byte[] html = write(request, words, page).text().getBytes(StandardCharsets.UTF_8);
        response.setContentLength(html.length);
        if (!"HEAD".equals(request.getMethod())) {
            response.getOutputStream().write(html);
        }
    }

    private static Html write(HttpServletRequest request, Words words, Reply.HtmlPage page) {
        Words other = Words.in(words.language().equals("nl") ? "en" : "nl");
        String title = (page.isWrong() ? words.say("error.prefix") + " " : "") + page.title() + " – Plein";
        return Html.of(
                FRAME,
                words.language(),
                title,
                StaticFiles.address("plein.svg"),
                StaticFiles.address("style.css"),
                words.say("skip"),
                Stones.SQUARE,
                Stones.MARK,
                page.title(),
                page.body(),
                inOther(request, page, other.language()),
                other.language(),
                other.language(),
                other.say("language.this"));
    }

    /** This page in the other language; what was sent by a form is not sent again. */
    private static String inOther(HttpServletRequest request, Reply.HtmlPage page, String language) {
        return request.getRequestURI() + (page.again().isEmpty() ? "?" : page.again() + "&") + "language=" + language;
    }
}
