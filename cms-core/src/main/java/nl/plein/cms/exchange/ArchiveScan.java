package nl.plein.cms.exchange;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.plein.cms.exchange.Archive.Unreadable;
import nl.plein.cms.exchange.ImportReport.Outcome;
import nl.plein.cms.exchange.Origins.Known;
import nl.plein.cms.kernel.EntryId;
import nl.plein.cms.kernel.Hashes;
import nl.plein.cms.kernel.Slug;

/** Reads the front matter of every file once and decides where each goes. */
final class ArchiveScan {

    static final int LONGEST_TEXT = 1 << 20;

    private static final int MOST_TERMS = 20_000;
    private static final int DEEPEST_REPORT_OF_OTHERS = 20;
    private static final Pattern TERM_PAGE = Pattern.compile("/(authors?|tags?|topics?|categor(?:y|ies))/([^/]+)");

    private final List<Archive> archives;
    private final ArchivePlan plan;
    private final ZoneId zone;
    private final Instant now;
    private final boolean ignoreExpiry;
    private final ImportReport report;
    private final SourceKinds kinds;
    private final boolean hasContentFolder;
    private final Map<String, EntryId> byFile = new HashMap<>();
    private final Map<String, Known> byPlace = new HashMap<>();
    private final Set<String> taken = new HashSet<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Set<String> origins = new HashSet<>();
    private final Supplier<EntryId> newId;

    /**
     * @param archives     the one that was sent, and texts that were made from it
     * @param ignoreExpiry whether files whose time is over are to be seen all the same
     * @param known        what earlier imports made
     */
    ArchiveScan(
            List<Archive> archives,
            ArchivePlan plan,
            ZoneId zone,
            Instant now,
            boolean ignoreExpiry,
            List<Known> known,
            ImportReport report,
            SourceKinds kinds,
            Supplier<EntryId> newId) {
        this.archives = archives;
        this.plan = plan;
        this.zone = zone;
        this.now = now;
        this.ignoreExpiry = ignoreExpiry;
        this.report = report;
        this.kinds = kinds;
        this.hasContentFolder = archives.stream()
                .flatMap(archive -> archive.members().stream())
                .anyMatch(member -> member.isMarkdown() && member.isContent());
        this.newId = newId;
        for (Known origin : known) {
            byFile.put(origin.name(), origin.entry());
            if (origin.name().startsWith("file:")) {
                byPlace.putIfAbsent(place(origin.name(), origin.address()), origin);
                plan.earlier(origin.address(), origin.entry());
            }
        }
    }

    void run() throws IOException {
        for (Archive archive : archives) {
            run(archive);
        }
    }

    private void run(Archive archive) throws IOException {
        int nested = 0;
        int links = 0;
        for (ArchiveMember member : archive.members()) {
            if (member.kind() == ArchiveMember.Kind.SYMLINK) {
                if (links++ < DEEPEST_REPORT_OF_OTHERS) {
                    report.note("The symbolic link " + member.shownName() + " was not followed.");
                }
            } else if (member.kind() == ArchiveMember.Kind.FILE && !member.isLitter()) {
                if (hasContentFolder && member.isMarkdown() && !member.isContent()) {
                    overlook(member);
                } else if (member.isMarkdown() || isPage(member)) {
                    look(archive, member);
                } else if (member.isArchive()) {
                    if (nested++ < DEEPEST_REPORT_OF_OTHERS) {
                        report.note("The archive " + member.shownName() + " inside the archive was not opened.");
                    }
                } else {
                    plan.picture(member);
                }
            }
        }
    }

    private boolean isPage(ArchiveMember member) {
        return member.isHtml() && !member.isTemplate() && (!hasContentFolder || member.isContent());
    }

    /** A file beside the pages, such as the archive's own README. */
    private void overlook(ArchiveMember member) {
        report.add(
                Outcome.SKIPPED,
                line(member, Outcome.SKIPPED, List.of("It lies outside the folder content, which holds the pages.")));
    }

    static ImportLine line(ArchiveMember member, Outcome outcome, List<String> notes) {
        return new ImportLine(0, member.shownName(), outcome.word(), "", "", Optional.empty(), notes, List.of());
    }

    /** @throws Unreadable naming what is wrong with this file */
    static FrontMatter front(Archive archive, ArchiveMember member) throws IOException {
        String text = new String(archive.read(member, LONGEST_TEXT), StandardCharsets.UTF_8);
        if (text.indexOf('\0') >= 0) {
            throw new Unreadable("It is no text.");
        }
        return archive.isMade() ? SourceText.read(text) : FrontMatter.of(text);
    }

