package nl.plein.api.gateway;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.plein.api.identity.Callers;
import nl.plein.api.identity.RequestedHost;
import nl.plein.api.identity.ToSignIn;
import nl.plein.api.problem.Refused;
import nl.plein.api.signin.NotForYou;
import nl.plein.cms.accounts.HandOvers;
import nl.plein.cms.kernel.Audience;
import nl.plein.cms.people.Access;
import nl.plein.cms.people.Caller;
import nl.plein.cms.people.Calling;
import nl.plein.cms.people.Viewer;
import nl.plein.cms.publishing.CurrentRoots;
import nl.plein.cms.tenancy.SiteRef;
import nl.plein.site.tree.Root;

/**
 * Answers a visitor of a site from its live root: under the prefix of a group that they belong to from its tree, else from
 * the narrowest tree that they may see and that has the file, then the redirects, then the page for what is not there. Everything of one answer comes from one root, and so from one version.
 */
@ApplicationScoped
public class SiteAnswer {

    @Inject
    Callers callers;

    @Inject
    Calling calling;

    @Inject
    Access access;

    @Inject
    RequestedHost host;

    @Inject
    ToSignIn toSignIn;

    @Inject
    NotForYou notForYou;

    @Inject
    CurrentRoots roots;

    @Inject
    Trees trees;

    @Inject
    FileAnswer files;

    /** One tree of the root that the viewer may see. */
    private record Seen(Audience audience, Root.Tree tree) {}

    void send(HttpServletRequest request, HttpServletResponse response, SiteRef site) throws IOException {
        if (!List.of("GET", "HEAD").contains(request.getMethod())) {
            throw new Refused(
                    405,
                    "method-not-allowed",
                    "Pages are read with GET or HEAD.",
                    List.of(),
                    Map.of("Allow", "GET, HEAD"));
        }
        Caller caller = callers.callerOf(request);
        Viewer viewer = calling.as(caller, () -> viewerOf(site));
        Root root = roots.of(site.id())
                .map(found -> trees.root(found.root()))
                .orElseThrow(() -> new Refused(
                        503,
                        "not-rendered-yet",
                        "This site is being rendered for the first time: try again in a moment.",
                        List.of(),
                        Map.of("Retry-After", "2")));
        Optional<Address> address = Address.of(request.getRequestURI());
        List<Seen> seen = address.flatMap(asked -> ofGroup(root, viewer, asked)).orElseGet(() -> seen(root, viewer));
        if (seen.isEmpty()) {
            keepOut(request, response, site, caller);
            return;
        }
        if (address.isEmpty()) {
            sendNotThere(request, response, site, seen, request.getRequestURI(), 404);
        } else if (!redirectToOneSpelling(request, response, site, address.get())) {
            sendFile(request, response, site, seen, address.get());
        }
    }

    /** Whatever is asked for, whether it exists or not, is answered alike. */
    private void keepOut(HttpServletRequest request, HttpServletResponse response, SiteRef site, Caller caller)
            throws IOException {
        if (request.getHeader("Authorization") != null) {
            throw Refused.unauthenticated("sign-in-needed", "This site is for others: use the token of a colleague.");
        }
        String canonical = host.canonicalOf(site).orElse(request.getServerName());
        String path =
                request.getRequestURI() + (request.getQueryString() == null ? "" : "?" + request.getQueryString());
        SecurityHeaders.add(request, response, "text/html");
        if (!canonical.equalsIgnoreCase(request.getServerName()) && HandOvers.isPath(path)) {
            redirect(request, response, origin(request, canonical) + path, 308);
        } else if (caller.kind() == Caller.Kind.PERSON) {
            notForYou.send(request, response, site, caller);
        } else {
            toSignIn.lead(request, response, site, path);
        }
    }

    private Viewer viewerOf(SiteRef site) {
        if (!site.isOpen() && !access.mayRead(site)) {
            throw new Refused(404, "site-closed", "This site is closed.");
        }
        return access.viewerOf(site);
    }

