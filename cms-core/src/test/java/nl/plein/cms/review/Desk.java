package nl.plein.cms.review;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import nl.plein.cms.content.CreateEntry;
import nl.plein.cms.content.NewEntry;
import nl.plein.cms.content.SaveDraft;
import nl.plein.cms.content.TranslationKey;
import nl.plein.cms.content.Translations;
import nl.plein.cms.kernel.Json;
import nl.plein.cms.kernel.PersonId;
import nl.plein.cms.kernel.Refusal;
import nl.plein.cms.model.DefineType;
import nl.plein.cms.people.AddPerson;
import nl.plein.cms.people.Caller;
import nl.plein.cms.people.Calling;
import nl.plein.cms.people.GrantRole;
import nl.plein.cms.people.Persons;
import nl.plein.cms.people.Role;
import nl.plein.cms.tenancy.AgencyContext;
import nl.plein.cms.tenancy.SiteRef;
import nl.plein.cms.testkit.Plein;

/** A site with pages of blocks, and people who talk about them. */
final class Desk {

    final Plein plein;
    final SiteRef site;
    final PersonId contributor;
    final PersonId editor;

    Desk(Plein plein) {
        this.plein = plein;
        this.site = plein.aSite();
        plein.inAgency(site.agency(), () -> {
            plein.get(DefineType.class)
                    .perform(
                            Json.parse(
                                    """
                    {"key":"quote","kind":"block","name":{"nl":"Citaat"},"fields":[{"key":"text","kind":"text"}]}"""));
            plein.get(DefineType.class)
                    .perform(
                            Json.parse(
                                    """
                    {"key":"page","name":{"nl":"Pagina"},"pathPattern":"/{slug}","fields":[
                      {"key":"title","kind":"text","required":true},{"key":"body","kind":"richText"},
                      {"key":"contact","kind":"group","fields":[{"key":"name","kind":"text"}]},
                      {"key":"steps","kind":"groups","fields":[{"key":"name","kind":"text"}]},
                      {"key":"parts","kind":"blocks"}]}"""));
        });
        contributor = hire("Karim", Role.CONTRIBUTOR);
        editor = hire("Roos", Role.EDITOR);
    }

    PersonId hire(String name, Role role) {
        PersonId person = plein.get(AddPerson.class).perform(name);
        plein.get(GrantRole.class).onSite(person, site.id(), role);
        return person;
    }

    <T> T as(PersonId person, Supplier<T> work) {
        Caller caller = plein.get(Persons.class).get(person).caller();
        return plein.get(AgencyContext.class)
                .in(site.agency(), () -> plein.get(Calling.class).as(caller, work));
    }

    TranslationKey writes(String fields) {
        return as(contributor, () -> plein.get(CreateEntry.class)
                .perform(site.id(), NewEntry.of("page", "nl", Json.parse(fields)))
                .key());
    }

    void edits(TranslationKey key, String fields) {
        as(contributor, () -> plein.get(SaveDraft.class)
                .perform(
                        site.id(),
                        key,
                        plein.get(Translations.class).draft(site.id(), key).id(),
                        Json.parse(fields)));
    }

    CommentId says(PersonId person, TranslationKey key, String place, String quote, String words) {
        return as(person, () -> plein.get(AddComment.class).perform(site.id(), key, new Anchor(place, quote), words));
    }

    CommentId answers(PersonId person, CommentId comment, String words) {
        return as(person, () -> plein.get(AnswerComment.class).perform(site.id(), comment, words));
    }

    void deletes(PersonId person, CommentId comment) {
        as(person, () -> {
            plein.get(DeleteComment.class).perform(site.id(), comment);
            return true;
        });
    }

    List<Conversation> reads(TranslationKey key) {
        return reads(key, Optional.empty());
    }

    List<Conversation> reads(TranslationKey key, Optional<Boolean> resolved) {
        return as(editor, () -> plein.get(ReadComments.class).page(site.id(), key, resolved, Optional.empty(), 100));
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
}
