package nl.plein.api.gateway;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;
import nl.plein.api.wire.Conditions;

/** Sends one file of a tree: conditions, one range, compression, HEAD (RFC 9110). */
@ApplicationScoped
public class FileAnswer {

    private static final String NAMED_BY_CONTENT = ".*[.-][0-9a-f]{8,64}\\.[a-z0-9]+|/_plein/media/[0-9a-f]{16}/[^/]+";

    @Inject
    HotBlobs blobs;

    /** @param isPublic whether a shared cache may keep it */
    void send(HttpServletRequest request, HttpServletResponse response, Trees.Found found, int status, boolean isPublic)
            throws IOException {
        String mediaType = MediaTypes.of(found.path());
        response.setContentType(mediaType);
        SecurityHeaders.add(request, response, mediaType);
        response.setHeader("Cache-Control", caching(found.path(), status, isPublic));
        response.setHeader("Vary", "Accept-Encoding, Authorization, Cookie");
        Optional<byte[]> small = blobs.small(found.sha256());
        if (small.isEmpty()) {
            sendLarge(request, response, found.sha256());
            return;
        }
        Optional<HotBlobs.Encoded> compressed =
                MediaTypes.isText(mediaType) && acceptsGzip(request) && !wantsRange(request, status)
                        ? blobs.compressed(found.sha256(), small.get())
                        : Optional.empty();
        String tag = compressed.map(HotBlobs.Encoded::tag).orElse(found.sha256());
        response.setHeader("ETag", "\"" + tag + "\"");
        if (status == 200 && Conditions.isKnown(request.getHeader("If-None-Match"), tag)) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        compressed.ifPresent(gzip -> response.setHeader("Content-Encoding", "gzip"));
        sendBytes(request, response, compressed.map(HotBlobs.Encoded::bytes).orElse(small.get()), status);
    }

    private static void sendBytes(HttpServletRequest request, HttpServletResponse response, byte[] bytes, int status)
            throws IOException {
        if (status == 200) {
            response.setHeader("Accept-Ranges", "bytes");
        }
        Optional<Range> range =
                wantsRange(request, status) ? Range.of(request, response, bytes.length) : Optional.empty();
        if (range.isPresent() && !range.get().isPossible()) {
            range.get().refuse(response, bytes.length);
            return;
        }
        int from = range.map(Range::from).orElse(0L).intValue();
        int to = range.map(r -> r.to() + 1).orElse((long) bytes.length).intValue();
        response.setStatus(range.isPresent() ? HttpServletResponse.SC_PARTIAL_CONTENT : status);
        range.ifPresent(
                r -> response.setHeader("Content-Range", "bytes " + r.from() + "-" + r.to() + "/" + bytes.length));
        response.setContentLength(to - from);
        if (!isHead(request)) {
            response.getOutputStream().write(bytes, from, to - from);
        }
    }

    private void sendLarge(HttpServletRequest request, HttpServletResponse response, String sha256) throws IOException {
        response.setHeader("ETag", "\"" + sha256 + "\"");
        response.setHeader("Accept-Ranges", "bytes");
        if (Conditions.isKnown(request.getHeader("If-None-Match"), sha256)) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        try (InputStream in = blobs.open(sha256)) {
            long length = in.available();
            Optional<Range> range = wantsRange(request, 200) ? Range.of(request, response, length) : Optional.empty();
            if (range.isPresent() && !range.get().isPossible()) {
                range.get().refuse(response, length);
                return;
            }
            long from = range.map(Range::from).orElse(0L);
            long count = range.map(r -> r.to() + 1).orElse(length) - from;
            response.setStatus(range.isPresent() ? HttpServletResponse.SC_PARTIAL_CONTENT : HttpServletResponse.SC_OK);
            range.ifPresent(
                    r -> response.setHeader("Content-Range", "bytes " + r.from() + "-" + r.to() + "/" + length));
            response.setContentLengthLong(count);
            if (!isHead(request)) {
                in.skipNBytes(from);
                copy(in, response, count);
            }
        }
    }

    private static void copy(InputStream in, HttpServletResponse response, long count) throws IOException {
        byte[] buffer = new byte[16_384];
        for (long left = count; left > 0; ) {
            int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
            if (read < 0) {
                return;
            }
            response.getOutputStream().write(buffer, 0, read);
            left -= read;
        }
    }

    private static String caching(String path, int status, boolean isPublic) {
        String who = isPublic ? "public" : "private";
        return status == 200 && path.matches(NAMED_BY_CONTENT) && isPublic
                ? "public, max-age=31536000, immutable"
                : who + ", no-cache";
    }

    private static boolean acceptsGzip(HttpServletRequest request) {
        String header = request.getHeader("Accept-Encoding");
        return header != null
                && header.toLowerCase(Locale.ROOT).matches(".*\\bgzip\\b(?!\\s*;\\s*q=0(\\.0*)?\\s*(,|$)).*");
    }

    /** Only GET knows ranges (RFC 9110, section 14.2). */
    private static boolean wantsRange(HttpServletRequest request, int status) {
        return status == 200 && !isHead(request) && request.getHeader("Range") != null;
    }

    private static boolean isHead(HttpServletRequest request) {
        return "HEAD".equals(request.getMethod());
    }
}
