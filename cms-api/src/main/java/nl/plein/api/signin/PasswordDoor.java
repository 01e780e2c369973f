package nl.plein.api.signin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import nl.plein.api.identity.Cookies;
import nl.plein.api.wire.PostedForm;
import nl.plein.cms.accounts.ChoosePassword;
import nl.plein.cms.accounts.ChosenPassword;
import nl.plein.cms.accounts.LinkPurpose;
import nl.plein.cms.accounts.OneTimeLinks;
import nl.plein.cms.kernel.Conflict;
import nl.plein.cms.kernel.Invalid;
import nl.plein.cms.people.MailAddress;

/** Where a link of a mail (or of the log) leads: to choose a password, once. Looking at the page does not use the link up. */
@ApplicationScoped
class PasswordDoor implements Door {

    @Inject
    OneTimeLinks links;

    @Inject
    ChoosePassword choosePassword;

    @Override
    public String path() {
        return "/identity/password";
    }

    @Override
    public Reply get(Visit visit) {
        return show(visit, visit.query("link"), "", Optional.empty(), Optional.empty());
    }

    @Override
    public Reply post(Visit visit, PostedForm form) {
        Words words = visit.words();
        String link = form.text("link");
        String mail = form.text("mail");
        Optional<MailAddress> address;
        try {
            address = mail.isEmpty() ? Optional.empty() : Optional.of(MailAddress.of(mail));
            boolean asked = links.find(link)
                    .filter(found -> found.person().mail().isEmpty())
                    .isPresent();
            if (asked && address.isEmpty()) {
                throw new Invalid("invalid-mail", "no address");
            }
            ChosenPassword chosen = choosePassword.perform(link, form.raw("password"), address);
            return switch (chosen) {
                case SET -> {
                    Cookies.SESSION.clear(visit.request(), visit.response());
                    yield new Reply.Redirect("/identity/sign-in?done=password");
                }
                case DEAD_LINK -> dead(words);
                default -> show(visit, link, mail, Optional.empty(), Optional.of(PasswordWords.of(words, chosen)));
            };
        } catch (Invalid noAddress) {
            return show(visit, link, mail, Optional.of(words.say("forgotten.noAddress")), Optional.empty());
        } catch (Conflict inUse) {
            return show(visit, link, mail, Optional.of(words.say("password.mailInUse")), Optional.empty());
        }
    }

    private Reply show(Visit visit, String link, String mail, Optional<String> badMail, Optional<String> badPassword) {
        Words words = visit.words();
        Optional<OneTimeLinks.For> found = links.find(link);
        if (found.isEmpty() || visit.site().isPresent()) {
            return dead(words);
        }
        boolean isReset = found.get().purpose() == LinkPurpose.RESET;
        Html address = found.get()
                .person()
                .mail()
                .map(known -> Html.of(
                        "<input type=\"hidden\" name=\"username\" value=\"{}\" autocomplete=\"username\">", known))
                .orElseGet(() -> new Fields.Field(
                                "mail",
                                "email",
                                "username",
                                words.say("field.mail"),
                                words.say("password.mailHint"),
                                mail,
                                badMail)
                        .html());
        Html password = new Fields.Field(
                        "password",
                        "password",
                        "new-password",
                        words.say("field.newPassword"),
                        words.say("password.hint"),
                        "",
                        badPassword)
                .html();
        Html summary = badMail.map(text -> Fields.summary(words, "mail", text))
                .or(() -> badPassword.map(text -> Fields.summary(words, "password", text)))
                .orElse(Html.NOTHING);
        String kind = isReset ? "reset" : "invitation";
        Html body = Html.of(
                "<p class=\"lead\">{}</p>{}<form method=\"post\" action=\"/identity/password\" novalidate>{}{}{}{}"
                        + "<p class=\"actions\"><button>{}</button></p></form>",
                words.say(kind + ".lead", found.get().person().name()),
                summary,
                visit.token(),
                Fields.hidden("link", link),
                address,
                password,
                words.say("password.button"));
        Reply.HtmlPage page =
                Reply.HtmlPage.of(words.say(kind + ".title"), body).at("?link=" + link);
        return badMail.isPresent() || badPassword.isPresent() ? page.refusing(422) : page;
    }

    private static Reply dead(Words words) {
        return Reply.HtmlPage.of(
                        words.say("deadLink.title"),
                        Html.of(
                                "<p class=\"lead\">{}</p><p class=\"actions\"><a class=\"button\" href=\"/identity/forgotten\">{}</a></p>",
                                words.say("deadLink.lead"),
                                words.say("deadLink.button")))
                .refusing(404);
    }
}
