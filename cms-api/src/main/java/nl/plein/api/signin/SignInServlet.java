package nl.plein.api.signin;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import nl.plein.api.identity.Callers;
import nl.plein.api.identity.Cookies;
import nl.plein.api.identity.OwnPages;
import nl.plein.api.identity.RequestedHost;
import nl.plein.api.problem.Problem;
import nl.plein.api.problem.Problems;
import nl.plein.api.wire.PostedForm;
import nl.plein.cms.kernel.Secrets;

/** The pages of sign-in. A form is taken from a page of this host that this browser was shown, and from nowhere else. */
@WebServlet(
        urlPatterns = {
            "/identity/sign-in",
            "/identity/sign-out",
            "/identity/hand-over",
            "/identity/forgotten",
            "/identity/password",
            "/identity/account"
        })
public class SignInServlet extends HttpServlet {

    private static final int A_YEAR = 31_536_000;

    @Inject
    @Any
    transient Instance<Door> doors;

    @Inject
    transient Callers callers;

    @Inject
    transient RequestedHost host;

    @Inject
    transient Secrets secrets;

    @Inject
    transient Layout layout;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Visit visit = visit(request, response);
        try {
            answer(visit, reply(visit));
        } catch (RuntimeException failure) {
            Problem problem = Problems.of(failure);
            problem.headers().forEach(response::setHeader);
            Words words = visit.words();
            String said = problem.status() < 500 ? words.say("problem.request") : words.say("problem.ours");
            answer(
                    visit,
                    Reply.HtmlPage.of(words.say("problem.title"), Html.of("<p>{}</p>", said))
                            .refusing(problem.status()));
        }
    }

    private Reply reply(Visit visit) {
        HttpServletRequest request = visit.request();
        Door door = doors.stream()
                .filter(one -> one.path().equals(request.getRequestURI()))
                .findFirst()
                .orElseThrow();
        switch (request.getMethod()) {
            case "GET", "HEAD" -> {
                return door.get(visit);
            }
            case "POST" -> {
                PostedForm form = PostedForm.read(request);
                return OwnPages.isMeant(request, Optional.of(visit.secret()), form.raw("token"))
                        ? door.post(visit, form)
                        : tooOld(visit);
            }
            default -> {
                return Reply.HtmlPage.of(
                                visit.words().say("problem.title"),
                                Html.of("<p>{}</p>", visit.words().say("problem.request")))
                        .refusing(405)
                        .with("Allow", "GET, HEAD, POST");
            }
        }
    }

    /** Cookies were cleared since, or another site sent this. */
    private static Reply tooOld(Visit visit) {
        Words words = visit.words();
        return Reply.HtmlPage.of(
                        words.say("stale.title"),
                        Html.of(
                                "<p>{}</p><p><a class=\"button\" href=\"{}\">{}</a></p>",
                                words.say("stale.text"),
                                again(visit.request()),
                                words.say("stale.again")))
                .refusing(403);
    }

    /** The page of this host on which the form stood, if it was this one. */
    private static String again(HttpServletRequest request) {
        String from = String.valueOf(request.getHeader("Referer"));
        String own = OwnPages.origin(request);
        String path = from.startsWith(own + "/") ? from.substring(own.length()) : "";
        return path.startsWith(request.getRequestURI() + "?") ? path : request.getRequestURI();
    }

    /** Who is signed in sends forms by the session's cookie; who is not gets a cookie for forms. */
    private Visit visit(HttpServletRequest request, HttpServletResponse response) {
        var session = callers.sessionOf(request);
        String secret = session.flatMap(found -> Cookies.SESSION.in(request))
                .or(() -> Cookies.FORM.in(request))
                .orElseGet(() -> {
                    String fresh = secrets.next();
                    Cookies.FORM.set(request, response, fresh);
                    return fresh;
                });
        return new Visit(request, response, words(request, response), host.siteOf(request), session, secret);
    }

    /** As chosen now, or before, or as the browser likes it. */
    private static Words words(HttpServletRequest request, HttpServletResponse response) {
        String chosen = "GET".equals(request.getMethod()) ? request.getParameter("language") : null;
        if (chosen != null && chosen.matches("nl|en")) {
            Cookies.LANGUAGE.set(request, response, chosen, A_YEAR);
            return Words.in(chosen);
        }
        return Words.in(Cookies.LANGUAGE.in(request).orElseGet(() -> liked(request)));
    }

    private static String liked(HttpServletRequest request) {
        if (request.getHeader("Accept-Language") == null) {
            return "nl";
        }
        for (Locale locale : java.util.Collections.list(request.getLocales())) {
            if (locale.getLanguage().matches("nl|en")) {
                return locale.getLanguage();
            }
        }
        return "nl";
    }

    private void answer(Visit visit, Reply reply) throws IOException {
        if (reply instanceof Reply.HtmlPage page) {
            layout.send(visit.request(), visit.response(), visit.words(), page);
        } else if (reply instanceof Reply.Redirect redirect) {
            visit.response().setStatus(HttpServletResponse.SC_SEE_OTHER);
            visit.response().setHeader("Location", redirect.location());
        }
    }
}
