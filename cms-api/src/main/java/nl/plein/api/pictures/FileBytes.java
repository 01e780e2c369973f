package nl.plein.api.pictures;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import nl.plein.api.wire.Conditions;
import nl.plein.cms.kernel.AgencyId;
import nl.plein.cms.media.AssetRef;
import nl.plein.cms.media.BlobStore;
import nl.plein.cms.media.RenditionRef;
import nl.plein.site.image.Rendition;
import org.jspecify.annotations.Nullable;

/** A file, or a picture in another size, as an answer that no browser runs anything in. */
@ApplicationScoped
public class FileBytes {

    /** What browsers show without running anything in it. The rest is for saving. */
    private static final List<String> SHOWN =
            List.of("image/png", "image/jpeg", "image/gif", "image/webp", "application/pdf");

    @Inject
    BlobStore blobs;

    @Inject
    RenditionShelf shelf;

    /** A blob as an answer. */
    private record Served(String sha256, long size, String mediaType) {}

    /**
     * @param file        that the caller may see
     * @param wanted      empty for the original
     * @param ifNoneMatch the header
     * @return without saying how long it may be kept
     */
    public Response.ResponseBuilder answer(
            AgencyId agency, AssetRef file, Optional<Rendition> wanted, @Nullable String ifNoneMatch) {
        Served served = wanted.map(rendition -> rendition(agency, file, rendition))
                .orElseGet(() -> new Served(file.sha256(), file.size(), file.mediaType()));
        Response.ResponseBuilder answer = Conditions.isKnown(ifNoneMatch, served.sha256())
                ? Response.notModified()
                : Response.ok(bytes(served.sha256())).header("Content-Length", served.size());
        return answer.type(served.mediaType())
                .header("ETag", "\"" + served.sha256() + "\"")
                .header("Content-Security-Policy", "default-src 'none'; sandbox; frame-ancestors 'none'")
                .header(
                        "Content-Disposition",
                        (SHOWN.contains(served.mediaType()) ? "inline" : "attachment") + "; filename=\""
                                + nameOf(file, wanted) + "\"");
    }

    private static String nameOf(AssetRef file, Optional<Rendition> wanted) {
        return wanted.map(rendition -> file.file().replaceFirst("[.][^.]*$", "") + "-" + rendition.width() + "."
                        + rendition.format().extension())
                .orElse(file.file());
    }

    private Served rendition(AgencyId agency, AssetRef file, Rendition wanted) {
        RenditionRef.Made made = shelf.forRequest(agency, file.sha256(), wanted);
        return new Served(made.sha256(), made.size(), wanted.format().mediaType());
    }

    private StreamingOutput bytes(String sha256) {
        return target -> {
            try (InputStream in = blobs.open(sha256).orElseThrow()) {
                in.transferTo(target);
            }
        };
    }
}
