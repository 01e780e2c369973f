package nl.plein.api.signin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import nl.plein.api.wire.PostedForm;
import nl.plein.cms.accounts.AskForReset;
import nl.plein.cms.accounts.PlatformAddress;
import nl.plein.cms.kernel.Invalid;

/** Asks for a mail with a link to choose a new password. The answer is the same for every address. */
@ApplicationScoped
class ForgottenDoor implements Door {

    @Inject
    AskForReset askForReset;

    @Inject
    PlatformAddress platform;

    @Override
    public String path() {
        return "/identity/forgotten";
    }

    @Override
    public Reply get(Visit visit) {
        if (visit.site().isPresent()) {
            return new Reply.Redirect(platform.origin() + path());
        }
        return page(visit, "", Optional.empty());
    }

    @Override
    public Reply post(Visit visit, PostedForm form) {
        Words words = visit.words();
        String mail = form.text("mail");
        try {
            if (!askForReset.perform(mail, words.language(), visit.address())) {
                return page(visit, mail, Optional.of(words.say("forgotten.tooMany")))
                        .refusing(429)
                        .with("Retry-After", "3600");
            }
        } catch (Invalid noAddress) {
            return page(visit, mail, Optional.of(words.say("forgotten.noAddress")))
                    .refusing(422);
        }
        return Reply.HtmlPage.of(
                words.say("forgotten.done"),
                Html.of(
                        "<p class=\"lead\">{}</p><p>{}</p><p class=\"aside\"><a href=\"/identity/sign-in\">{}</a></p>",
                        words.say("forgotten.doneLead", mail),
                        words.say("forgotten.doneHint"),
                        words.say("forgotten.back")));
    }

    private Reply.HtmlPage page(Visit visit, String mail, Optional<String> error) {
        Words words = visit.words();
        Html back = Html.of("<p class=\"aside\"><a href=\"/identity/sign-in\">{}</a></p>", words.say("forgotten.back"));
        if (!askForReset.isPossible()) {
            return Reply.HtmlPage.of(
                    words.say("forgotten.title"),
                    Html.of("<p class=\"lead\">{}</p>{}", words.say("forgotten.impossible"), back));
        }
        var field = new Fields.Field("mail", "email", "username", words.say("field.mail"), "", mail, error);
        Html body = Html.of(
                "<p class=\"lead\">{}</p>{}<form method=\"post\" action=\"/identity/forgotten\" novalidate>{}{}"
                        + "<p class=\"actions\"><button>{}</button></p></form>{}",
                words.say("forgotten.lead"),
                error.map(text -> Fields.summary(words, "mail", text)).orElse(Html.NOTHING),
                visit.token(),
                field.html(),
                words.say("forgotten.button"),
                back);
        return Reply.HtmlPage.of(words.say("forgotten.title"), body);
    }
}
