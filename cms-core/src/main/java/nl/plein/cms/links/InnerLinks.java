package nl.plein.cms.links;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.plein.cms.content.Draft;
import nl.plein.cms.content.Paths;
import nl.plein.cms.content.Translations;
import nl.plein.cms.kernel.Audience;
import nl.plein.cms.kernel.EntryId;
import nl.plein.cms.kernel.Invalid;
import nl.plein.cms.model.ContentType;
import nl.plein.cms.model.ContentTypes;
import nl.plein.cms.model.Model;
import nl.plein.cms.people.Viewer;
import nl.plein.cms.publishing.Moments;
import nl.plein.cms.publishing.PathAnswer;
import nl.plein.cms.publishing.Publication;
import nl.plein.cms.publishing.Publications;
import nl.plein.cms.publishing.SiteMoment;
import nl.plein.cms.tenancy.Sites;
import nl.plein.cms.workflow.Reason;
import nl.plein.cms.workflow.Subject;
import tools.jackson.databind.JsonNode;

/**
 * Looks where links within a site lead. Pages are known here; lists, feeds and files that only a theme knows are not, so a path is
 * missed only where nothing but a page of some type could lie.
 */
@ApplicationScoped
class InnerLinks {

    private static final Viewer ALL =
            new Viewer(Optional.empty(), Set.of(Audience.EVERYONE, Audience.GOVERNMENT, Audience.AGENCY), false);

    @Inject
    ContentTypes types;

    @Inject
    Model model;

    @Inject
    Publications publications;

    @Inject
    Moments moments;

    @Inject
    Translations translations;

    @Inject
    Sites sites;

    /** @param others links that lead out of the site */
    record Looked(Map<LinkPlace, List<Reason>> reasons, List<LinkPlace> others) {}

    Looked look(Subject subject, List<LinkPlace> places) {
        Set<String> hosts = sites.hostsOf(subject.site().id()).stream()
                .map(host -> host.host())
                .collect(Collectors.toSet());
        SiteMoment now = moments.now(subject.site().id());
        Map<LinkPlace, List<Reason>> reasons = new HashMap<>();
        List<LinkPlace> others = new ArrayList<>();
        Map<EntryId, List<Publication>> targets = targets(subject, places, now);
        for (LinkPlace place : places) {
            if (place.entry().isPresent()) {
                partOf(subject, place, targets.getOrDefault(place.entry().get(), List.of()))
                        .ifPresent(reason -> reasons.put(place, List.of(reason)));
            } else if (place.href().startsWith("#")) {
                ownPart(subject, place).ifPresent(reason -> reasons.put(place, List.of(reason)));
            } else {
                Optional<URI> own = own(place.href(), hosts);
                own.flatMap(url -> at(subject, place, url, now))
                        .ifPresent(reason -> reasons.put(place, List.of(reason)));
                if (own.isEmpty()) {
                    others.add(place);
                }
            }
        }
        return new Looked(reasons, others);
    }

    private Map<EntryId, List<Publication>> targets(Subject subject, List<LinkPlace> places, SiteMoment now) {
        Set<EntryId> wanted = places.stream()
                .filter(place -> place.href().startsWith("#"))
                .flatMap(place -> place.entry().stream())
                .collect(Collectors.toCollection(HashSet::new));
        if (wanted.isEmpty()) {
            return Map.of();
        }
        return publications.ofEntries(subject.site().id(), wanted, readers(subject.draft()), now).stream()
                .collect(Collectors.groupingBy(Publication::entry));
    }

    /** In the language of the draft, or in any if the target is not in it: the reader comes to one of them. */
    private Optional<Reason> partOf(Subject subject, LinkPlace place, List<Publication> targets) {
        List<Publication> same = targets.stream()
                .filter(target -> target.locale().equals(subject.draft().locale()))
                .toList();
        List<Publication> read = same.isEmpty() ? targets : same;
        String part = part(place.href());
        return read.isEmpty()
                        || read.stream().anyMatch(page -> parts(page.type(), page.fields())
                                .have(part))
                ? Optional.empty()
                : Optional.of(partMissing(place, part));
    }

    private Optional<Reason> ownPart(Subject subject, LinkPlace place) {
        String part = part(place.href());
        return parts(subject.draft().type(), subject.draft().payload()).have(part)
                ? Optional.empty()
                : Optional.of(partMissing(place, part));
    }

    private Parts parts(String type, JsonNode fields) {
        return Parts.in(model.values(types.get(type), fields, field -> Parts.KINDS.contains(field.kind())));
    }

    private static Reason partMissing(LinkPlace place, String part) {
        return place.reason(
                "part-missing",
                "leidt naar “" + part + "”, een deel dat er op die pagina niet is: kies een ander deel of leid naar de"
                        + " hele pagina.",
                "leads to “" + part + "”, a part that the page does not have: choose another part or lead to the whole"
                        + " page.");
    }

