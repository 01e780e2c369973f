package nl.plein.api.signin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import nl.plein.api.wire.PostedForm;
import nl.plein.cms.accounts.ChangePassword;
import nl.plein.cms.accounts.ChosenPassword;
import nl.plein.cms.accounts.EndSessions;
import nl.plein.cms.accounts.PersonSession;
import nl.plein.cms.accounts.PlatformAddress;
import nl.plein.cms.accounts.Sessions;
import nl.plein.cms.accounts.SignedIn;
import nl.plein.cms.kernel.NotFound;
import nl.plein.cms.kernel.PersonId;

/** The own account: where one is signed in, and the password. */
@ApplicationScoped
class AccountDoor implements Door {

    private static final ZoneId HERE = ZoneId.of("Europe/Amsterdam");

    @Inject
    Sessions sessions;

    @Inject
    EndSessions endSessions;

    @Inject
    ChangePassword changePassword;

    @Inject
    PlatformAddress platform;

    @Override
    public String path() {
        return "/identity/account";
    }

    @Override
    public Reply get(Visit visit) {
        if (visit.site().isPresent()) {
            return new Reply.Redirect(platform.origin() + path());
        }
        return visit.session()
                .<Reply>map(session -> page(visit, session, Html.NOTHING, Optional.empty(), Optional.empty()))
                .orElseGet(() -> new Reply.Redirect("/identity/sign-in"));
    }

    @Override
    public Reply post(Visit visit, PostedForm form) {
        if (visit.session().isEmpty() || visit.site().isPresent()) {
            return new Reply.Redirect("/identity/sign-in");
        }
        SignedIn who = visit.session().get();
        PersonId person = who.caller().person().orElseThrow();
        return switch (form.text("do")) {
            case "password" -> change(visit, who, form);
            case "end-others" -> {
                endSessions.others(person, who.session());
                yield new Reply.Redirect(path());
            }
            default -> {
                end(person, form.text("session"));
                yield new Reply.Redirect(path());
            }
        };
    }

    private Reply change(Visit visit, SignedIn who, PostedForm form) {
        Words words = visit.words();
        ChosenPassword chosen = changePassword.perform(who, form.raw("old"), form.raw("password"), visit.address());
        if (chosen == ChosenPassword.SET) {
            return page(visit, who, Fields.notice(words.say("account.changed")), Optional.empty(), Optional.empty());
        }
        String error = PasswordWords.of(words, chosen);
        boolean old = List.of(ChosenPassword.WRONG, ChosenPassword.TOO_MANY, ChosenPassword.BUSY)
                .contains(chosen);
        Html summary = Fields.summary(words, old ? "old" : "password", error);
        return page(
                        visit,
                        who,
                        summary,
                        Optional.of(error).filter(text -> old),
                        Optional.of(error).filter(text -> !old))
                .refusing(chosen == ChosenPassword.TOO_MANY ? 429 : 422);
    }

    private void end(PersonId person, String session) {
        try {
            endSessions.one(person, UUID.fromString(session));
        } catch (IllegalArgumentException | NotFound over) {
            return; // it has ended meanwhile: that was wanted
        }
    }

    private Reply.HtmlPage page(
            Visit visit, SignedIn who, Html notice, Optional<String> badOld, Optional<String> badNew) {
        Words words = visit.words();
        List<PersonSession> all = sessions.of(who.caller().person().orElseThrow());
        Html old = new Fields.Field(
                        "old", "password", "current-password", words.say("field.oldPassword"), "", "", badOld)
                .html();
        Html fresh = new Fields.Field(
                        "password",
                        "password",
                        "new-password",
                        words.say("field.newPassword"),
                        words.say("password.hint"),
                        "",
                        badNew)
                .html();
        Html others = all.size() < 2
                ? Html.NOTHING
                : Html.of(
                        "<form method=\"post\" action=\"/identity/account\">{}<p class=\"actions\">"
                                + "<button class=\"quiet\" name=\"do\" value=\"end-others\">{}</button></p></form>",
                        visit.token(),
                        words.say("account.endOthers"));
        Html body = Html.of(
                "<p class=\"lead\">{}</p>{}<p class=\"aside\"><a href=\"/editor/\">{}</a></p>"
                        + "<p class=\"aside\"><a href=\"/identity/sign-out\">{}</a></p>"
                        + "<h2>{}</h2><ul class=\"rows\">{}</ul>{}<h2>{}</h2>"
                        + "<form method=\"post\" action=\"/identity/account\" novalidate>{}{}{}"
                        + "<p class=\"actions\"><button name=\"do\" value=\"password\">{}</button></p></form>",
                words.say("account.lead", who.caller().name()),
                notice,
                words.say("account.editor"),
                words.say("signOut.title"),
                words.say("account.sessions"),
                Html.all(all.stream().map(one -> row(visit, who, one)).toList()),
                others,
                words.say("account.password"),
                visit.token(),
                old,
                fresh,
                words.say("account.change"));
        return Reply.HtmlPage.of(words.say("account.title"), body);
    }

    private static Html row(Visit visit, SignedIn who, PersonSession session) {
        Words words = visit.words();
        String device = session.device().isEmpty() ? words.say("account.unknownDevice") : session.device();
        boolean current = session.id().equals(who.session());
        Html end = current
                ? Html.of("<span class=\"tag\">{}</span>", words.say("account.thisOne"))
                : Html.of(
                        "<form method=\"post\" action=\"/identity/account\">{}{}<button class=\"quiet\" name=\"do\""
                                + " value=\"end\">{}<span class=\"unseen\"> {}</span></button></form>",
                        visit.token(),
                        Fields.hidden("session", session.id().toString()),
                        words.say("account.end"),
                        device);
        return Html.of(
                "<li><div><strong>{}</strong><br><span class=\"hint\">{}</span></div>{}</li>",
                device,
                words.say("account.seen", at(words, session.seen())),
                end);
    }

    private static String at(Words words, Instant time) {
        String pattern =
                words.language().equals("nl") ? "d\u00a0MMMM yyyy, HH.mm\u00a0'uur'" : "d\u00a0MMMM yyyy, HH:mm";
        return DateTimeFormatter.ofPattern(pattern, Locale.forLanguageTag(words.language()))
                .format(time.atZone(HERE));
    }
}
