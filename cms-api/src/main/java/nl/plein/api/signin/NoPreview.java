package nl.plein.api.signin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import nl.plein.api.identity.Cookies;

/** What somebody gets whose link shows nothing: the same whether it never was, was revoked, has expired or is of another site. */
@ApplicationScoped
public class NoPreview {

    @Inject
    Layout layout;

    public void send(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String chosen = request.getParameter("language");
        Words words =
                Words.in(chosen != null ? chosen : Cookies.LANGUAGE.in(request).orElse("nl"));
        layout.send(
                request,
                response,
                words,
                Reply.HtmlPage.of(
                                words.say("noPreview.title"),
                                Html.of(
                                        "<p class=\"lead\">{}</p><p>{}</p>",
                                        words.say("noPreview.lead"),
                                        words.say("noPreview.hint")))
                        .refusing(404)
                        .with("Referrer-Policy", "no-referrer"));
    }
}
