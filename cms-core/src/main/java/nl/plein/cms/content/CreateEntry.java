package nl.plein.cms.content;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import nl.plein.cms.kernel.Conflict;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.tenancy.SiteRef;

/** Makes an entry with its first draft. */
@ApplicationScoped
public class CreateEntry {

    @Inject
    ContentSites sites;

    @Inject
    Entries entries;

    @Inject
    Instance<EntryWriter> writers;

    @Inject
    ContentTrail trail;

    /**
     * @throws nl.plein.cms.kernel.Invalid {@code unknown-type}, {@code unknown-locale}, {@code invalid-payload} with findings,
     *     {@code payload-too-large}, {@code invalid-slug}, {@code invalid-path}, {@code reserved-path}, {@code unknown-parent}
     * @throws Conflict {@code path-taken}, {@code origin-taken}
     */
    @Transactional
    public Written.Saved perform(SiteId id, NewEntry wanted) {
        SiteRef site = sites.forWriting(id);
        wanted.origin().flatMap(origin -> entries.findByOrigin(id, origin)).ifPresent(entry -> {
            throw new Conflict(
                    "origin-taken", "Entry " + entry.id() + " has this origin already: save a draft of it instead.");
        });
        try (Instance.Handle<EntryWriter> writer = writers.getHandle()) {
            Written.Saved saved =
                    saved(writer.get().write(site, List.of(wanted)).get(0));
            trail.record("create-entry", saved.key(), saved.revision());
            return saved;
        }
    }

    static Written.Saved saved(Written written) {
        if (written instanceof Written.Refused refused) {
            throw refused.why();
        }
        return (Written.Saved) written;
    }
}
