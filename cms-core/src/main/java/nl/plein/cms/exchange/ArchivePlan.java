package nl.plein.cms.exchange;

import java.net.URI;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import nl.plein.cms.kernel.EntryId;

/**
 * What an archive holds and what links inside it mean: known before the first entry is written, so that texts may point at
 * entries that come later. Holds names and ids, no texts.
 */
final class ArchivePlan {

    /** WordPress keeps copies of a picture in other sizes: {@code park-300x200.jpg}. */
    private static final Pattern SIZED = Pattern.compile("-\\d{1,5}x\\d{1,5}(?=\\.\\w{2,5}$)");

    private static final int LONGEST_ADDRESS = 2_000;

    private final List<Placement> placements = new ArrayList<>();
    private final Map<String, Placement> byKey = new HashMap<>();
    private final Map<String, List<Placement>> aliases = new TreeMap<>();
    private final Map<String, EntryId> earlier = new HashMap<>();
    private final NavigableMap<String, ArchiveMember> pictures = new TreeMap<>();
    private final Map<String, String> authors = new LinkedHashMap<>();
    private final Map<String, String> tags = new LinkedHashMap<>();
    private final Map<String, Placement> termPages = new HashMap<>();
    private final Set<String> ownHosts;
    private final Map<String, ArchiveMember> attachments = new HashMap<>();

    ArchivePlan(List<String> ownHosts) {
        this.ownHosts = new HashSet<>(ownHosts);
    }

    void place(Placement placement, SourceAddress address) {
        placements.add(placement);
        if (!placement.term().isEmpty()) {
            termPages.putIfAbsent(placement.term(), placement);
        }
        byKey.putIfAbsent(SourceAddress.key(placement.path()), placement);
        address.knownAs().forEach(key -> byKey.putIfAbsent(key, placement));
    }

    /** Remembers a path that the page of a file had before; several may claim one. */
    void alias(String path, Placement placement) {
        aliases.computeIfAbsent(path, key -> new ArrayList<>()).add(placement);
    }

    Map<String, List<Placement>> aliases() {
        return aliases;
    }

    /** Remembers a file that a text may show. */
    void picture(ArchiveMember member) {
        pictures.putIfAbsent(backwards("/" + member.name()), member);
    }

    /** The file that lies at this path, below whatever folders; if there are several, the one at the path itself. */
    private Optional<ArchiveMember> pictureEndingIn(String path) {
        String end = backwards(path);
        Map.Entry<String, ArchiveMember> next = pictures.ceilingEntry(end);
        return next != null && next.getKey().startsWith(end) ? Optional.of(next.getValue()) : Optional.empty();
    }

    /** So that paths with the same end lie side by side in the order of text. */
    private static String backwards(String path) {
        return new StringBuilder(path.toLowerCase(Locale.ROOT)).reverse().toString();
    }

    /** @param name as it was written first; the slug tells two spellings of one author */
    void author(String slug, String name) {
        authors.putIfAbsent(slug, name);
    }

    void tag(String slug, String name) {
        tags.putIfAbsent(slug, name);
    }

    List<Placement> placements() {
        return placements;
    }

    /** Slug to name, in the order of the archive. */
    Map<String, String> authors() {
        return authors;
    }

    Map<String, String> tags() {
        return tags;
    }

    /** The file that is the page of an author or a tag, by {@code author:slug} or {@code tag:slug}. */
    Map<String, Placement> termPages() {
        return termPages;
    }

    /** A page that an earlier import made. */
    void earlier(String path, EntryId entry) {
        earlier.putIfAbsent(SourceAddress.key(path), entry);
    }

    /** The texts come from this host too. */
    void ownHost(String host) {
        ownHosts.add(host.toLowerCase(Locale.ROOT));
    }

    /** Remembers under which address the source showed a file. @return the file; empty if the archive lacks it */
    Optional<ArchiveMember> attachment(String address) {
        Optional<ArchiveMember> found = endingLike(address);
        found.ifPresent(member -> attachments.put(address, member));
        return found;
    }

    /** The file whose name ends as this address does, in two parts at least. */
    private Optional<ArchiveMember> endingLike(String address) {
        String path;
        try {
            path = URI.create(address.strip().replace(" ", "%20")).getPath();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        if (path == null || path.length() > LONGEST_ADDRESS) {
            return Optional.empty();
        }
        String ending = path;
        while (ending.indexOf('/', 1) > 0) {
            Optional<ArchiveMember> member = pictureEndingIn(ending);
            if (member.isPresent()) {
                return member;
            }
            ending = ending.substring(ending.indexOf('/', 1));
        }
        return Optional.empty();
    }

    boolean isOwnHost(String host) {
        return ownHosts.contains(host.toLowerCase(Locale.ROOT));
    }

    /** The entry that an address means in this file; empty for one with a fragment. */
    Optional<UUID> entryAt(String href, String file) {
        if (href.indexOf('#') >= 0) {
            return Optional.empty();
        }
        return path(href, file)
                .map(SourceAddress::key)
                .flatMap(key -> Optional.ofNullable(byKey.get(key))
                        .map(Placement::entry)
                        .or(() -> Optional.ofNullable(earlier.get(key))))
                .map(EntryId::value);
    }

    /** The picture that this file shows. */
    Optional<ArchiveMember> pictureAt(String source, String file) {
        String whole = SIZED.matcher(source).replaceFirst("");
        ArchiveMember attachment = attachments.getOrDefault(source, attachments.get(whole));
        return attachment != null
                ? Optional.of(attachment)
                : path(source, file)
                        .filter(path -> path.startsWith("/") && path.length() > 1)
                        .flatMap(this::pictureEndingIn);
    }

    /** The address of the page that a source file becomes, for Hugo's {@code ref}; a guess if the file is not there. */
    String addressOfFile(String file) {
        int anchor = file.indexOf('#');
        String name = anchor < 0 ? file : file.substring(0, anchor);
        String rest = anchor < 0 ? "" : file.substring(anchor);
        if (name.isEmpty()) {
            return rest;
        }
        Placement found = byKey.get(SourceAddress.fileKey(name.startsWith("/") ? name : "/" + name));
        if (found == null) {
            found = byKey.get(SourceAddress.fileKey(name.substring(name.lastIndexOf('/') + 1)));
        }
        return (found == null ? guessed(name) : found.path()) + rest;
    }

    /** Where a file would live that is not there. */
    private static String guessed(String name) {
        return SourceAddress.of(name.replaceFirst("^/+", ""), FrontMatter.of(""), ZoneOffset.UTC, new ArrayList<>())
                .path();
    }

    /** The path that an address means on the site of the archive; empty when it leads to another site. */
    Optional<String> path(String address, String file) {
        try {
            URI uri = URI.create(address.strip().replace(" ", "%20"));
            if (uri.getHost() != null && !isOwnHost(uri.getHost())
                    || uri.getScheme() != null && !uri.getScheme().startsWith("http")
                    || uri.getPath() == null) {
                return Optional.empty();
            }
            String folder = file.contains("/") ? "/" + file.substring(0, file.lastIndexOf('/') + 1) : "/";
            String path = uri.getPath().startsWith("/")
                    ? uri.getPath()
                    : URI.create(folder.replace(" ", "%20"))
                            .resolve(uri.getRawPath())
                            .getPath();
            return Optional.of(path);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
