package nl.plein.api.signin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import nl.plein.api.identity.Cookies;
import nl.plein.api.identity.RequestedHost;
import nl.plein.api.identity.ToSignIn;
import nl.plein.api.wire.PostedForm;
import nl.plein.cms.accounts.HandOvers;
import nl.plein.cms.accounts.PlatformAddress;
import nl.plein.cms.accounts.Sessions;
import nl.plein.cms.accounts.SignIn;
import nl.plein.cms.accounts.SignInOutcome;
import nl.plein.cms.accounts.SignedIn;
import nl.plein.cms.tenancy.SiteRef;

/** Signs in on the platform's host; on a site's, leads there. Who is signed in already goes on to the site at once. */
@ApplicationScoped
class SignInDoor implements Door {

    @Inject
    Destinations destinations;

    @Inject
    RequestedHost host;

    @Inject
    PlatformAddress platform;

    @Inject
    ToSignIn toSignIn;

    @Inject
    SignIn signIn;

    @Inject
    Sessions sessions;

    @Inject
    HandOvers handOvers;

    @Override
    public String path() {
        return "/identity/sign-in";
    }

    @Override
    public Reply get(Visit visit) {
        if (visit.site().isPresent()) {
            return lead(visit, visit.site().get());
        }
        Optional<Destination> destination = destinations.read(visit::query);
        if (visit.session().isPresent()) {
            return goOn(visit.session().get(), destination);
        }
        Html notice = visit.query("done").equals("password")
                ? Fields.notice(visit.words().say("signIn.passwordSet"))
                : Html.NOTHING;
        return page(visit, destination, notice, "", Optional.empty());
    }

    /** From the host that the others redirect to: where the visitor will be, and so where the cookie has to be. */
    private Reply lead(Visit visit, SiteRef site) {
        String canonical = host.canonicalOf(site).orElse("");
        String wanted = wanted(visit);
        if (!canonical.isEmpty() && !canonical.equalsIgnoreCase(RequestedHost.nameIn(visit.request()))) {
            return new Reply.Redirect(platform.originOf(canonical) + path() + "?return="
                    + URLEncoder.encode(wanted, StandardCharsets.UTF_8));
        }
        toSignIn.lead(visit.request(), visit.response(), site, wanted);
        return new Reply.Sent();
    }

    @Override
    public Reply post(Visit visit, PostedForm form) {
        if (visit.site().isPresent()) {
            return new Reply.Redirect(path());
        }
        Optional<Destination> destination = destinations.read(form::text);
        String mail = form.text("mail");
        SignInOutcome outcome = signIn.perform(mail, form.raw("password"), visit.device(), visit.address());
        if (outcome instanceof SignInOutcome.Welcome welcome) {
            Cookies.SESSION.set(visit.request(), visit.response(), welcome.secret());
            Cookies.FORM.clear(visit.request(), visit.response());
            return goOn(sessions.find(welcome.secret()).orElseThrow(), destination);
        }
        String key = "signIn." + outcome.toString().toLowerCase(Locale.ROOT);
        String error = visit.words().say(key);
        Reply.HtmlPage page =
                page(visit, destination, Fields.summary(visit.words(), "mail", error), mail, Optional.of(error));
        return switch ((SignInOutcome.Refused) outcome) {
            case WRONG -> page.refusing(422);
            case TOO_MANY -> page.refusing(429).with("Retry-After", "60");
            case BUSY -> page.refusing(503).with("Retry-After", "10");
        };
    }

    private Reply goOn(SignedIn who, Optional<Destination> destination) {
        return destination
                .map(to -> to.arrival(handOvers.giveOut(who.session(), to.id(), to.stateHash(), to.returnPath())))
                .map(Reply.Redirect::new)
                .orElseGet(() -> new Reply.Redirect("/identity/account"));
    }

    private static Reply.HtmlPage page(
            Visit visit, Optional<Destination> destination, Html notice, String mail, Optional<String> error) {
        Words words = visit.words();
        var address =
                new Fields.Field("mail", "email", "username", words.say("field.mail"), "", mail, Optional.empty());
        var password = new Fields.Field(
                "password", "password", "current-password", words.say("field.password"), "", "", Optional.empty());
        String lead = destination
                .map(to -> words.say("signIn.leadSite", to.site().name()))
                .orElse(words.say("signIn.lead"));
        Html body = Html.of(
                "<p class=\"lead\">{}</p>{}<form method=\"post\" action=\"/identity/sign-in\" novalidate>{}{}{}{}"
                        + "<p class=\"actions\"><button>{}</button></p></form>"
                        + "<p class=\"aside\"><a href=\"/identity/forgotten\">{}</a></p>",
                lead,
                notice,
                visit.token(),
                destination.map(Destination::fields).orElse(Html.NOTHING),
                address.html(),
                password.html(),
                words.say("signIn.button"),
                words.say("signIn.forgotten"));
        return Reply.HtmlPage.of(words.say("signIn.title"), body)
                .leadingTo(destination.map(Destination::origin))
                .at(destination.map(Destination::query).orElse(""));
    }

    /** What was asked for, else the page on which the link stood, else the home page. */
    private static String wanted(Visit visit) {
        String asked = visit.query("return");
        if (!asked.isEmpty()) {
            return asked;
        }
        String referrer = visit.request().getHeader("Referer");
        try {
            URI from = new URI(referrer == null ? "" : referrer);
            boolean own = RequestedHost.nameIn(visit.request()).equalsIgnoreCase(from.getHost());
            return own && !from.getRawPath().startsWith("/identity/")
                    ? from.getRawPath() + (from.getRawQuery() == null ? "" : "?" + from.getRawQuery())
                    : "/";
        } catch (URISyntaxException odd) {
            return "/";
        }
    }
}