    /** Of this site: a path, or an address of one of its hosts. */
    private static Optional<URI> own(String href, Set<String> hosts) {
        try {
            URI url = new URI(href);
            boolean isPath = !url.isAbsolute() && url.getRawAuthority() == null && href.startsWith("/");
            boolean isOwn = url.getHost() != null
                    && String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT).startsWith("http")
                    && hosts.contains(url.getHost().toLowerCase(Locale.ROOT));
            return isPath || isOwn ? Optional.of(url) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private Optional<Reason> at(Subject subject, LinkPlace place, URI url, SiteMoment now) {
        String path;
        try {
            path = Paths.normalise(url.getRawPath() == null || url.getRawPath().isEmpty() ? "/" : url.getRawPath());
        } catch (Invalid e) {
            return Optional.empty(); // where no page can lie, the server answers something else or nothing
        }
        PathAnswer answer = publications.byPath(subject.site().id(), path, readers(subject.draft()), now);
        if (answer instanceof PathAnswer.Found found) {
            return partOf(place, url, found.publication());
        }
        if (answer instanceof PathAnswer.Gone) {
            return Optional.of(place.reason(
                    "page-gone",
                    "leidt naar " + path + ", een pagina die is weggehaald: kies een andere of haal de link weg.",
                    "leads to " + path + ", a page that was taken away: choose another or take the link out."));
        }
        return answer instanceof PathAnswer.Absent ? absent(subject, place, path, now) : Optional.empty();
    }

    private Optional<Reason> partOf(LinkPlace place, URI url, Publication page) {
        String part = url.getRawFragment() == null ? "" : decoded(url.getRawFragment());
        return parts(page.type(), page.fields()).have(part) ? Optional.empty() : Optional.of(partMissing(place, part));
    }

    private Optional<Reason> absent(Subject subject, LinkPlace place, String path, SiteMoment now) {
        var site = subject.site();
        if (publications.byPath(site.id(), path, ALL, now) instanceof PathAnswer.Found) {
            return Optional.of(
                    place.reason(
                            "target-for-fewer",
                            "leidt naar iets dat niet al uw lezers mogen zien: kies iets anders of haal de link weg.",
                            "leads to something that not all your readers may see: choose something else or take the link out."));
        }
        if (translations.hasDraftAt(site.id(), path)) {
            return Optional.of(place.reason(
                    "target-not-published",
                    "leidt naar iets dat niet gepubliceerd is: publiceer dat ook, of haal de link weg.",
                    "leads to something that is not published: publish that too, or take the link out."));
        }
        boolean onlyPages = types.byKey().values().stream()
                .filter(type -> !type.isBlock())
                .anyMatch(type -> site.locales().stream()
                        .anyMatch(locale -> isPlaceOf(type, locale, Paths.prefix(site, locale), path)));
        return onlyPages
                ? Optional.of(place.reason(
                        "page-missing",
                        "leidt naar " + path + ", en daar is geen pagina: verbeter het adres of haal de link weg.",
                        "leads to " + path + ", and there is no page: mend the address or take the link out."))
                : Optional.empty();
    }

    /** Whether pages of the type lie at such paths. One that could lie anywhere says nothing. */
    private static boolean isPlaceOf(ContentType type, String locale, String prefix, String path) {
        Optional<String> pattern =
                type.pathPattern(locale).filter(one -> !one.startsWith("/{") && one.endsWith("{slug}"));
        if (pattern.isEmpty() || !path.startsWith(prefix + "/")) {
            return false;
        }
        String[] wanted = pattern.get().split("/");
        String[] given = path.substring(prefix.length()).split("/");
        boolean fits = wanted.length == given.length;
        for (int i = 0; fits && i < wanted.length; i++) {
            fits = switch (wanted[i]) {
                case "{yyyy}" -> given[i].matches("[0-9]{4}");
                case "{mm}", "{dd}" -> given[i].matches("[0-9]{2}");
                case "{slug}" -> given[i].matches("[a-z0-9]+(-[a-z0-9]+)*");
                default -> wanted[i].equals(given[i]);
            };
        }
        return fits;
    }

    /** Somebody who sees what every reader of the draft sees. */
    private static Viewer readers(Draft draft) {
        return new Viewer(
                Optional.empty(),
                Stream.of(Audience.EVERYONE, Audience.GOVERNMENT, Audience.AGENCY, draft.audience())
                        .filter(audience -> audience.covers(draft.audience()))
                        .collect(Collectors.toSet()),
                false);
    }

    private static String part(String href) {
        return href.startsWith("#") ? decoded(href.substring(1)) : "";
    }

    private static String decoded(String part) {
        try {
            return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return part; // a percent sign that is meant as one
        }
    }
}
