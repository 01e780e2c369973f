package nl.plein.site.render;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import nl.plein.site.copy.SiteCopy;
import nl.plein.site.kernel.Hashes;
import nl.plein.site.kernel.Json;
import nl.plein.site.model.Audience;
import nl.plein.site.model.Redirect;
import nl.plein.site.model.Site;
import nl.plein.site.model.SiteChange;
import nl.plein.site.page.Edition;
import nl.plein.site.source.Change;
import nl.plein.site.source.Source;
import nl.plein.site.tree.Blobs;
import nl.plein.site.tree.OutFolder;
import nl.plein.site.tree.Root;
import nl.plein.site.tree.TreeEdit;
import org.jspecify.annotations.Nullable;

/**
 * A site that stays in memory between its versions. What a version changes is looked up in what the pages have read, and only those pages
 * are made again; the result is, byte for byte, the one that rendering the whole site would have given. Renders everything when it is new,
 * when the copy came here by another way than from the version before, after a failure, and when the site's own words or its theme changed.
 * Not for several threads at once; one render uses as many as its options say.
 */
public final class StandingSite {
    private final SiteRenderer renderer;
    private final Options options;
    private final boolean recording;
    private final Map<Audience, StandingTree> trees = new LinkedHashMap<>();
    private final Map<Audience, Root.Tree> roots = new LinkedHashMap<>();
    private @Nullable Site site;
    private Optional<String> madeAt = Optional.empty();

    public StandingSite(SiteRenderer renderer, Options options) {
        this(renderer, options, true);
    }

    private StandingSite(SiteRenderer renderer, Options options, boolean recording) {
        this.renderer = renderer;
        this.options = options;
        this.recording = recording;
    }

    /** For a single render: nothing is kept of it. */
    public static StandingSite once(SiteRenderer renderer, Options options) {
        return new StandingSite(renderer, options, false);
    }

    /** How many entries are in memory; 0 before the first render. */
    public int size() {
        return site == null ? 0 : site.size();
    }

    /** One round: what to do, as far as it is the same for blobs and folders. */
    private record Round(Site site, Optional<SiteChange> change, Timings timings) {}

    /** Writes a tree, or what differs in it. */
    @FunctionalInterface
    private interface Writer {
        void write(StandingTree tree, boolean whole) throws IOException;
    }

    /**
     * All trees of the site as blobs: first the files, then the folders, then the root. Killed in between, it leaves nothing but blobs
     * that nobody names.
     *
     * @param source where uploaded files come from that the blobs do not have yet
     * @param before the root to compare with, if there is one
     * @throws RenderFailed if a page could not be made; there is no root then
     */
    public Rendered render(SiteCopy copy, Source source, Blobs blobs, Optional<String> before) {
        BlobOutput all = new BlobOutput(blobs);
        long[] nodeBytes = {0};
        Round round = round(copy);
        trees.keySet().retainAll(round.site().audiences());
        try {
            for (Audience audience : round.site().audiences()) {
                BlobOutput output = all.anotherTree();
                inTree(round, audience, (tree, whole) -> {
                    write(tree, whole, round, output, source);
                    Root.Tree known = whole ? null : roots.get(audience);
                    TreeEdit.Outcome edit = TreeEdit.apply(blobs, known == null ? null : known.node(), output.files());
                    nodeBytes[0] += edit.bytes();
                    roots.put(audience, tree(tree, edit.node(), blobs));
                });
            }
            Map<String, Root.Tree> named = new LinkedHashMap<>();
            round.site().audiences().forEach(audience -> named.put(audience.key(), roots.get(audience)));
            Root root = new Root(
                    round.site().id(), round.site().version(), renderer.theme().hash(), SiteRenderer.BUILD, named);
            Rendered rendered = new Rendered(
                    root.write(blobs), RootDifferences.between(blobs, before, root), nodeBytes[0], summary(round, all));
            arrived(copy, round);
            return rendered;
        } catch (IOException e) {
            throw new UncheckedIOException("The rendered site can't be stored", e);
        }
    }

