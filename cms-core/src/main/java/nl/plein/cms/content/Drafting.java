package nl.plein.cms.content;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import nl.plein.cms.model.ContentType;
import nl.plein.cms.model.Field;
import nl.plein.cms.tenancy.AgencyData;
import nl.plein.cms.tenancy.SiteRef;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes the next draft of a translation and what follows from it: shared fields in the other translations, and the path of a
 *  page that nobody has seen yet. */
@Dependent
class Drafting {

    @Inject
    @AgencyData
    EntityManager data;

    @Inject
    Revisions revisions;

    @Inject
    PagePlaces places;

    @Inject
    KnownGroups groups;

    @Inject
    Entries entries;

    @Inject
    Translations translations;

    @Inject
    Payloads payloads;

    Revision next(SiteRef site, ContentType type, Entry entry, Translation translation, Payload payload) {
        Revision revision = revisions.add(entry, translation, payload);
        revisions.flush(); // an import that wrote at the same moment is noticed here, where it can be said
        share(type, entry, translation, payload);
        replace(site, type, entry, translation, payload);
        revisions.flush();
        return revision;
    }

    /** Fields that are not localised have one value in all translations. */
    private void share(ContentType type, Entry entry, Translation source, Payload payload) {
        List<Field> shared =
                type.fields().stream().filter(field -> !field.localised()).toList();
        if (shared.isEmpty()) {
            return;
        }
        for (Translation other : entries.translationsOf(entry)) {
            if (!other.id().equals(source.id())) {
                Revision head = translations.revisionRow(other, other.head()).orElseThrow();
                Payload changed = payloads.read(type, withShared(shared, payloads.now(type, head), payload.json()));
                if (!payloads.isSame(type, head, changed)) {
                    revisions.add(entry, other, changed);
                }
            }
        }
    }

    static ObjectNode withShared(List<Field> shared, JsonNode own, JsonNode source) {
        ObjectNode merged = (ObjectNode) own.deepCopy();
        for (Field field : shared) {
            JsonNode value = source.get(field.key());
            if (value == null) {
                merged.remove(field.key());
            } else {
                merged.set(field.key(), value);
            }
        }
        return merged;
    }

    /** The date in the path of a page follows its date field until it is published first; then only a move changes it. */
    private void replace(SiteRef site, ContentType type, Entry entry, Translation translation, Payload payload) {
        boolean dated = type.pathPattern(translation.locale())
                .filter(pattern -> pattern.contains("{yyyy}") || pattern.contains("{mm}") || pattern.contains("{dd}"))
                .isPresent();
        if (dated
                && translation.firstPublishedAt().isEmpty()
                && translation.explicitPath().isEmpty()) {
            Optional<String> parent = entry.parent().flatMap(id -> pathOf(id, translation.locale()));
            String path = Addressing.path(site, groups.of(site), type, entry, translation, payload.json(), parent);
            if (!isNumberOf(translation.path(), path)) {
                places.take(entry, translation, path, NewEntry.WhenTaken.ADD_NUMBER);
            }
        }
    }

    private static boolean isNumberOf(String path, String wanted) {
        return path.equals(wanted)
                || path.startsWith(wanted + "-")
                        && path.substring(wanted.length() + 1).matches("[0-9]{1,5}");
    }

    private Optional<String> pathOf(java.util.UUID entry, String locale) {
        return data.createQuery(
                        "select t.path from Translation t where t.entry = :entry and t.locale = :locale", String.class)
                .setParameter("entry", entry)
                .setParameter("locale", locale)
                .getResultStream()
                .filter(path -> !path.isEmpty())
                .findFirst();
    }
}
