package nl.plein.cms.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import nl.plein.cms.search.IndexCursors.Cursor;
import nl.plein.cms.tenancy.SiteRef;

/** Compares the index of this node with the database, document by document. Exact while nobody publishes on the site. */
@ApplicationScoped
public class IndexAudit {

    @Inject
    PublicationIndex index;

    @Inject
    IndexContents contents;

    @Inject
    SearchFollower follower;

    /**
     * What is wrong with the index of a site.
     *
     * @param position  the version that the index has reached
     * @param documents how many publications there are to be found
     * @param missing   ids of publications that the index does not have
     * @param extra     ids of publications that it should not have
     * @param stale     ids of publications of which it says something else than the database
     */
    public record Findings(long position, int documents, List<String> missing, List<String> extra, List<String> stale) {

        public Findings {
            missing = List.copyOf(missing);
            extra = List.copyOf(extra);
            stale = List.copyOf(stale);
        }

        public boolean agrees() {
            return missing.isEmpty() && extra.isEmpty() && stale.isEmpty();
        }
    }

    /** The site's agency must be current. A site that the index does not know has all its publications missing. */
    public Findings compare(SiteRef site) {
        Optional<Cursor> known = index.cursors().of(site.id());
        Cursor cursor = known.orElse(new Cursor(0, 0, "", ""));
        Map<String, String> there = contents.hashes(site.id(), cursor.horizon());
        Map<String, String> expected = new HashMap<>();
        follower.expected(site, cursor)
                .forEach(d -> expected.put(d.id, String.valueOf(d.values.get(IndexedPublication.CONTENT))));
        return new Findings(
                cursor.position(),
                expected.size(),
                sorted(expected.keySet().stream().filter(id -> !there.containsKey(id))),
                sorted(there.keySet().stream().filter(id -> !expected.containsKey(id))),
                sorted(expected.keySet().stream()
                        .filter(there::containsKey)
                        .filter(id -> !Objects.equals(expected.get(id), there.get(id)))));
    }

    private static List<String> sorted(java.util.stream.Stream<String> ids) {
        return ids.sorted().toList();
    }
}
