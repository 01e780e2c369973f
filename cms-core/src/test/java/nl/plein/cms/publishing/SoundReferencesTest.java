package nl.plein.cms.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.plein.cms.content.CreateEntry;
import nl.plein.cms.content.DeleteEntry;
import nl.plein.cms.content.DraftsForPublishing;
import nl.plein.cms.content.NewEntry;
import nl.plein.cms.content.TranslationKey;
import nl.plein.cms.kernel.Audience;
import nl.plein.cms.kernel.EntryId;
import nl.plein.cms.kernel.Json;
import nl.plein.cms.model.DefineType;
import nl.plein.cms.testkit.OnEveryDatabase;
import nl.plein.cms.testkit.Plein;
import nl.plein.cms.workflow.Reason;
import nl.plein.cms.workflow.Subject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import tools.jackson.databind.node.ObjectNode;

/** Where the links and references of a draft lead. */
@OnEveryDatabase
class SoundReferencesTest {

    private static final String TYPE =
            """
            {"key":"news","name":{"nl":"Nieuws"},"pathPattern":"/nieuws/{slug}","fields":[
              {"key":"title","kind":"text","required":true},{"key":"body","kind":"richText"},
              {"key":"image","kind":"asset"},{"key":"next","kind":"reference"}]}""";

    @Parameter
    Plein plein;

    private Newsroom room;

    @BeforeEach
    void open() {
        room = new Newsroom(plein);
        plein.inAgency(room.site.agency(), () -> plein.get(DefineType.class).perform(Json.parse(TYPE)));
    }

    @Test
    void a_link_to_a_published_page_is_left_alone() {
        EntryId target = written("Doel", Audience.EVERYONE);
        publish(target);

        assertThat(codes(linking(target, Audience.EVERYONE))).isEmpty();
    }

    @Test
    void a_link_to_what_is_not_published_says_so_by_its_words() {
        EntryId target = written("Doel", Audience.EVERYONE);

        List<Reason> found = found(linking(target, Audience.EVERYONE));

        assertThat(found).extracting(Reason::code).containsExactly("target-not-published");
        assertThat(found.get(0).pointer()).isEqualTo("/body");
        assertThat(found.get(0).words().nl())
                .isEqualTo(
                        "De link “onze plannen” leidt naar iets dat niet gepubliceerd is: publiceer dat ook, of haal de link weg.");
    }

    @Test
    void a_link_to_what_lies_in_the_trash_or_never_was_is_told_apart() {
        EntryId thrown = written("Weg", Audience.EVERYONE);
        plein.inAgency(room.site.agency(), () -> plein.get(DeleteEntry.class).perform(room.id(), thrown));

        assertThat(codes(linking(thrown, Audience.EVERYONE))).containsExactly("target-in-trash");
        assertThat(codes(linking(new EntryId(UUID.randomUUID()), Audience.EVERYONE)))
                .containsExactly("target-gone");
    }

    @Test
    void a_link_that_not_all_readers_may_follow_is_found() {
        EntryId inside = written("Voor collega's", Audience.AGENCY);
        publish(inside);

        assertThat(codes(linking(inside, Audience.EVERYONE))).containsExactly("target-for-fewer");
        assertThat(codes(linking(inside, Audience.AGENCY))).isEmpty();
    }

    @Test
    void references_and_files_of_fields_are_looked_at_too() {
        ObjectNode fields = Json.mapper().createObjectNode().put("title", "Bericht");
        fields.putObject("next")
                .put("entry", written("Later", Audience.EVERYONE).toString());
        fields.putObject("image").put("asset", UUID.randomUUID().toString());
        TranslationKey draft = create(fields, Audience.EVERYONE);

        List<Reason> found = found(draft);

        assertThat(found).extracting(Reason::code).containsExactly("file-gone", "target-not-published");
        assertThat(found).extracting(Reason::pointer).containsExactly("/image", "/next");
        assertThat(found.get(1).words().en())
                .isEqualTo(
                        "This reference leads to something that is not published: publish that too, or take the reference out.");
    }

    private TranslationKey linking(EntryId target, Audience audience) {
        return create(
                Json.mapper()
                        .createObjectNode()
                        .put("title", "Bericht")
                        .put("body", "<p>Lees <a data-entry=\"" + target + "\">onze plannen</a>.</p>"),
                audience);
    }

    private EntryId written(String title, Audience audience) {
        return create(Json.mapper().createObjectNode().put("title", title), audience)
                .entry();
    }

    private TranslationKey create(ObjectNode fields, Audience audience) {
        return plein.inAgency(room.site.agency(), () -> plein.get(CreateEntry.class)
                .perform(
                        room.id(),
                        NewEntry.of("news", "nl", fields).forAudience(audience).numberedIfTaken())
                .key());
    }

    private void publish(EntryId entry) {
        plein.inAgency(room.site.agency(), () -> plein.get(PublishEntries.class)
                .perform(room.id(), List.of(new TranslationKey(entry, "nl"))));
    }

    private List<String> codes(TranslationKey draft) {
        return found(draft).stream().map(Reason::code).toList();
    }

    private List<Reason> found(TranslationKey draft) {
        return plein.inAgency(room.site.agency(), () -> plein.get(SoundReferences.class)
                .findings(new Subject(
                        room.site,
                        plein.get(DraftsForPublishing.class)
                                .of(room.id(), List.of(draft))
                                .get(0),
                        Optional.empty())));
    }
}