    /**
     * Trees into plain folders, which change only when all pages of all of them have been made.
     *
     * @param folders the same ones every time
     * @throws RenderFailed if a page could not be made
     * @throws nl.plein.site.kernel.Trouble if one is for a group that the source says nothing of
     */
    public Summary renderInto(Map<Audience, OutFolder> folders, SiteCopy copy, Source source) throws IOException {
        Round round = round(copy);
        try {
            folders.keySet().forEach(round.site()::refuseUnknown);
            for (Map.Entry<Audience, OutFolder> folder : folders.entrySet()) {
                inTree(round, folder.getKey(), (tree, whole) -> {
                    if (whole) {
                        folder.getValue().whole();
                    } else {
                        folder.getValue().another();
                    }
                    write(tree, whole, round, new FolderOutput(folder.getValue()), source);
                });
            }
            OutFolder.Outcome all = new OutFolder.Outcome(0, 0, 0, 0);
            for (OutFolder folder : folders.values()) {
                all = all.and(folder.commit());
            }
            arrived(copy, round);
            return new Summary(
                    round.site().version(),
                    trees.values().stream().mapToInt(StandingTree::made).sum(),
                    all.written(),
                    all.unchanged(),
                    all.removed(),
                    all.bytes(),
                    round.timings().slowest(3),
                    warnings());
        } catch (RuntimeException e) {
            for (OutFolder folder : folders.values()) {
                folder.discard();
            }
            throw e;
        }
    }

    /** Until the round has arrived there is nothing to go on from. */
    private Round round(SiteCopy copy) {
        Site known = site;
        site = null;
        if (known != null) {
            Optional<List<Change>> changes = changes(known, copy);
            if (changes.isPresent()) {
                SiteChange change = known.follow(copy, changes.get());
                return new Round(known, Optional.of(change).filter(one -> !one.whole()), new Timings());
            }
        }
        return new Round(Site.of(copy), Optional.empty(), new Timings());
    }

    private Optional<List<Change>> changes(Site known, SiteCopy copy) {
        return known.version() == copy.version() && madeAt.equals(copy.madeAt())
                ? Optional.of(List.of())
                : copy.changesSince(known.version());
    }

    private void inTree(Round round, Audience audience, Writer writer) throws IOException {
        StandingTree known =
                round.change().filter(change -> !isAnother(audience, change)).isPresent() ? trees.get(audience) : null;
        if (known != null) {
            writer.write(known, false);
            return;
        }
        Edition edition = renderer.edition(round.site(), audience, options);
        StandingTree tree = new StandingTree(edition, options, recording);
        trees.put(audience, tree);
        writer.write(tree, true);
    }

    /** A group with another slug or title is made anew. */
    private static boolean isAnother(Audience audience, SiteChange change) {
        return audience.isGroup() && change.groups().contains(audience.groupId());
    }

    private static void write(StandingTree tree, boolean whole, Round round, Output output, Source source)
            throws IOException {
        if (whole) {
            tree.whole(output, source, round.timings());
        } else {
            tree.follow(round.change().orElseThrow(), output, source, round.timings());
        }
    }

    private void arrived(SiteCopy copy, Round round) {
        if (recording) {
            site = round.site();
            madeAt = copy.madeAt();
        }
    }

    private List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        trees.values().forEach(tree -> warnings.addAll(tree.warnings()));
        return warnings;
    }

    private Summary summary(Round round, BlobOutput all) {
        return new Summary(
                round.site().version(),
                trees.values().stream().mapToInt(StandingTree::made).sum(),
                all.written(),
                all.unchanged(),
                0,
                all.bytes(),
                round.timings().slowest(3),
                warnings());
    }

    private static Root.Tree tree(StandingTree tree, String node, Blobs blobs) throws IOException {
        byte[] redirects = redirects(tree.redirects());
        String table = Hashes.sha256(redirects);
        if (!blobs.has(table)) {
            blobs.put(table, redirects);
        }
        return new Root.Tree(
                node,
                table,
                answers(tree, "/404.html"),
                answers(tree, "/410.html"),
                tree.edition().territory().prefixes());
    }

    /** The pages of this name by locale, as far as the theme makes them. */
    private static Map<String, String> answers(StandingTree tree, String name) {
        Edition edition = tree.edition();
        Map<String, String> answers = new TreeMap<>();
        for (String locale : edition.site().locales()) {
            String page = edition.territory().in(locale, name);
            if (tree.has(page)) {
                answers.put(locale, page);
            }
        }
        return answers;
    }

    private static byte[] redirects(List<Redirect> redirects) {
        Map<String, Object> table = new TreeMap<>();
        redirects.forEach(redirect -> table.put(
                redirect.from(),
                redirect.status() == 410
                        ? Map.of("status", 410)
                        : Map.of("to", redirect.to(), "status", redirect.status())));
        return Json.canonical(table).getBytes(StandardCharsets.UTF_8);
    }
}
