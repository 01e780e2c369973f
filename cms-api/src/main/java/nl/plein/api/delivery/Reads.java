package nl.plein.api.delivery;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.plein.cms.kernel.EntryId;
import nl.plein.cms.publishing.Read;
import org.jspecify.annotations.Nullable;

/** What the answer to one request has read. Nobody may keep an answer that does not say of which version it speaks. */
final class Reads {

    private static final String OF_REQUEST = Reads.class.getName();

    private final Set<Read> all = new HashSet<>();
    private long version = -1;

    /** Notes what is read for this request from now on. */
    static Reads begin(HttpServletRequest request) {
        var reads = new Reads();
        request.setAttribute(OF_REQUEST, reads);
        return reads;
    }

    /** Of this request; notes for nobody if none were begun. */
    static Reads of(HttpServletRequest request) {
        return Optional.ofNullable((Reads) request.getAttribute(OF_REQUEST)).orElseGet(Reads::new);
    }

    void entries(Collection<EntryId> entries) {
        entries.forEach(entry -> all.add(new Read.OfEntry(entry)));
    }

    void path(String path) {
        all.add(new Read.AtPath(path));
    }

    /** @param types empty for all */
    void kinds(List<String> types, @Nullable String locale) {
        String in = locale == null ? Read.OfKind.ALL : locale;
        if (types.isEmpty()) {
            all.add(new Read.OfKind(Read.OfKind.ALL, in));
        }
        types.forEach(type -> all.add(new Read.OfKind(type, in)));
    }

    void speakOf(long siteVersion) {
        version = siteVersion;
    }

    boolean isSpoken() {
        return version >= 0;
    }

    long version() {
        return version;
    }

    Set<Read> all() {
        return Set.copyOf(all);
    }
}
