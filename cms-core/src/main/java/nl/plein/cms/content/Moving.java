package nl.plein.cms.content;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.plein.cms.kernel.EntryId;
import nl.plein.cms.kernel.Invalid;
import nl.plein.cms.model.ContentType;
import nl.plein.cms.model.ContentTypes;
import nl.plein.cms.tenancy.AgencyData;
import nl.plein.cms.tenancy.SiteRef;
import tools.jackson.databind.JsonNode;

/** Moves an entry and, level by level, what lies under it. */
@Dependent
class Moving {

    private static final int CHUNK = 1_000;
    private static final int DEEPEST = 50;

    @Inject
    @AgencyData
    EntityManager data;

    @Inject
    Entries entries;

    @Inject
    ContentTypes types;

    @Inject
    PagePlaces places;

    @Inject
    KnownGroups groups;

    @Inject
    Revisions revisions;

    private final Map<TranslationKey, String> paths = new HashMap<>();
    private final List<MoveEntry.Moved> moved = new ArrayList<>();

    List<MoveEntry.Moved> move(SiteRef site, Entry entry, MoveEntry.To to) {
        to.audience().ifPresent(entry::showTo);
        to.parent().ifPresent(parent -> hang(site, entry, parent));
        List<Translation> own = entries.translationsOf(entry);
        own.forEach(translation -> rename(translation, to));
        entry.parent().ifPresent(parent -> remember(translationsOf(List.of(parent))));
        replace(site, Map.of(entry.id(), entry), own);
        follow(site, entry);
        revisions.flush();
        return List.copyOf(moved);
    }

    private static void rename(Translation translation, MoveEntry.To to) {
        String slug = to.slugs().get(translation.locale());
        if (slug != null) {
            translation.rename(Addressing.slug(Optional.of(slug), ""));
        }
        Optional<String> explicit = to.explicitPaths().get(translation.locale());
        if (explicit != null) {
            translation.pinTo(Addressing.explicit(explicit));
        }
    }

    /** @throws Invalid {@code unknown-parent}, {@code own-parent} */
    private void hang(SiteRef site, Entry entry, Optional<EntryId> parent) {
        Optional<Entry> above = parent.map(id -> entries.row(site.id(), id)
                .filter(found -> !found.inTrash())
                .orElseThrow(() ->
                        new Invalid("unknown-parent", "There is no entry " + id + " on this site to lie under.")));
        Optional<Entry> ancestor = above;
        for (int level = 0; ancestor.isPresent(); level++) {
            if (ancestor.get().id().equals(entry.id()) || level > DEEPEST) {
                throw new Invalid("own-parent", "A page can't lie under itself: choose another parent.");
            }
            ancestor = ancestor.get().parent().flatMap(id -> entries.row(site.id(), new EntryId(id)));
        }
        entry.moveUnder(above.map(Entry::id).orElse(null));
    }

    private void follow(SiteRef site, Entry entry) {
        List<UUID> level = List.of(entry.id());
        for (int depth = 0; !level.isEmpty() && depth < DEEPEST; depth++) {
            Map<UUID, Entry> children = childrenOf(level);
            replace(site, children, translationsOf(List.copyOf(children.keySet())));
            level = List.copyOf(children.keySet());
        }
    }

    private void replace(SiteRef site, Map<UUID, Entry> of, List<Translation> translations) {
        Map<UUID, JsonNode> payloads = payloadsOf(translations);
        for (Translation translation : translations) {
            Entry entry = java.util.Objects.requireNonNull(of.get(translation.entry()));
            ContentType type = types.get(entry.type());
            Optional<String> parentPath = entry.parent()
                    .map(id -> paths.get(new TranslationKey(new EntryId(id), translation.locale())))
                    .filter(path -> !path.isEmpty());
            JsonNode payload = java.util.Objects.requireNonNull(
                    payloads.get(translation.head().value()));
            String path = Addressing.path(site, groups.of(site), type, entry, translation, payload, parentPath);
            String before = translation.path();
            places.take(entry, translation, path, NewEntry.WhenTaken.REFUSE);
            if (!before.equals(translation.path())) {
                moved.add(new MoveEntry.Moved(translation.key(), before, translation.path()));
            }
        }
        remember(translations);
    }

    private void remember(List<Translation> translations) {
        translations.forEach(translation -> paths.put(translation.key(), translation.path()));
    }

    private Map<UUID, Entry> childrenOf(List<UUID> parents) {
        Map<UUID, Entry> children = new HashMap<>();
        for (int from = 0; from < parents.size(); from += CHUNK) {
            data.createQuery("select e from Entry e where e.parent in :parents and e.deletedAt is null", Entry.class)
                    .setParameter("parents", parents.subList(from, Math.min(parents.size(), from + CHUNK)))
                    .getResultList()
                    .forEach(child -> children.put(child.id(), child));
        }
        return children;
    }

    private List<Translation> translationsOf(List<UUID> ids) {
        List<Translation> translations = new ArrayList<>();
        for (int from = 0; from < ids.size(); from += CHUNK) {
            translations.addAll(data.createQuery("select t from Translation t where t.entry in :ids", Translation.class)
                    .setParameter("ids", ids.subList(from, Math.min(ids.size(), from + CHUNK)))
                    .getResultList());
        }
        return translations;
    }

    private Map<UUID, JsonNode> payloadsOf(List<Translation> translations) {
        List<UUID> heads = translations.stream()
                .map(translation -> translation.head().value())
                .toList();
        Map<UUID, JsonNode> payloads = new HashMap<>();
        for (int from = 0; from < heads.size(); from += CHUNK) {
            data.createQuery("select r.id, r.payload from Revision r where r.id in :ids", Object[].class)
                    .setParameter("ids", heads.subList(from, Math.min(heads.size(), from + CHUNK)))
                    .getResultStream()
                    .forEach(row -> payloads.put((UUID) row[0], (JsonNode) row[1]));
        }
        return payloads;
    }
}
