package nl.plein.cms.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import nl.plein.cms.content.AddTranslation;
import nl.plein.cms.content.CreateEntry;
import nl.plein.cms.content.NewEntry;
import nl.plein.cms.content.SaveDraft;
import nl.plein.cms.content.TranslationKey;
import nl.plein.cms.content.Written;
import nl.plein.cms.kernel.Finding;
import nl.plein.cms.kernel.Invalid;
import nl.plein.cms.kernel.Json;
import nl.plein.cms.kernel.Refusal;
import nl.plein.cms.model.DefineType;
import nl.plein.cms.testkit.OnEveryDatabase;
import nl.plein.cms.testkit.Plein;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** Rules that look beyond the entry itself: drafts may break them, publications may not. */
@OnEveryDatabase
class FieldRulesTest {

    private static final List<String> TYPES = List.of(
            """
            {"key":"room","kind":"block","name":{"nl":"Zaal"},"fields":[{"key":"door","kind":"number","unique":true}]}""",
            """
            {"key":"person","kind":"entry","name":{"nl":"Persoon"},"titleField":"title",
             "fields":[{"key":"title","kind":"text"}]}""",
            """
            {"key":"office","kind":"entry","name":{"nl":"Loket"},"titleField":"title",
             "fields":[{"key":"title","kind":"text","required":true},{"key":"code","kind":"text","unique":true},
               {"key":"phones","kind":"groups","fields":[{"key":"number","kind":"text","unique":true}]},
               {"key":"rooms","kind":"blocks"},
               {"key":"boss","kind":"reference","allowedTypes":["person"]},
               {"key":"staff","kind":"references","allowedTypes":["person"]}]}""");

    @Parameter
    Plein plein;

    private Newsroom room;

    @BeforeEach
    void open() {
        room = new Newsroom(plein);
        TYPES.forEach(type -> room.in(() -> plein.get(DefineType.class).perform(Json.parse(type))));
    }

    @Test
    void two_entries_can_not_have_one_unique_value() {
        TranslationKey first = aDraft("'code':'A1'");
        publish(first);

        assertThat(refused(() -> publish(aDraft("'code':'A2'"), aDraft("'code':'A1'"))))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.pointer()).isEqualTo("/1/fields/code");
                    assertThat(finding.code()).isEqualTo("value-taken");
                    assertThat(finding.message()).contains(first.entry().toString());
                });
        assertThat(room.now().version()).isEqualTo(1);
    }

    @Test
    void nor_can_two_of_one_release() {
        assertThat(refused(() -> publish(aDraft("'code':'A1'"), aDraft("'code':'A1'"))))
                .hasSize(1);
        assertThat(room.now().version()).isZero();
    }

    @Test
    void groups_and_blocks_are_searched_too() {
        publish(aDraft(
                "'phones':[{'number':'1'},{'number':'2'}],'rooms':[{'id':'a','type':'room','fields':{'door':7}}]"));

        assertThat(
                        refused(
                                () -> publish(
                                        aDraft(
                                                "'phones':[{'number':'3'},{'number':'2'}],'rooms':[{'id':'b','type':'room','fields':{'door':7}}]"))))
                .extracting(Finding::pointer)
                .containsExactly("/0/fields/phones/1/number", "/0/fields/rooms/0/fields/door");
    }

    @Test
    void an_entry_may_keep_its_value_and_share_it_with_its_translations() {
        TranslationKey office = aDraft("'code':'A1'");
        publish(office);
        publish(office);
        var wanted = new AddTranslation.Wanted(
                "en", Json.parse(json("'code':'A1'")), Optional.empty(), Optional.empty(), NewEntry.WhenTaken.REFUSE);
        TranslationKey english = room.in(
                        () -> plein.get(AddTranslation.class).perform(room.id(), office.entry(), wanted))
                .key();

        assertThat(publish(english).version()).isEqualTo(3);
    }

    @Test
    void a_value_is_free_once_its_entry_gave_it_up_or_went_away() {
        Written.Saved office = saved("'code':'A1'");
        publish(office.key());
        TranslationKey heir = aDraft("'code':'A1'");
        room.in(() -> plein.get(SaveDraft.class)
                .perform(room.id(), office.key(), office.revision(), Json.parse(json("'code':'A9'"))));
        publish(office.key(), heir);
        room.unpublish(heir.entry());

        assertThat(publish(aDraft("'code':'A1'")).made()).isEqualTo(1);
    }

    @Test
    void another_site_has_values_of_its_own() {
        publish(aDraft("'code':'A1'"));
        var other = new Newsroom(plein, plein.aSiteOf(room.site.agency()));
        TranslationKey there = other.in(() -> plein.get(CreateEntry.class)
                        .perform(other.id(), NewEntry.of("office", "nl", Json.parse(json("'code':'A1'")))))
                .key();

        assertThat(other.in(() -> plein.get(PublishEntries.class).perform(other.id(), List.of(there)))
                        .version())
                .isEqualTo(1);
    }

    @Test
    void of_many_who_publish_one_value_at_a_time_one_gets_it() throws InterruptedException {
        int many = 6;
        Queue<Throwable> refused = new ConcurrentLinkedQueue<>();
        var together = new CountDownLatch(1);
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            TranslationKey draft = aDraft("'code':'wanted'");
            var thread = new Thread(() -> {
                try {
                    together.await();
                    publish(draft);
                } catch (Throwable e) {
                    refused.add(e);
                }
            });
            thread.start();
            threads.add(thread);
        }
        together.countDown();
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(refused)
                .hasSize(many - 1)
                .allSatisfy(e -> assertThat(e).isInstanceOf(Invalid.class).hasMessageContaining("no two may share it"));
        assertThat(room.now().version()).isEqualTo(1);
    }

    @Test
    void a_reference_leads_to_an_entry_of_an_allowed_type() {
        TranslationKey person = room.in(() -> plein.get(CreateEntry.class)
                        .perform(room.id(), NewEntry.of("person", "nl", Json.parse("{\"title\":\"Noor\"}"))))
                .key();
        String right = "{'entry':'" + person.entry() + "'}";
        String wrong = "{'entry':'" + aDraft("'code':'B1'").entry() + "'}";

        assertThat(refused(() -> publish(aDraft("'boss':" + wrong + ",'staff':[" + right + "," + wrong + "]"))))
                .extracting(Finding::pointer, Finding::code)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("/0/fields/boss", "type-not-allowed"),
                        org.assertj.core.groups.Tuple.tuple("/0/fields/staff/1", "type-not-allowed"));
        assertThat(publish(aDraft("'boss':" + right + ",'staff':[" + right + "]"))
                        .version())
                .isEqualTo(1);
    }

    private List<Finding> refused(ThrowingCallable act) {
        List<Finding> findings = new ArrayList<>();
        assertThatThrownBy(act).isInstanceOf(Invalid.class).satisfies(e -> findings.addAll(((Refusal) e).findings()));
        return findings;
    }

    private Receipt publish(TranslationKey... keys) {
        return room.in(() -> plein.get(PublishEntries.class).perform(room.id(), Arrays.asList(keys)));
    }

    private TranslationKey aDraft(String members) {
        return saved(members).key();
    }

    private Written.Saved saved(String members) {
        return room.in(() -> plein.get(CreateEntry.class)
                .perform(room.id(), NewEntry.of("office", "nl", Json.parse(json(members)))));
    }

    private static String json(String members) {
        return ("{'title':'Loket'," + members + "}").replace('\'', '"');
    }
}
