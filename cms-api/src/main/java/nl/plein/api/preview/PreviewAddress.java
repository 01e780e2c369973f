package nl.plein.api.preview;

import java.util.Optional;

/**
 * {@code /preview/{id}/…} on the site's host, or {@code /framed/{site}/{id}/{key}/…} on the platform's.
 *
 * @param id   as it was sent
 * @param base of the preview, without a slash at the end
 * @param path of the site, as it was sent; empty where not even a slash follows the base
 * @param key  what lets into a framed preview; empty where a cookie does
 */
record PreviewAddress(String id, String base, String path, Optional<String> key) {

    private static final String PREFIX = "/preview/";

    /** Empty for what is of the API. */
    static Optional<PreviewAddress> of(String uri) {
        if (!uri.startsWith(PREFIX)) {
            return Optional.empty();
        }
        int end = uri.indexOf('/', PREFIX.length());
        String id = uri.substring(PREFIX.length(), end < 0 ? uri.length() : end);
        return id.matches("v[0-9]+")
                ? Optional.empty()
                : Optional.of(new PreviewAddress(id, PREFIX + id, end < 0 ? "" : uri.substring(end), Optional.empty()));
    }

    /** Whether it is one of the files that a page names by its content. */
    boolean isOfFile() {
        return path.contains("/_plein/");
    }
}
