package nl.plein.api.preview;

import java.util.Optional;

/**
 * {@code /preview/{id}/…}
 *
 * @param id   as it was sent
 * @param path of the site, as it was sent; empty where not even a slash follows the id
 */
record PreviewAddress(String id, String path) {

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
                : Optional.of(new PreviewAddress(id, end < 0 ? "" : uri.substring(end)));
    }

    /** Of the preview, without a slash at the end. */
    String base() {
        return PREFIX + id;
    }

    /** Whether it is one of the files that a page names by its content. */
    boolean isOfFile() {
        return path.contains("/_plein/");
    }
}
