package nl.plein.api.participate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import nl.plein.api.identity.RequestedHost;
import nl.plein.api.identity.RequestedSite;
import nl.plein.api.problem.Refused;
import nl.plein.api.wire.PostedForm;
import nl.plein.cms.kernel.Invalid;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.participation.AddContribution;
import nl.plein.cms.participation.AddContribution.Wanted;
import nl.plein.cms.participation.ContributionKind;
import nl.plein.cms.tenancy.SiteRef;
import nl.plein.cms.tenancy.Sites;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/**
 * The plain forms on pages. They work without a script and without a session, so there is nothing that another site could do
 * in a visitor's name; a form of another site is refused all the same. The answer leads back to the page, to the words that
 * say what came of it.
 */
@Path("/participate/v1/sites/{site}")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class FormResource {

    private static final int MESSAGES_OF_ONE = 5;
    private static final int VERDICTS_OF_ONE = 30;
    private static final int OF_ALL = 1_000;

    /** Filled in by programs, never by people: they don't see it. */
    private static final String TRAP = "website";

    @Inject
    RequestedHost host;

    @Inject
    Sites sites;

    @Inject
    Throttle throttle;

    @Inject
    AddContribution addContribution;

    @POST
    @Path("messages")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @APIResponse(responseCode = "303", description = "Back to the page, at the words that say what came of it.")
    public Response message(@Context HttpServletRequest request, @PathParam("site") SiteId site) {
        return take(request, site, ContributionKind.MESSAGE, MESSAGES_OF_ONE);
    }

    @POST
    @Path("verdicts")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @APIResponse(responseCode = "303", description = "Back to the page, at the words that say what came of it.")
    public Response verdict(@Context HttpServletRequest request, @PathParam("site") SiteId site) {
        return take(request, site, ContributionKind.VERDICT, VERDICTS_OF_ONE);
    }

    private Response take(HttpServletRequest request, SiteId id, ContributionKind kind, int most) {
        SiteRef site = open(request, id);
        if (!addContribution.isOpen(site, kind)) {
            throw Sites.unknown(id);
        }
        refuseOtherSites(request);
        PostedForm form = PostedForm.read(request);
        String page = form.text("page");
        try {
            if (!form.text(TRAP).isEmpty()) {
                AddContribution.requirePath(page);
            } else {
                throttle.count(kind.key() + " " + id + " " + request.getRemoteAddr(), most);
                throttle.count(kind.key() + " " + id, OF_ALL);
                addContribution.perform(site, wanted(kind, form));
            }
            return back(page, kind.key() + "-thanks");
        } catch (Invalid invalid) {
            if (invalid.findings().stream()
                    .anyMatch(finding -> finding.pointer().equals("/page"))) {
                throw invalid;
            }
            return back(page, kind.key() + "-problem");
        }
    }

    /** Whether a site is not there, closed, or has not opened the form is told to nobody. As for pages: on its own host, or on the platform's; not when it is closed. */
    private SiteRef open(HttpServletRequest request, SiteId id) {
        SiteRef site = RequestedSite.of(request, id).orElseThrow(() -> Sites.unknown(id));
        Optional<SiteRef> own = host.siteOf(request);
        if (!site.isOpen() || own.isPresent() && !own.get().id().equals(id)) {
            throw Sites.unknown(id);
        }
        return site;
    }

    /** Browsers tell where a form stood (Fetch standard, 3.1); what is no browser need not. */
    private static void refuseOtherSites(HttpServletRequest request) {
        String origin = request.getHeader("Origin");
        if (origin == null || origin.equals("null")) {
            return;
        }
        String from = hostOf(origin);
        if (!from.toLowerCase(Locale.ROOT).equals(request.getServerName().toLowerCase(Locale.ROOT))) {
            throw new Refused(403, "other-origin", "This form is taken from the site's own pages only.");
        }
    }

    private static String hostOf(String origin) {
        try {
            return Optional.ofNullable(new URI(origin).getHost()).orElse("");
        } catch (URISyntaxException odd) {
            return "";
        }
    }

    private static Wanted wanted(ContributionKind kind, PostedForm form) {
        return new Wanted(
                kind,
                form.text("locale"),
                form.text("page"),
                form.text("answer"),
                form.text("name"),
                form.text("email"),
                form.text("text"));
    }

    /** @param page a path that leads nowhere else: the core has looked */
    private static Response back(String page, String place) {
        return Response.status(303)
                .header("Location", encoded(page) + "#_" + place)
                .build();
    }

    private static String encoded(String path) {
        StringBuilder encoded = new StringBuilder();
        for (byte each : path.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (each & 0xff);
            boolean plain = c < 0x80 && (Character.isLetterOrDigit(c) || "-._~/!$&'()*+,;=:@".indexOf(c) >= 0);
            encoded.append(plain ? String.valueOf(c) : String.format(Locale.ROOT, "%%%02X", (int) c));
        }
        return encoded.toString();
    }
}