    /** Under the prefix of a group there is nothing but its tree, and that for its members only; for others the path is like any other. */
    private static Optional<List<Seen>> ofGroup(Root root, Viewer viewer, Address address) {
        return root.trees().entrySet().stream()
                .filter(tree -> tree.getValue().prefixes().stream().anyMatch(address::liesUnder))
                .map(tree -> new Seen(Audience.of(tree.getKey()), tree.getValue()))
                .filter(tree -> viewer.sees(tree.audience()))
                .findFirst()
                .map(List::of);
    }

    private static List<Seen> seen(Root root, Viewer viewer) {
        return root.trees().entrySet().stream()
                .map(tree -> new Seen(Audience.of(tree.getKey()), tree.getValue()))
                .filter(tree -> !tree.audience().isGroup() && viewer.sees(tree.audience()))
                .sorted(Comparator.comparingInt((Seen tree) -> tree.audience().narrowness())
                        .reversed())
                .toList();
    }

    /** One page, one address: the canonical host, and no slash at the end. */
    private boolean redirectToOneSpelling(
            HttpServletRequest request, HttpServletResponse response, SiteRef site, Address address) {
        String canonical = host.canonicalOf(site).orElse(request.getServerName());
        boolean otherHost = !canonical.equalsIgnoreCase(request.getServerName());
        if (!otherHost && !address.hasTrailingSlash()) {
            return false;
        }
        String path = address.hasTrailingSlash() ? address.withoutTrailingSlash() : address.raw();
        String query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
        redirect(request, response, (otherHost ? origin(request, canonical) : "") + path + query, 308);
        return true;
    }

    private static String origin(HttpServletRequest request, String host) {
        int port = request.getServerPort();
        boolean usual = port == (request.isSecure() ? 443 : 80) || port <= 0;
        return request.getScheme() + "://" + host + (usual ? "" : ":" + port);
    }

    private void sendFile(
            HttpServletRequest request, HttpServletResponse response, SiteRef site, List<Seen> seen, Address address)
            throws IOException {
        for (Seen tree : seen) {
            Optional<Trees.Found> found =
                    trees.find(tree.tree(), address.decoded()).or(() -> trees.find(tree.tree(), address.raw()));
            if (found.isPresent()) {
                files.send(request, response, found.get(), 200, isPublic(request, tree));
                return;
            }
        }
        Optional<Trees.Redirect> redirect = seen.stream()
                .flatMap(
                        tree -> trees
                                .redirect(tree.tree(), address.decoded())
                                .or(() -> trees.redirect(tree.tree(), address.raw()))
                                .stream())
                .findFirst();
        if (redirect.isPresent() && redirect.get().status() != 410) {
            redirect(request, response, redirect.get().to(), redirect.get().status());
        } else {
            sendNotThere(request, response, site, seen, address.decoded(), redirect.isPresent() ? 410 : 404);
        }
    }

    private static boolean isPublic(HttpServletRequest request, Seen tree) {
        return tree.audience().equals(Audience.EVERYONE) && !Callers.isNamedIn(request);
    }

    private void sendNotThere(
            HttpServletRequest request,
            HttpServletResponse response,
            SiteRef site,
            List<Seen> seen,
            String path,
            int status)
            throws IOException {
        Seen tree = seen.get(0);
        Root.Tree root = tree.tree();
        Map<String, String> pages = status == 410 && !root.gone().isEmpty() ? root.gone() : root.notFound();
        String page = pages.getOrDefault(localeOf(path, site), pages.get(site.defaultLocale()));
        Optional<Trees.Found> found = page == null ? Optional.empty() : trees.find(tree.tree(), page);
        if (found.isEmpty()) {
            throw new Refused(status, status == 410 ? "gone" : "not-found", "There is no page at this address.");
        }
        files.send(request, response, found.get(), status, isPublic(request, tree));
    }

    /** {@code /en/news} is English; what begins with no locale of the site is in its first. */
    private static String localeOf(String path, SiteRef site) {
        return site.locales().stream()
                .filter(locale -> path.equals("/" + locale) || path.startsWith("/" + locale + "/"))
                .findFirst()
                .orElse(site.defaultLocale());
    }

    private static void redirect(HttpServletRequest request, HttpServletResponse response, String to, int status) {
        SecurityHeaders.add(request, response, "text/html");
        response.setHeader("Cache-Control", "no-cache");
        response.setHeader("Location", to);
        response.setStatus(status);
    }
}
