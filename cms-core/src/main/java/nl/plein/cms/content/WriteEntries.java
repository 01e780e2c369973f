package nl.plein.cms.content;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import nl.plein.cms.kernel.Invalid;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.tenancy.SiteRef;

/** Creates or updates many entries in one transaction, for imports. An entry with a known origin is updated: it gets a new
 *  revision if its words changed, and another path only if it asks for one. */
@ApplicationScoped
public class WriteEntries {

    /** Entries in one act. */
    public static final int MOST = 500;

    @Inject
    ContentSites sites;

    @Inject
    Instance<EntryWriter> writers;

    /**
     * Idempotent for entries with an origin. Whoever should be a parent comes before its children.
     *
     * @return one for each, in the same order; an entry that is refused does not stop the others
     * @throws Invalid  {@code too-many-entries}
     * @throws nl.plein.cms.kernel.Conflict if somebody else wrote the same entries at the same moment; nothing is written then
     */
    @Transactional
    public List<Written> perform(SiteId id, List<NewEntry> wanted) {
        return perform(id, wanted, Map.of());
    }

    /** The same for entries of groups that are yet to come. @param coming slugs of such groups, by id */
    @Transactional
    public List<Written> perform(SiteId id, List<NewEntry> wanted, Map<String, String> coming) {
        SiteRef site = sites.forWriting(id);
        if (wanted.size() > MOST) {
            throw new Invalid("too-many-entries", "Write at most " + MOST + " entries at once.");
        }
        try (Instance.Handle<EntryWriter> writer = writers.getHandle()) {
            return writer.get().expecting(coming).write(site, wanted);
        }
    }
}
