package nl.plein.cms.bulk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import nl.plein.cms.bulk.BulkItem.Did;
import nl.plein.cms.content.Entries;
import nl.plein.cms.content.SaveDraft;
import nl.plein.cms.content.Saved;
import nl.plein.cms.content.Translations;
import nl.plein.cms.kernel.EntryId;
import nl.plein.cms.kernel.Invalid;
import nl.plein.cms.kernel.Json;
import nl.plein.cms.kernel.NotFound;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.model.ContentTypes;
import nl.plein.cms.model.FieldKind;
import nl.plein.cms.people.Access;
import nl.plein.cms.people.Permission;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Adds an entry to a field of references or tags of a draft, or takes it out: how entries are tagged. */
@ApplicationScoped
class ChangeReference {

    @Inject
    Access access;

    @Inject
    Entries entries;

    @Inject
    Translations translations;

    @Inject
    ContentTypes types;

    @Inject
    SaveDraft saveDraft;

    /**
     * @throws NotFound {@code unknown-entry} if there is no such item, {@code unknown-target}
     * @throws Invalid  {@code no-references} if entries of this type have no such field
     */
    Did perform(SiteId site, BulkWish wish, ItemRef item) {
        access.require(Permission.CONTENT_WRITE, site);
        String field = wish.field().orElseThrow();
        EntryId target = wish.target().orElseThrow();
        boolean adds = wish.act() == BulkAct.ADD_REFERENCE;
        if (adds && !isThere(site, target)) {
            throw new NotFound("unknown-target", "There is no entry " + target + " on this site to refer to.");
        }
        requireField(entries.get(site, item.entry()).type(), field);
        Saved draft = translations.draft(site, item.translation());
        JsonNode before = draft.payload().path(field);
        ArrayNode after = adds ? with(before, target) : without(before, target);
        if (after.size() == before.size()) {
            return Did.NOTHING;
        }
        return new Did(true, before.isMissingNode() ? "" : Json.write(before), save(site, draft, field, after));
    }

    /** Gives a field back what it held. @return the revision */
    String putBack(SiteId site, String field, ItemRef item) {
        Saved draft = translations.draft(site, item.translation());
        return save(site, draft, field, item.before().isEmpty() ? null : Json.parse(item.before()));
    }

    private String save(SiteId site, Saved draft, String field, @Nullable JsonNode value) {
        ObjectNode fields = (ObjectNode) draft.payload().deepCopy();
        fields.remove(field);
        if (value != null) {
            fields.set(field, value);
        }
        return saveDraft
                .perform(site, draft.translation(), draft.id(), fields)
                .id()
                .toString();
    }

    private boolean isThere(SiteId site, EntryId target) {
        return entries.find(site, target)
                .filter(found -> found.deletedAt().isEmpty())
                .isPresent();
    }

    private void requireField(String type, String field) {
        boolean holds = types.get(type)
                .field(field)
                .filter(found -> found.kind() == FieldKind.REFERENCES || found.kind() == FieldKind.TAGS)
                .isPresent();
        if (!holds) {
            throw new Invalid(
                    "no-references", "Entries of the type " + type + " have no field of references \"" + field + "\".");
        }
    }

    private static ArrayNode with(JsonNode references, EntryId target) {
        ArrayNode changed = Json.mapper().createArrayNode();
        references.forEach(changed::add);
        if (without(references, target).size() == references.size()) {
            changed.addObject().put("entry", target.toString());
        }
        return changed;
    }

    private static ArrayNode without(JsonNode references, EntryId target) {
        ArrayNode changed = Json.mapper().createArrayNode();
        for (JsonNode one : references) {
            if (!one.path("entry").asString("").equals(target.toString())) {
                changed.add(one);
            }
        }
        return changed;
    }
}
