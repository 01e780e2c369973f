package nl.plein.api.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.plein.api.delivery.KeptAnswers.Kept;
import nl.plein.api.delivery.KeptAnswers.Key;
import nl.plein.api.identity.RequestedHost;
import nl.plein.api.identity.RequestedSite;
import nl.plein.cms.kernel.Audience;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.model.ModelFact;
import nl.plein.cms.people.Access;
import nl.plein.cms.people.Viewer;
import nl.plein.cms.publishing.Touches;
import nl.plein.cms.search.EntryLists;
import nl.plein.cms.tenancy.CurrentSites.Standing;
import nl.plein.cms.tenancy.SiteRef;
import org.jspecify.annotations.Nullable;

/**
 * Entries and lists that are answered again without asking the database more than where the site stands. An answer is as
 * good at a newer version as at its own if no version in between touched what it has read; it is sent with the newer one's
 * number and tag; only {@code Cache-Status} (RFC 9211) tells it from one that was just made.
 */
@ApplicationScoped
public class CachedAnswers {

    private static final Pattern CACHED = Pattern.compile("/delivery/v1/sites/([^/]+)/(entries|entries/[^/]+|paths)");

    /** Answers that wait, speak of the past, or die by themselves. */
    private static final Set<String> NEVER = Set.of("cursor", "minVersion", "version", "at");

    /** A cursor that was kept as long as this can still be used for ten minutes. */
    private static final long CURSORS_LAST = 300_000_000_000L;

    private static final List<String> OF_STRANGERS = names(Viewer.PUBLIC);

    @Inject
    KeptAnswers kept;

    @Inject
    Touches touches;

    @Inject
    Answers answers;

    @Inject
    Access access;

    @Inject
    EntryLists lists;

    @Inject
    RequestedHost host;

    /**
     * What is asked, whoever asks and whenever.
     *
     * @param query  with its parameters in order
     * @param isList whether the index finds the answer
     */
    record Question(SiteId site, String path, String query, boolean isList) {}

    /**
     * A question whose answer may be kept.
     *
     * @param version that the answer has to speak of
     * @param index   see {@link Kept}
     */
    record Asked(Question question, Key key, Viewer viewer, long version, Touches.Era era, String index) {}

    /** @return empty if this request must be answered anew, whatever was answered before */
    Optional<Asked> asked(HttpServletRequest request) {
        Matcher path = CACHED.matcher(request.getRequestURI());
        if (!kept.isOn() || !request.getMethod().equals("GET") || !path.matches() || !takesJson(request)) {
            return Optional.empty();
        }
        Optional<String> query = normal(request.getQueryString());
        Optional<Standing> standing = RequestedSite.standing(request);
        Optional<SiteRef> site = standing.flatMap(Standing::site);
        if (query.isEmpty()
                || site.isEmpty()
                || !site.get().isOpen()
                || isOfAnother(request, site.get().id())) {
            return Optional.empty();
        }
        Viewer viewer = access.viewerOf(site.get());
        if (viewer.mayReadHistory()) {
            return Optional.empty();
        }
        var question = new Question(
                site.get().id(),
                request.getRequestURI(),
                query.get(),
                path.group(2).equals("entries"));
        return asked(
                question,
                standing.get(),
                viewer,
                touches.reach(site.get().id(), site.get().version()));
    }

    /**
     * @param viewer who may not read history
     * @param era    that has reached the version at which the site stands
     */
    Optional<Asked> asked(Question question, Standing standing, Viewer viewer, Touches.Era era) {
        Optional<SiteRef> site = standing.site().filter(SiteRef::isOpen);
        if (site.isEmpty()) {
            return Optional.empty();
        }
        long model = standing.facts().getOrDefault(ModelFact.NAME, 0L);
        var key = new Key(question.site(), namesOf(viewer), model, question.path(), question.query());
        if (!question.isList()) {
            return Optional.of(new Asked(question, key, viewer, site.get().version(), era, ""));
        }
        return lists.reached(question.site(), model)
                .map(reached -> new Asked(question, key, viewer, reached.version(), era, reached.index()));
    }

    /** @return empty if there is none that is still what would be answered */
    Optional<Kept> find(Asked asked) {
        Optional<Kept> found = kept.find(asked.key());
        if (found.isPresent() && !isSound(asked, found.get())) {
            if (found.get().version() < asked.version()) {
                kept.drop(asked.key(), found.get());
            }
            return Optional.empty();
        }
        return found;
    }

    static boolean isSound(Asked asked, Kept answer) {
        return answer.era() == asked.era()
                && answer.version() <= asked.version()
                && answer.index().equals(asked.index())
                && System.nanoTime() - answer.until() < 0
                && asked.era().isUntouched(answer.version(), answer.reads());
    }

    void send(Asked asked, Kept answer, HttpServletRequest request, HttpServletResponse response) throws IOException {
        send(answer, answers.tag(request, asked.viewer(), asked.version()), asked.version(), request, response);
    }

    static void send(Kept answer, String tag, long version, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.setHeader("Cache-Status", "plein; hit");
        if (Answers.head(request, tag, version, response::setHeader)) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        if (answer.link() != null) {
            response.setHeader("Link", answer.link());
        }
        response.setContentType("application/json");
        response.setContentLength(answer.body().length);
        response.getOutputStream().write(answer.body());
    }

    /** Of the version that it says it speaks of, which for lists may be a newer one than was asked for. */
    void keep(Asked asked, Reads reads, byte[] body, @Nullable String link) {
        kept.put(
                asked.key(),
                new Kept(
                        body,
                        link,
                        reads.version(),
                        asked.era(),
                        asked.index(),
                        reads.all(),
                        System.nanoTime() + (link == null ? Long.MAX_VALUE / 2 : CURSORS_LAST)));
    }

    private boolean isOfAnother(HttpServletRequest request, SiteId site) {
        return host.siteOf(request).filter(own -> !own.id().equals(site)).isPresent();
    }

    private static boolean takesJson(HttpServletRequest request) {
        String accept = request.getHeader("Accept");
        return accept == null || accept.contains("*/*") || accept.contains("application/json");
    }

    private static List<String> namesOf(Viewer viewer) {
        return viewer == Viewer.PUBLIC ? OF_STRANGERS : names(viewer);
    }

    private static List<String> names(Viewer viewer) {
        return viewer.audiences().stream().map(Audience::value).sorted().toList();
    }

    /** Its parameters in order. @return empty if one of them forbids keeping, or if it can't be read */
    private static Optional<String> normal(@Nullable String query) {
        if (query == null || query.isEmpty()) {
            return Optional.of("");
        }
        List<String> parameters = new ArrayList<>();
        for (String one : query.split("&", -1)) {
            try {
                int end = one.indexOf('=');
                String name = end < 0 ? one : URLDecoder.decode(one.substring(0, end), StandardCharsets.UTF_8);
                if (end < 0 || NEVER.contains(name)) {
                    return Optional.empty();
                }
                String value = URLDecoder.decode(one.substring(end + 1), StandardCharsets.UTF_8);
                parameters.add(name + "=" + value.length() + ":" + value);
            } catch (IllegalArgumentException e) {
                return Optional.empty();
            }
        }
        Collections.sort(parameters);
        return Optional.of(String.join("&", parameters));
    }
}
