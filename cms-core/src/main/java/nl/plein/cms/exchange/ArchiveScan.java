package nl.plein.cms.exchange;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
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

    private final Archive archive;
    private final ArchivePlan plan;
    private final ZoneId zone;
    private final ImportReport report;
    private final Map<String, EntryId> byFile = new HashMap<>();
    private final Map<String, Known> byPlace = new HashMap<>();
    private final Set<String> taken = new HashSet<>();
    private final Supplier<EntryId> newId;

    /** @param known what earlier imports made */
    ArchiveScan(
            Archive archive,
            ArchivePlan plan,
            ZoneId zone,
            List<Known> known,
            ImportReport report,
            Supplier<EntryId> newId) {
        this.archive = archive;
        this.plan = plan;
        this.zone = zone;
        this.report = report;
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
        int nested = 0;
        int links = 0;
        for (ArchiveMember member : archive.members()) {
            if (member.kind() == ArchiveMember.Kind.SYMLINK) {
                if (links++ < DEEPEST_REPORT_OF_OTHERS) {
                    report.note("The symbolic link " + member.shownName() + " was not followed.");
                }
            } else if (member.kind() == ArchiveMember.Kind.FILE && !member.isLitter()) {
                if (member.isMarkdown()) {
                    look(member);
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

    static String text(Archive archive, ArchiveMember member) throws IOException {
        return new String(archive.read(member, LONGEST_TEXT), StandardCharsets.UTF_8);
    }

    private void look(ArchiveMember member) throws IOException {
        try {
            FrontMatter front = FrontMatter.of(text(archive, member));
            SourceAddress address = SourceAddress.of(member.name(), front, zone, new ArrayList<>());
            terms(front);
            Placement placed = placed(member, address, front);
            plan.place(placed, address);
            address.aliases().forEach(alias -> plan.alias(alias, placed));
        } catch (Unreadable e) {
            report.add(member.shownName(), Outcome.FAILED, "", "", List.of(e.why()), Set.of());
        }
    }

    private Placement placed(ArchiveMember member, SourceAddress address, FrontMatter front) {
        String origin = origin(member);
        String path = address.path().length() <= ImportOrigin.LONGEST_ADDRESS
                ? address.path()
                : "/" + Slug.of(member.baseName());
        String free = free(path);
        String note = free.equals(path) ? "" : "Another file of the archive has the path " + path + " too.";
        EntryId entry = byFile.get(origin);
        Known samePlace = byPlace.get(place(origin, free));
        if (entry == null && samePlace != null) {
            // The same file of the same site, packed below other folders.
            origin = samePlace.name();
            entry = samePlace.entry();
        }
        return new Placement(member, origin, free, entry == null ? newId.get() : entry, front.isTrue("draft"), note);
    }

    private String free(String path) {
        String free = path;
        for (int number = 2; !taken.add(free); number++) {
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
