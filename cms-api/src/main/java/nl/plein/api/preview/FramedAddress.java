package nl.plein.api.preview;

import java.util.Optional;

/**
 * {@code /framed/{site}/{id}/{key}/…}: the same pages in a frame of the editor, on the platform's host. The key is in the address, because
 * a frame whose pages have no origin of their own gets no cookies.
 *
 * @param site as it was sent
 */
record FramedAddress(String site, PreviewAddress preview) {

    private static final int PREFIX_SEGMENTS = 5;

    static Optional<FramedAddress> of(String uri) {
        String[] segments = uri.split("/", PREFIX_SEGMENTS + 1);
        if (segments.length < PREFIX_SEGMENTS || !segments[1].equals("framed")) {
            return Optional.empty();
        }
        String base = String.join("/", segments[0], segments[1], segments[2], segments[3], segments[4]);
        String path = segments.length > PREFIX_SEGMENTS ? "/" + segments[PREFIX_SEGMENTS] : "";
        return Optional.of(
                new FramedAddress(segments[2], new PreviewAddress(segments[3], base, path, Optional.of(segments[4]))));
    }
}
