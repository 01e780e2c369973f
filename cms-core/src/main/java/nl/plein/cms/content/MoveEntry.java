package nl.plein.cms.content;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.plein.cms.kernel.Audience;
import nl.plein.cms.kernel.EntryId;
import nl.plein.cms.kernel.Invalid;
import nl.plein.cms.kernel.Json;
import nl.plein.cms.kernel.Seen;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.tenancy.SiteRef;

/** Gives an entry's pages another place, or another audience; the pages under them follow. Visitors see it when the moved
 *  translations are published. */
@ApplicationScoped
public class MoveEntry {

    /**
     * Each part is left as it is where nothing is given.
     *
     * @param slugs         by locale
     * @param explicitPaths by locale, without its prefix; empty to follow the type again
     * @param parent        an empty inside means: under no other page
     */
    public record To(
            Map<String, String> slugs,
            Map<String, Optional<String>> explicitPaths,
            Optional<Optional<EntryId>> parent,
            Optional<Audience> audience) {

        public static final To WHERE_IT_IS = new To(Map.of(), Map.of(), Optional.empty(), Optional.empty());

        public To {
            slugs = Map.copyOf(slugs);
            explicitPaths = Map.copyOf(explicitPaths);
        }

        public static To slug(String locale, String slug) {
            return new To(Map.of(locale, slug), Map.of(), Optional.empty(), Optional.empty());
        }

        public static To path(String locale, String path) {
            return new To(Map.of(), Map.of(locale, Optional.of(path)), Optional.empty(), Optional.empty());
        }

        public static To under(EntryId parent) {
            return new To(Map.of(), Map.of(), Optional.of(Optional.of(parent)), Optional.empty());
        }

        public static To audience(Audience audience) {
            return new To(Map.of(), Map.of(), Optional.empty(), Optional.of(audience));
        }
    }

    /** @param from before, @param to now; public paths, empty for no page */
    public record Moved(TranslationKey translation, String from, String to) {}

    @Inject
    ContentSites sites;

    @Inject
    Entries entries;

    @Inject
    Instance<Moving> movings;

    @Inject
    ContentTrail trail;

    /**
     * @return each page whose path changed, those of the entry first
     * @throws Invalid {@code invalid-slug}, {@code invalid-path}, {@code reserved-path}, {@code unknown-parent}, {@code own-parent}
     * @throws nl.plein.cms.kernel.Conflict {@code path-taken}, also for a page under it; then nothing is moved
     */
    @Transactional
    public List<Moved> perform(SiteId id, EntryId entryId, To to) {
        return perform(id, entryId, to, Seen.ANY);
    }

    /** The same for somebody who has seen the entry. @param seen its tags, see {@link EntryRef#tag} */
    @Transactional
    public List<Moved> perform(SiteId id, EntryId entryId, To to, Seen seen) {
        SiteRef site = sites.forWriting(id);
        entries.refuseUnseen(id, entryId, seen);
        Entry entry = entries.live(id, entryId);
        try (Instance.Handle<Moving> moving = movings.getHandle()) {
            List<Moved> moved = moving.get().move(site, entry, to);
            trail.record(
                    "move-entry",
                    entryId,
                    Json.mapper()
                            .createObjectNode()
                            .put("pages", moved.size())
                            .put("audience", entry.audience().value()));
            return moved;
        }
    }
}
