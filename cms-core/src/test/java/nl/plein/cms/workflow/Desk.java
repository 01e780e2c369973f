package nl.plein.cms.workflow;

import java.util.List;
import java.util.function.Supplier;
import nl.plein.cms.content.CreateEntry;
import nl.plein.cms.content.NewEntry;
import nl.plein.cms.content.SaveDraft;
import nl.plein.cms.content.TranslationKey;
import nl.plein.cms.content.Translations;
import nl.plein.cms.kernel.Json;
import nl.plein.cms.kernel.PersonId;
import nl.plein.cms.kernel.Refusal;
import nl.plein.cms.kernel.RevisionId;
import nl.plein.cms.kernel.Seen;
import nl.plein.cms.model.DefineType;
import nl.plein.cms.people.AddPerson;
import nl.plein.cms.people.Caller;
import nl.plein.cms.people.Calling;
import nl.plein.cms.people.GrantRole;
import nl.plein.cms.people.Persons;
import nl.plein.cms.people.Role;
import nl.plein.cms.publishing.PublishEntries;
import nl.plein.cms.publishing.Receipt;
import nl.plein.cms.tenancy.AgencyContext;
import nl.plein.cms.tenancy.SiteRef;
import nl.plein.cms.testkit.Plein;
import tools.jackson.databind.JsonNode;

/** A site with news, and people of all roles who work on it. */
final class Desk {

    private static final String TYPE =
            """
            {"key":"news","name":{"nl":"Nieuws"},"pathPattern":"/nieuws/{slug}","fields":[
              {"key":"title","kind":"text","required":true},{"key":"body","kind":"richText"}]}""";

    final Plein plein;
    final SiteRef site;
    final PersonId contributor;
    final PersonId editor;
    final PersonId publisher;

    Desk(Plein plein, String workflow) {
        this.plein = plein;
        this.site = plein.aSite();
        plein.inAgency(site.agency(), () -> plein.get(DefineType.class).perform(Json.parse(TYPE)));
        contributor = hire("Karim", Role.CONTRIBUTOR);
        editor = hire("Roos", Role.EDITOR);
        publisher = hire("Noor", Role.PUBLISHER);
        choose(workflow);
    }

    PersonId hire(String name, Role role) {
        PersonId person = plein.get(AddPerson.class).perform(name);
        plein.get(GrantRole.class).onSite(person, site.id(), role);
        return person;
    }

    void choose(String workflow) {
        plein.inAgency(
                site.agency(), () -> plein.get(ChooseWorkflow.class).perform(site.id(), "news", workflow, Seen.ANY));
    }

    <T> T as(PersonId person, Supplier<T> work) {
        Caller caller = plein.get(Persons.class).get(person).caller();
        return plein.get(AgencyContext.class)
                .in(site.agency(), () -> plein.get(Calling.class).as(caller, work));
    }

    TranslationKey writes(PersonId person, String title) {
        return as(person, () -> plein.get(CreateEntry.class)
                .perform(site.id(), NewEntry.of("news", "nl", fields(title)))
                .key());
    }

    RevisionId edits(PersonId person, TranslationKey key, String title) {
        return as(person, () -> plein.get(SaveDraft.class)
                .perform(
                        site.id(),
                        key,
                        plein.get(Translations.class).draft(site.id(), key).id(),
                        fields(title))
                .id());
    }

    void makes(PersonId person, TranslationKey key, String transition) {
        as(person, () -> {
            plein.get(MakeTransition.class).perform(site.id(), key, transition, Seen.ANY, "");
            return true;
        });
    }

    Receipt publishes(PersonId person, TranslationKey key) {
        return as(person, () -> plein.get(PublishEntries.class).perform(site.id(), List.of(key)));
    }

    ExplainWorkflow.Explanation explains(PersonId person, TranslationKey key) {
        return as(person, () -> plein.get(ExplainWorkflow.class).perform(site.id(), key));
    }

    ExplainWorkflow.Way way(PersonId person, TranslationKey key, String transition) {
        return explains(person, key).ways().stream()
                .filter(way -> way.transition().key().equals(transition))
                .findFirst()
                .orElseThrow();
    }

    /** @return what the work is refused with */
    static String refusal(Runnable work) {
        try {
            work.run();
        } catch (Refusal refused) {
            return refused.code();
        }
        throw new AssertionError("was not refused");
    }

    static JsonNode fields(String title) {
        return Json.mapper().createObjectNode().put("title", title).put("body", "<p>Tekst</p>");
    }
}
