package nl.plein.api.delivery;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Enumeration;
import java.util.Optional;
import nl.plein.api.delivery.CachedAnswers.Asked;
import nl.plein.api.delivery.CachedAnswers.Question;
import nl.plein.api.delivery.KeptAnswers.Kept;
import nl.plein.api.identity.Callers;
import nl.plein.api.identity.RequestedHost;
import nl.plein.api.wire.HeadersFilter;
import nl.plein.cms.people.Viewer;
import nl.plein.cms.publishing.Touches;
import nl.plein.cms.tenancy.CurrentSites;
import nl.plein.cms.tenancy.CurrentSites.Standing;
import org.jspecify.annotations.Nullable;

/**
 * Answers again, before the request is looked at any closer, what a stranger has asked in the same words before. Such a
 * request has been through every filter already, and nothing that they look at is in it but what is compared here; what
 * may have changed since (the site, its host, its version, what that touched) is looked up as for any other. All else,
 * above all who comes with a token, goes the long way.
 */
@ApplicationScoped
public class QuickAnswers {

    /** The part of the memory for answers that their questions may take here. */
    static final int PART = 16;

    private static final int OBJECTS = 220;

    @Inject
    KeptAnswers kept;

    @Inject
    CachedAnswers cached;

    @Inject
    CurrentSites current;

    @Inject
    Touches touches;

    @Inject
    Answers answers;

    private @Nullable Cache<Heard, Known> known;

    /**
     * All of a request that decides on its answer, where there is no token and no body.
     *
     * @param host as the request was sent to, behind a proxy as the proxy says
     */
    private record Heard(String host, String path, @Nullable String query, @Nullable String accept) {

        int weight() {
            return OBJECTS
                    + host.length()
                    + path.length()
                    + (query == null ? 0 : 2 * query.length())
                    + (accept == null ? 0 : accept.length());
        }
    }

    private record Tagged(long version, String tag) {}

    private static final class Known {
        final Question question;
        volatile @Nullable Tagged last;

        Known(Question question) {
            this.question = question;
        }
    }

    @PostConstruct
    void open() {
        known = Caffeine.newBuilder()
                .maximumWeight(kept.mostBytes() / PART)
                .weigher((Heard heard, Known one) -> heard.weight())
                .build();
    }

    /** @return false if this request has to go the long way; nothing was done then */
    public boolean answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Heard heard = heard(request);
        Known asked = heard == null || known == null ? null : known.getIfPresent(heard);
        if (heard == null || asked == null) {
            return false;
        }
        Optional<Asked> now = asked(asked.question, heard.host());
        Optional<Kept> answer = now.flatMap(question -> kept.find(question.key()));
        if (answer.isEmpty() || !CachedAnswers.isSound(now.get(), answer.get())) {
            return false;
        }
        HeadersFilter.write(request, response);
        CachedAnswers.send(
                answer.get(), tag(asked, request, now.get()), now.get().version(), request, response);
        return true;
    }

    /** Remembers a request that was answered from memory, so that the next one like it needs nothing else. */
    void hear(HttpServletRequest request, Question question) {
        Heard heard = heard(request);
        if (heard != null && known != null) {
            known.put(heard, new Known(question));
        }
    }

    private Optional<Asked> asked(Question question, String host) {
        Standing standing = current.of(question.site(), host);
        if (standing.ofHost().isPresent() && !standing.ofHost().get().equals(question.site())) {
            return Optional.empty();
        }
        Optional<Touches.Era> era = standing.site().flatMap(site -> touches.reached(site.id(), site.version()));
        return era.isEmpty() ? Optional.empty() : cached.asked(question, standing, Viewer.PUBLIC, era.get());
    }

    private String tag(Known asked, HttpServletRequest request, Asked now) {
        Tagged last = asked.last;
        if (last == null || last.version() != now.version()) {
            last = new Tagged(now.version(), answers.tag(request, now.viewer(), now.version()));
            asked.last = last;
        }
        return last.tag();
    }

    private static @Nullable Heard heard(HttpServletRequest request) {
        if (!request.getMethod().equals("GET")
                || Callers.isNamedIn(request)
                || request.getHeader("Content-Type") != null) {
            return null;
        }
        Enumeration<String> accept = request.getHeaders("Accept");
        String first = accept.hasMoreElements() ? accept.nextElement() : null;
        return accept.hasMoreElements()
                ? null
                : new Heard(RequestedHost.nameIn(request), request.getRequestURI(), request.getQueryString(), first);
    }
}
