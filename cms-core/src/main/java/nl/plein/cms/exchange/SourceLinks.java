package nl.plein.cms.exchange;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.plein.cms.kernel.EntryId;
import nl.plein.cms.kernel.Slug;

/** What the addresses in the texts of an archive mean: entries, pictures, or places on the site that they come from. */
final class SourceLinks {

    private static final Pattern TERM =
            Pattern.compile("/(authors?|tags?|topics?|categor(?:y|ies))/([^/?#]+)/?(?:[?#].*)?");

    private final ArchivePlan plan;
    private final Optional<URI> source;
    private final Map<String, EntryId> authors;
    private final Map<String, EntryId> tags;

    /**
     * @param source  base address of the site that the archive comes from, if it is known
     * @param authors entries by slug
     */
    SourceLinks(ArchivePlan plan, Optional<URI> source, Map<String, EntryId> authors, Map<String, EntryId> tags) {
        this.plan = plan;
        this.source = source;
        this.authors = authors;
        this.tags = tags;
    }

    /** @param picture the asset that a picture of the archive becomes */
    LinkMeaning meaning(String href, Placement from, Function<ArchiveMember, Optional<UUID>> picture) {
        if (href.isEmpty() || href.startsWith("#") || leadsElsewhere(href)) {
            return LinkMeaning.elsewhere(href);
        }
        String file = from.member().name();
        int hash = href.indexOf('#');
        String anchor = hash < 0 || hash == href.length() - 1 ? "" : href.substring(hash);
        String bare = hash < 0 ? href : href.substring(0, hash);
        Optional<UUID> entry =
                plan.entryAt(bare, file).or(() -> plan.path(bare, file).flatMap(this::term));
        if (entry.isPresent()) {
            return entry.get().equals(from.entry().value()) && !anchor.isEmpty()
                    ? LinkMeaning.elsewhere(anchor)
                    : LinkMeaning.entry(entry.get(), anchor);
        }
        if (anchor.isEmpty() && plan.path(bare, file).filter("/"::equals).isPresent()) {
            return LinkMeaning.elsewhere("/");
        }
        return plan.pictureAt(bare, file)
                .flatMap(picture)
                .map(LinkMeaning::asset)
                .orElseGet(() -> LinkMeaning.missing(onSource(href, from).orElse(href)));
    }

    /** The address on the source's site of something that the archive does not hold; empty if that site is not known. */
    Optional<String> onSource(String address, Placement from) {
        if (source.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(source.get()
                    .resolve(from.path() + "/")
                    .resolve(address.replace(" ", "%20"))
                    .toString());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private boolean leadsElsewhere(String href) {
        if (!href.matches("(?s)(?i)([a-z][a-z0-9+.-]*:|//).*")) {
            return false;
        }
        try {
            String host = URI.create(href.replace(" ", "%20")).getHost();
            return host == null || !plan.isOwnHost(host);
        } catch (IllegalArgumentException e) {
            return true;
        }
    }

    private Optional<UUID> term(String path) {
        Matcher matcher = TERM.matcher(path);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String slug = Slug.of(matcher.group(2));
        Map<String, EntryId> terms = matcher.group(1).startsWith("author") ? authors : tags;
        return Optional.ofNullable(terms.get(slug)).map(EntryId::value);
    }
}
