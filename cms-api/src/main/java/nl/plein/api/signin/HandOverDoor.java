package nl.plein.api.signin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import nl.plein.api.identity.Cookies;
import nl.plein.api.wire.PostedForm;
import nl.plein.cms.accounts.HandOvers;
import nl.plein.cms.tenancy.SiteRef;

/** On the host of a site: swaps the code that came from sign-in for a cookie of this host. */
@ApplicationScoped
class HandOverDoor implements Door {

    @Inject
    HandOvers handOvers;

    @Override
    public String path() {
        return "/identity/hand-over";
    }

    @Override
    public Reply get(Visit visit) {
        Optional<String> state = Cookies.STATE.in(visit.request());
        Optional<HandOvers.Arrived> arrived = visit.site()
                .map(SiteRef::id)
                .flatMap(site -> handOvers.takeIn(visit.query("code"), site, state.orElse("")));
        if (arrived.isEmpty()) {
            Words words = visit.words();
            return Reply.HtmlPage.of(
                            words.say("handOver.title"),
                            Html.of(
                                    "<p class=\"lead\">{}</p><p class=\"actions\"><a class=\"button\" href=\"/identity/sign-in?return=%2F\">{}</a></p>",
                                    words.say("handOver.lead"), words.say("signIn.button")))
                    .refusing(400);
        }
        Cookies.SESSION.set(visit.request(), visit.response(), arrived.get().secret());
        return new Reply.Redirect(arrived.get().returnPath());
    }

    @Override
    public Reply post(Visit visit, PostedForm form) {
        return new Reply.Redirect("/");
    }
}
