package nl.plein.api.preview;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.plein.api.gateway.Address;
import nl.plein.api.gateway.MediaTypes;
import nl.plein.api.gateway.SecurityHeaders;
import nl.plein.api.identity.RequestedHost;
import nl.plein.api.problem.Refused;
import nl.plein.api.rendering.RenderOnDemand;
import nl.plein.api.signin.NoPreview;
import nl.plein.cms.kernel.Invalid;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.previews.OpenPreview;
import nl.plein.cms.previews.Preview;
import nl.plein.cms.tenancy.AgencyContext;
import nl.plein.cms.tenancy.SiteRef;
import nl.plein.cms.tenancy.Sites;
import nl.plein.site.kernel.Trouble;
import nl.plein.site.render.PageByPage;

/**
 * Swaps a link for its cookie, and shows pages to whoever has the cookie. Whoever has neither is answered as if there were no previews at
 * all. Nothing of it is kept by browsers or found by search engines, and no page tells others where it was read.
 */
@ApplicationScoped
public class PreviewAnswer {

    private static final String TOKEN = "token";

    @Inject
    RequestedHost host;

    @Inject
    Sites sites;

    @Inject
    AgencyContext agencies;

    @Inject
    OpenPreview openPreview;

    @Inject
    KeptPreviews kept;

    @Inject
    RenderOnDemand rendering;

    @Inject
    NoPreview noPreview;

    void send(HttpServletRequest request, HttpServletResponse response, PreviewAddress address) throws IOException {
        refuseChanges(request);
        answer(request, response, host.siteOf(request), address);
    }

    /** On the platform's host: on that of a site the gateway answers before. */
    void send(HttpServletRequest request, HttpServletResponse response, FramedAddress address) throws IOException {
        refuseChanges(request);
        answer(request, response, find(address.site()), address.preview());
    }

    private static void refuseChanges(HttpServletRequest request) {
        if (!List.of("GET", "HEAD").contains(request.getMethod())) {
            throw new Refused(
                    405,
                    "method-not-allowed",
                    "Previews are read with GET or HEAD.",
                    List.of(),
                    Map.of("Allow", "GET, HEAD"));
        }
    }

    private Optional<SiteRef> find(String site) {
        try {
            return sites.find(SiteId.of(site));
        } catch (Invalid noId) {
            return Optional.empty();
        }
    }

    private void answer(
            HttpServletRequest request, HttpServletResponse response, Optional<SiteRef> site, PreviewAddress address)
            throws IOException {
        if (site.isEmpty()) {
            sendNoPreview(request, response);
            return;
        }
        try (AgencyContext.Scope where = agencies.enter(site.get().agency())) {
            String token = request.getParameter(TOKEN);
            if (token != null && address.key().isEmpty()) {
                swap(request, response, site.get(), address, token);
            } else {
                show(request, response, site.get(), address);
            }
        }
    }

    /** The link is gone from the address bar, and so from bookmarks and screenshots. */
    private void swap(
            HttpServletRequest request,
            HttpServletResponse response,
            SiteRef site,
            PreviewAddress address,
            String token)
            throws IOException {
        Optional<OpenPreview.Swapped> swapped = openPreview.byLink(site, address.id(), token);
        if (swapped.isEmpty()) {
            sendNoPreview(request, response);
            return;
        }
        PreviewCookie.set(
                request,
                response,
                address.base(),
                swapped.get().cookie(),
                swapped.get().life());
        redirect(request, response, address, address.base() + (address.path().isEmpty() ? "/" : address.path()), 303);
    }

    private void show(HttpServletRequest request, HttpServletResponse response, SiteRef site, PreviewAddress address)
            throws IOException {
        Optional<Preview> preview = address.key()
                .or(() -> PreviewCookie.in(request))
                .flatMap(key -> openPreview.byCookie(site, address.id(), key));
        if (preview.isEmpty()) {
            sendNoPreview(request, response);
        } else if (address.path().isEmpty()) {
            redirect(request, response, address, address.base() + "/", 308);
        } else if (address.path().length() > 1 && address.path().endsWith("/")) {
            redirect(
                    request,
                    response,
                    address,
                    address.base() + address.path().substring(0, address.path().length() - 1),
                    308);
        } else {
            write(request, response, site, address, at(site, preview.get(), address));
        }
    }

    private PageByPage.Answer at(SiteRef site, Preview preview, PreviewAddress address) {
        Optional<Address> asked = Address.of(address.path());
        try {
            PageByPage pages = address.isOfFile()
                    ? kept.asShown(site, preview, address.base())
                    : kept.now(site, preview, address.base());
            PageByPage.Answer decoded = pages.at(asked.map(Address::decoded).orElse("/404.html"));
            boolean isThere = !(decoded instanceof PageByPage.Nothing)
                    && !(decoded instanceof PageByPage.Content content && content.status() == 404);
            return isThere
                            || asked.isEmpty()
                            || asked.get().raw().equals(asked.get().decoded())
                    ? decoded
                    : pages.at(asked.get().raw());
        } catch (Trouble trouble) {
            throw new Refused(422, "page-not-made", "The theme can't make this page: " + trouble.getMessage());
        }
    }

    private void write(
            HttpServletRequest request,
            HttpServletResponse response,
            SiteRef site,
            PreviewAddress address,
            PageByPage.Answer answer)
            throws IOException {
        if (answer instanceof PageByPage.Content content) {
            headers(request, response, address, MediaTypes.of(content.file()));
            response.setStatus(content.status());
            response.setContentLength(content.bytes().length);
            if (!isHead(request)) {
                response.getOutputStream().write(content.bytes());
            }
        } else if (answer instanceof PageByPage.Upload upload) {
            headers(request, response, address, MediaTypes.of(upload.file()));
            try (InputStream in = rendering.open(site, upload.asset())) {
                response.setStatus(200);
                if (!isHead(request)) {
                    in.transferTo(response.getOutputStream());
                }
            }
        } else if (answer instanceof PageByPage.Moved moved) {
            redirect(request, response, address, moved.to(), moved.status());
        } else if (answer instanceof PageByPage.Nothing nothing) {
            headers(request, response, address, "text/plain; charset=utf-8");
            response.setStatus(nothing.status());
        }
    }

    private void sendNoPreview(HttpServletRequest request, HttpServletResponse response) throws IOException {
        unseen(response);
        noPreview.send(request, response);
    }

    private static void redirect(
            HttpServletRequest request, HttpServletResponse response, PreviewAddress address, String to, int status) {
        headers(request, response, address, "text/html; charset=utf-8");
        response.setHeader("Location", to);
        response.setStatus(status);
    }

    private static void headers(
            HttpServletRequest request, HttpServletResponse response, PreviewAddress address, String mediaType) {
        response.setContentType(mediaType);
        if (address.key().isPresent()) {
            SecurityHeaders.ofFrame(request, response, mediaType);
        } else {
            SecurityHeaders.ofPreview(request, response, mediaType);
        }
        unseen(response);
    }

    private static void unseen(HttpServletResponse response) {
        response.setHeader("X-Robots-Tag", "noindex, nofollow, noarchive");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Cache-Control", "no-store");
    }

    private static boolean isHead(HttpServletRequest request) {
        return "HEAD".equals(request.getMethod());
    }
}