    private void look(Archive archive, ArchiveMember member) throws IOException {
        try {
            FrontMatter front = front(archive, member);
            SourceAddress address = SourceAddress.of(member.name(), front, zone, new ArrayList<>());
            Placement placed = placed(archive, member, address, front);
            kinds.seen(placed.kind(), member.name(), front);
            terms(kinds.kept(placed.kind(), front));
            plan.place(placed, address);
            if (!placed.path().equals(address.path())
                    && kinds.mapped(placed.kind()).isPresent()) {
                plan.alias(address.path(), placed);
            }
            address.aliases().forEach(alias -> plan.alias(alias, placed));
        } catch (Unreadable e) {
            report.add(Outcome.FAILED, line(member, Outcome.FAILED, List.of(e.why())));
        }
    }

    private Placement placed(Archive archive, ArchiveMember member, SourceAddress address, FrontMatter front) {
        String origin = origin(member);
        var notes = new ArrayList<String>();
        String kind = SourceKinds.of(member.name(), front, address, term(address.path()));
        String wanted = path(kind, address, notes);
        String path = wanted.length() <= ImportOrigin.LONGEST_ADDRESS ? wanted : "/" + Slug.of(member.baseName());
        String free = free(path);
        if (!free.equals(path)) {
            notes.add("Another file of the archive has the path " + path + " too.");
        }
        SourceState state = member.name().matches("(?s)(.*/)?_drafts/.*")
                ? SourceState.DRAFT
                : SourceState.of(front, zone, now, ignoreExpiry, notes);
        EntryId entry = byFile.get(origin);
        Known samePlace = byPlace.get(place(origin, free));
        if (entry == null && samePlace != null) {
            // The same file of the same site, packed below other folders.
            origin = samePlace.name();
            entry = samePlace.entry();
        }
        if (!origins.add(origin)) {
            throw new Unreadable("The archive has another file of this name; that one was taken.");
        }
        return new Placement(
                archive,
                member,
                origin,
                free,
                entry == null ? newId.get() : entry,
                state,
                kind.isEmpty() ? term(free) : "",
                kind,
                String.join(" ", notes));
    }

    /** Where the mapping wants the page, or the source has it. */
    private String path(String kind, SourceAddress address, List<String> notes) {
        Optional<String> pattern = kinds.mapped(kind).flatMap(ImportMapping.Kind::pathPattern);
        Optional<String> path = pattern.flatMap(address::path);
        if (pattern.isPresent() && path.isEmpty()) {
            notes.add("It has no date for the path pattern " + pattern.get() + "; it keeps the path of the source.");
        }
        return path.orElse(address.path());
    }

    /** Hugo and Eleventy give an author or a topic a page of its own by a file at its address. */
    private static String term(String path) {
        Matcher page = TERM_PAGE.matcher(path);
        if (!page.matches()) {
            return "";
        }
        String type = page.group(1).startsWith("author") ? ImportTypes.AUTHOR : ImportTypes.TAG;
        return type + ":" + Slug.of(page.group(2));
    }

    private String free(String path) {
        String free = path;
        while (!taken.add(free)) {
            int number = numbers.merge(path, 1, Integer::sum) + 1;
            free = (path.equals("/") ? "/index" : path) + "-" + number;
        }
        return free;
    }

    private void terms(FrontMatter front) {
        for (String author : authors(front)) {
            if (plan.authors().size() < MOST_TERMS) {
                plan.author(Slug.of(author), author);
            }
        }
        for (String tag : tags(front)) {
            if (plan.tags().size() < MOST_TERMS) {
                plan.tag(Slug.of(tag), tag);
            }
        }
    }

    static List<String> authors(FrontMatter front) {
        return union(front, "authors", "author");
    }

    static List<String> tags(FrontMatter front) {
        return union(front, "tags", "topics", "categories");
    }

    private static List<String> union(FrontMatter front, String... keys) {
        var slugs = new HashSet<String>();
        var union = new ArrayList<String>();
        for (String key : keys) {
            for (String text : front.texts(key)) {
                if (slugs.add(Slug.of(text))) {
                    union.add(text);
                }
            }
        }
        return union;
    }

    private static String origin(ArchiveMember member) {
        String origin = "file:" + member.name();
        return origin.length() <= ImportOrigin.LONGEST_NAME
                ? origin
                : "file:" + Hashes.sha256(member.name()) + "/" + Slug.of(member.baseName());
    }

    private static String place(String origin, String path) {
        return origin.substring(origin.lastIndexOf('/') + 1)
                        .replaceFirst("^file:", "")
                        .toLowerCase(Locale.ROOT) + "@" + path;
    }
}
