package nl.plein.api.signin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import nl.plein.api.identity.Cookies;
import nl.plein.api.wire.PostedForm;
import nl.plein.cms.accounts.EndSessions;
import nl.plein.cms.accounts.SignedIn;
import nl.plein.cms.kernel.NotFound;
import nl.plein.cms.kernel.PersonId;

/** Signs out, on any host: this session with all sites it went over to, or all sessions. */
@ApplicationScoped
class SignOutDoor implements Door {

    @Inject
    EndSessions endSessions;

    @Override
    public String path() {
        return "/identity/sign-out";
    }

    @Override
    public Reply get(Visit visit) {
        Words words = visit.words();
        if (visit.session().isEmpty()) {
            return done(words);
        }
        Html form = Html.of(
                "<p class=\"lead\">{}</p><form method=\"post\" action=\"/identity/sign-out\">{}"
                        + "<p class=\"actions\"><button name=\"which\" value=\"this\">{}</button>"
                        + "<button class=\"quiet\" name=\"which\" value=\"all\">{}</button></p></form>",
                words.say("signOut.lead", visit.session().get().caller().name()),
                visit.token(),
                words.say("signOut.this"),
                words.say("signOut.all"));
        return Reply.HtmlPage.of(words.say("signOut.title"), form);
    }

    @Override
    public Reply post(Visit visit, PostedForm form) {
        visit.session().ifPresent(session -> end(session, form.text("which")));
        Cookies.SESSION.clear(visit.request(), visit.response());
        return done(visit.words());
    }

    private void end(SignedIn session, String which) {
        Optional<PersonId> person = session.caller().person();
        try {
            person.ifPresent(id -> {
                if (which.equals("all")) {
                    endSessions.all(id);
                } else {
                    endSessions.one(id, session.session());
                }
            });
        } catch (NotFound meanwhile) {
            return; // it was ended in another window
        }
    }

    private static Reply done(Words words) {
        return Reply.HtmlPage.of(
                words.say("signOut.done"),
                Html.of(
                        "<p class=\"lead\">{}</p><p class=\"actions\"><a class=\"button\" href=\"/identity/sign-in?return=%2F\">{}</a></p>",
                        words.say("signOut.doneLead"), words.say("signOut.again")));
    }
}
