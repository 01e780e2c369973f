package nl.plein.api.signin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import nl.plein.api.identity.Cookies;
import nl.plein.cms.people.Caller;
import nl.plein.cms.tenancy.SiteRef;

/** What somebody gets who is signed in, but not among those whom a site is for: the same at every address. */
@ApplicationScoped
public class NotForYou {

    @Inject
    Layout layout;

    public void send(HttpServletRequest request, HttpServletResponse response, SiteRef site, Caller caller)
            throws IOException {
        String chosen = request.getParameter("language");
        Words words =
                Words.in(chosen != null ? chosen : Cookies.LANGUAGE.in(request).orElse(site.defaultLocale()));
        layout.send(
                request,
                response,
                words,
                Reply.HtmlPage.of(
                                words.say("notForYou.title"),
                                Html.of(
                                        "<p class=\"lead\">{}</p><p>{}</p><p class=\"actions\"><a class=\"button\" href=\"/identity/sign-out\">{}</a></p>",
                                        words.say("notForYou.lead", site.name(), caller.name()),
                                        words.say("notForYou.hint"),
                                        words.say("signOut.title")))
                        .refusing(403));
    }
}
