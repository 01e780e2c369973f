package nl.plein.api.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Response;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import nl.plein.api.identity.Callers;
import nl.plein.api.wire.Conditions;
import nl.plein.cms.kernel.Audience;
import nl.plein.cms.kernel.Hashes;
import nl.plein.cms.kernel.InstallationKey;
import nl.plein.cms.people.Viewer;

/** Answers that may be kept and asked for again: with a strong ETag and the site version they speak of. */
@ApplicationScoped
public class Answers {

    static final String VARY = "Authorization, Cookie";

    @Inject
    InstallationKey key;

    /**
     * Everything that is delivered follows from the history of the installation, the version of the site, who asks, and the
     * address: so does the tag, and a known one is answered without doing the work. A restore begins another history.
     */
    Response of(HttpServletRequest request, Viewer viewer, long version, Supplier<?> work) {
        return of(request, viewer, version, "", work);
    }

    /** @param beside what the answer tells that can change without a version of the site */
    Response of(HttpServletRequest request, Viewer viewer, long version, String beside, Supplier<?> work) {
        Map<String, String> headers = new LinkedHashMap<>();
        Response.ResponseBuilder answer =
                head(request, viewer, version, beside, headers::put) ? Response.notModified() : Response.ok(work.get());
        headers.forEach(answer::header);
        return answer.build();
    }

    private boolean head(
            HttpServletRequest request, Viewer viewer, long version, String beside, BiConsumer<String, String> header) {
        return head(request, tag(request, viewer, version + beside), version, header);
    }

    /**
     * Names the headers of the answer that has this tag.
     *
     * @return whether the caller has it already
     */
    static boolean head(HttpServletRequest request, String tag, long version, BiConsumer<String, String> header) {
        header.accept("ETag", "\"" + tag + "\"");
        header.accept("Site-Version", String.valueOf(version));
        header.accept("Cache-Control", caching(Callers.isNamedIn(request)));
        header.accept("Vary", VARY);
        return Conditions.isKnown(request.getHeader("If-None-Match"), tag);
    }

    /** The same answer, where it speaks of an older version than the one that it follows from. */
    static Response speakingOf(Response answer, long version) {
        answer.getHeaders().putSingle("Site-Version", version);
        return answer;
    }

    /** @param named whether the request says who asks */
    static String caching(boolean named) {
        return named ? "private, no-cache" : "public, no-cache";
    }

    /** The tag of the answer that {@link #of(HttpServletRequest, Viewer, long, Supplier)} would give. */
    String tag(HttpServletRequest request, Viewer viewer, long version) {
        return tag(request, viewer, Long.toString(version));
    }

    private String tag(HttpServletRequest request, Viewer viewer, String version) {
        var audiences =
                new TreeSet<>(viewer.audiences().stream().map(Audience::value).toList());
        return Hashes.sha256(HexFormat.of().formatHex(key.bytes()) + "\n" + version + "\n" + audiences
                        + viewer.mayReadHistory() + "\n" + request.getRequestURI() + "?" + request.getQueryString())
                .substring(0, 32);
    }
}
