package nl.plein.api.gateway;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** What browsers are told about every file of a site. Pages run only what comes from their own host, and nothing inline. */
public final class SecurityHeaders {

    private static final String OF_PAGES =
            "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none';"
                    + " form-action 'self'; frame-ancestors 'none'";
    private static final String OF_FILES = "default-src 'none'; style-src 'self'; frame-ancestors 'none'; sandbox";

    /** Browsers show no PDF in a sandbox. */
    private static final String OF_DOCUMENTS = "default-src 'none'; frame-ancestors 'none'";

    private SecurityHeaders() {}

    static void add(HttpServletRequest request, HttpServletResponse response, String mediaType) {
        response.setHeader("Content-Security-Policy", policy(mediaType));
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Referrer-Policy", "strict-origin-when-cross-origin");
        response.setHeader(
                "Permissions-Policy",
                "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Cross-Origin-Resource-Policy", "same-site");
        if (request.isSecure()) {
            response.setHeader("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
        }
    }

    /** The same for what is shown before it is published: its forms send nothing. */
    public static void ofPreview(HttpServletRequest request, HttpServletResponse response, String mediaType) {
        add(request, response, mediaType);
        if (MediaTypes.isPage(mediaType)) {
            response.setHeader("Content-Security-Policy", OF_PAGES.replace("form-action 'self'", "form-action 'none'"));
        }
    }

    /**
     * The same for a page in a frame of this host's own pages. It has no origin, so that it reaches nothing of them; what it loads of its own
     * comes from elsewhere then, in the browser's eyes.
     */
    public static void ofFrame(HttpServletRequest request, HttpServletResponse response, String mediaType) {
        ofPreview(request, response, mediaType);
        if (MediaTypes.isPage(mediaType)) {
            response.setHeader(
                    "Content-Security-Policy",
                    OF_PAGES.replace("form-action 'self'", "form-action 'none'")
                                    .replace("frame-ancestors 'none'", "frame-ancestors 'self'")
                            + "; sandbox allow-scripts");
        }
        response.setHeader("X-Frame-Options", "SAMEORIGIN");
        response.setHeader("Access-Control-Allow-Origin", "*");
        response.setHeader("Cross-Origin-Resource-Policy", "cross-origin");
    }

    private static String policy(String mediaType) {
        if (MediaTypes.isPage(mediaType)) {
            return OF_PAGES;
        }
        return mediaType.equals("application/pdf") ? OF_DOCUMENTS : OF_FILES;
    }
}
