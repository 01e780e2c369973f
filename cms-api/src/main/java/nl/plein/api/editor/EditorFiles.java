package nl.plein.api.editor;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContext;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.GZIPOutputStream;

/** What the build made of the editor. Each file is read, and packed for browsers that unpack, once. */
@ApplicationScoped
class EditorFiles {

    private static final String FOLDER = "/WEB-INF/editor/";

    /** @param packed with gzip; empty where that does not make it smaller */
    record Kept(byte[] bytes, Optional<byte[]> packed, String mediaType) {}

    @Inject
    ServletContext context;

    private final Map<String, Optional<Kept>> kept = new ConcurrentHashMap<>();

    /** @param name such as {@code index.html} or {@code assets/main-4f1d.js}; nothing outside of the folder has such a name */
    Optional<Kept> find(String name) {
        boolean isName = name.matches("[A-Za-z0-9_-]+(/[A-Za-z0-9_-]+)*(\\.[A-Za-z0-9_-]+)+");
        if (!isName) {
            return Optional.empty();
        }
        Optional<Kept> known = kept.get(name);
        if (known != null) {
            return known;
        }
        Optional<Kept> read = read(name);
        // What is not there is not remembered: anybody can ask for any name.
        read.ifPresent(file -> kept.put(name, read));
        return read;
    }

    private Optional<Kept> read(String name) {
        try (InputStream in = context.getResourceAsStream(FOLDER + name)) {
            if (in == null) {
                return Optional.empty();
            }
            byte[] bytes = in.readAllBytes();
            byte[] packed = pack(bytes);
            return Optional.of(new Kept(
                    bytes, packed.length < bytes.length ? Optional.of(packed) : Optional.empty(), mediaType(name)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] pack(byte[] bytes) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes);
        }
        return packed.toByteArray();
    }

    private static String mediaType(String name) {
        return switch (name.substring(name.lastIndexOf('.'))) {
            case ".html" -> "text/html;charset=utf-8";
            case ".js" -> "text/javascript;charset=utf-8";
            case ".css" -> "text/css;charset=utf-8";
            case ".svg" -> "image/svg+xml";
            case ".woff2" -> "font/woff2";
            default -> "application/octet-stream";
        };
    }
}
