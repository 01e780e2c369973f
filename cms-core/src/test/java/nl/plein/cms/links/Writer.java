package nl.plein.cms.links;

import java.util.List;
import java.util.Optional;
import nl.plein.cms.content.CreateEntry;
import nl.plein.cms.content.DraftsForPublishing;
import nl.plein.cms.content.NewEntry;
import nl.plein.cms.content.SaveDraft;
import nl.plein.cms.content.TranslationKey;
import nl.plein.cms.content.Translations;
import nl.plein.cms.kernel.Audience;
import nl.plein.cms.kernel.Json;
import nl.plein.cms.model.DefineType;
import nl.plein.cms.publishing.Newsroom;
import nl.plein.cms.publishing.PublishEntries;
import nl.plein.cms.testkit.Plein;
import nl.plein.cms.workflow.Reason;
import nl.plein.cms.workflow.Subject;
import tools.jackson.databind.node.ObjectNode;

/** A site on which somebody writes news with links. */
final class Writer {

    private static final String TYPE =
            """
            {"key":"news","name":{"nl":"Nieuws"},"pathPattern":"/nieuws/{slug}","fields":[
              {"key":"title","kind":"text","required":true},{"key":"body","kind":"richText"},
              {"key":"more","kind":"link"}]}""";

    final Plein plein;
    final Newsroom room;

    Writer(Plein plein) {
        this.plein = plein;
        this.room = new Newsroom(plein);
        in(() -> plein.get(DefineType.class).perform(Json.parse(TYPE)));
    }

    private <T> T in(java.util.function.Supplier<T> work) {
        return plein.inAgency(room.site.agency(), work);
    }

    TranslationKey writes(String title, String body) {
        return writes(title, body, Audience.EVERYONE);
    }

    TranslationKey writes(String title, String body, Audience audience) {
        return in(() -> plein.get(CreateEntry.class)
                .perform(
                        room.id(),
                        NewEntry.of("news", "nl", fields(title, body))
                                .forAudience(audience)
                                .numberedIfTaken())
                .key());
    }

    TranslationKey writesLinkField(String title, String href) {
        ObjectNode fields = fields(title, "<p>x</p>");
        fields.putObject("more").put("href", href).put("label", "Meer hierover");
        return in(() -> plein.get(CreateEntry.class)
                .perform(room.id(), NewEntry.of("news", "nl", fields).numberedIfTaken())
                .key());
    }

    void saves(TranslationKey key, String title, String body) {
        in(() -> plein.get(SaveDraft.class)
                .perform(
                        room.id(),
                        key,
                        plein.get(Translations.class).get(room.id(), key).head(),
                        fields(title, body)));
    }

    void publishes(TranslationKey key) {
        in(() -> plein.get(PublishEntries.class).perform(room.id(), List.of(key)));
    }

    List<Reason> found(TranslationKey key) {
        return in(() -> plein.get(SoundLinks.class)
                .findings(new Subject(
                        room.site,
                        plein.get(DraftsForPublishing.class)
                                .of(room.id(), List.of(key))
                                .get(0),
                        Optional.empty())));
    }

    List<String> codes(TranslationKey key) {
        return found(key).stream().map(Reason::code).toList();
    }

    private static ObjectNode fields(String title, String body) {
        return Json.mapper().createObjectNode().put("title", title).put("body", body);
    }
}
