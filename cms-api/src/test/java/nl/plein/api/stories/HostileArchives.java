package nl.plein.api.stories;

import static nl.plein.api.stories.CraftedZip.deflated;
import static nl.plein.api.stories.CraftedZip.repeated;
import static nl.plein.api.stories.CraftedZip.stored;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import nl.plein.api.stories.CraftedZip.Member;

/** Archives as only attackers make them: those of the corpus, and those that are made here. */
final class HostileArchives {

    static final String GOOD = "goed.md";

    /** In the name of everything that wants to be written elsewhere. */
    static final String MARK = "plein-hostile";

    private static final String YAML = "---\ntitle: x\n";

    /**
     * @param bad the member that the report has to name; empty if the archive is refused as a whole
     */
    record Hostile(String name, byte[] body, Optional<String> bad) {
        @Override
        public String toString() {
            return name;
        }
    }

    private final List<Hostile> all = new ArrayList<>();

    static List<Hostile> all() {
        var hostile = new HostileArchives();
        hostile.ofTheCorpus();
        hostile.places();
        hostile.headers();
        hostile.bombs();
        hostile.texts();
        hostile.frontMatter();
        hostile.exports();
        return hostile.all;
    }

    private void refused(String name, byte[] body) {
        all.add(new Hostile(name, body, Optional.empty()));
    }

    private void refused(String name, CraftedZip archive) {
        refused(name, archive.bytes());
    }

    /** Beside a good text, which is imported all the same. */
    private void named(String name, Member bad) {
        CraftedZip archive = new CraftedZip().with(stored(GOOD, "# Goed\n\nTekst."), bad);
        all.add(new Hostile(name, archive.bytes(), Optional.of(new String(bad.name(), StandardCharsets.UTF_8))));
    }

    private void ofTheCorpus() {
        Path folder = RealSites.folder("generated-hostile");
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                byte[] bytes = Files.readAllBytes(file);
                refused(file.getFileName().toString(), bytes);
                if (file.toString().matches(".*\\.(svg|png)")) {
                    String name = file.getFileName().toString();
                    CraftedZip shown = new CraftedZip()
                            .with(stored(GOOD, "# Goed\n\n![Beeld](" + name + ")"), stored(name, bytes));
                    all.add(new Hostile(name + " in a text", shown.bytes(), Optional.of(GOOD)));
                } else {
                    named(file.getFileName() + " in an archive", stored(file.getFileName() + ".md", bytes));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void places() {
        for (String name : List.of(
                "/tmp/" + MARK + ".md",
                "//tmp/" + MARK + ".md",
                "C:\\" + MARK + ".md",
                "c:" + MARK + ".md",
                "\\\\server\\share\\" + MARK + ".md",
                "..\\..\\..\\" + MARK + ".md",
                "a/../../../" + MARK + ".md",
                "a/..",
                "..",
                MARK + ".md\0.png",
                "x".repeat(1_001) + ".md")) {
            String shown = name.replace('\0', '?').substring(0, Math.min(40, name.length()));
            refused("the name " + shown, new CraftedZip().with(stored(name, "x")));
        }
        refused("a name of 32,000 slashes", new CraftedZip().with(stored("a/".repeat(32_000) + "b.md", "x")));
        named("a symbolic link", stored("link.md", "/etc/passwd").symbolicLink());
        named("a symbolic link to a folder", stored("map/" + MARK, "/tmp").symbolicLink());
        all.add(new Hostile(
                "two members of one name",
                new CraftedZip()
                        .with(stored(GOOD, "# Goed"), stored("twee.md", "een"), stored("twee.md", "twee"))
                        .bytes(),
                Optional.of("twee.md")));
    }

    private void headers() {
        Member plain = deflated("slecht.md", "Tekst ".repeat(100));
        named("a size that is too small", plain.saying(10));
        named("a size that is too large", plain.saying(100_000));
        named(
                "a size of nothing",
                repeated("slecht.md", "", new byte[1 << 20], 100).saying(0));
        named("stored with two sizes", stored("slecht.md", "x".repeat(5_000)).saying(10));
        named("packed in an unknown way", plain.packedBy(99));
        named("packed as it is not", stored("slecht.md", "geen deflate").packedBy(8));
        named("encrypted", plain.encrypted());
        named("damaged XML", stored("slecht.xml", "geen deflate").packedBy(8));
        named(
                "a place where no member begins",
                stored("slecht.md", "x".repeat(500)).at(50));
        refused("a place outside", new CraftedZip().with(plain.at(0x7fffffff)));
        refused("a packed size that goes on", new CraftedZip().with(plain.sayingPacked(100_000)));
        refused("zip64 of 2^62 bytes", new CraftedZip().with(plain.sayingLong(1L << 62, 1L << 62)));
        refused(
                "zip64 that adds up to less than nothing",
                new CraftedZip().with(plain.sayingLong(1L << 62, 100), plain.sayingLong(1L << 62, 100)));
        refused("zip64 below zero", new CraftedZip().with(plain.sayingLong(-1, -1)));
        refused("fewer members than it says", new CraftedZip().with(plain).saying(5));
        refused(
                "more members than it says",
                new CraftedZip().with(plain, stored("twee.md", "x")).saying(1));
        refused("no end", Arrays.copyOf(new CraftedZip().with(plain).bytes(), 100));
    }

    private void bombs() {
        Member[] empty = new Member[100_000];
        for (int i = 0; i < empty.length; i++) {
            empty[i] = stored(i + ".md", "");
        }
        refused("100,000 empty members", new CraftedZip().with(empty));
        refused(
                "100,000 empty members that say they are one",
                new CraftedZip().with(empty).saying(1));
        Member kernel = repeated("0.md", "", new byte[1 << 16], 15);
        Member[] overlapping = new Member[2_000];
        overlapping[0] = kernel;
        for (int i = 1; i < overlapping.length; i++) {
            overlapping[i] = new Member(
                    (i + ".md").getBytes(StandardCharsets.UTF_8),
                    new byte[0],
                    8,
                    kernel.size(),
                    kernel.packedSize(),
                    0,
                    0,
                    0,
                    new byte[0]);
        }
        refused("members that share their bytes", new CraftedZip().with(overlapping));
        Member[] dense = new Member[1_000];
        for (int i = 0; i < dense.length; i++) {
            dense[i] = repeated(i + ".md", "", new byte[1 << 16], 15);
        }
        refused("many small bombs", new CraftedZip().with(dense));
        byte[] zip = new CraftedZip().with(stored("binnen.md", "x")).bytes();
        for (int depth = 0; depth < 100; depth++) {
            zip = new CraftedZip().with(stored("binnen.zip", zip)).bytes();
        }
        refused("a zip in a hundred zips", zip);
        named("a zip in zips beside a text", stored("binnen.zip", zip));
        byte[] block = "k: v\n".repeat(200_000).getBytes(StandardCharsets.UTF_8);
        refused("1 GiB of front matter", new CraftedZip().with(repeated("slecht.md", "---\n", block, 1_024)));
        named(
                "100 MiB of front matter that says it is little",
                repeated("slecht.md", "---\n", block, 100).saying(1_000));
        named("2 MiB of a text", deflated("slecht.md", random(2 << 20)));
    }

    private void texts() {
        named("100,000 quotes", deflated("slecht.md", ">".repeat(100_000) + " x"));
        named("100,000 lists", deflated("slecht.md", "- ".repeat(100_000) + "x"));
        named("100,000 brackets", deflated("slecht.md", "[".repeat(100_000) + "x" + "](y)".repeat(100_000)));
        named("100,000 stars", deflated("slecht.md", "*a **b ".repeat(100_000)));
        named("ever more backticks", deflated("slecht.md", backticks()));
        named("100,000 elements", deflated("slecht.html", "<div>".repeat(100_000) + "x"));
        named("100,000 elements in Markdown", deflated("slecht.md", "<div>".repeat(100_000) + "x"));
        named("100,000 open marks", deflated("slecht.html", openMarks()));
        named("tables in tables", deflated("slecht.html", "<table><tr><td>".repeat(60_000) + "x"));
        named("1 MiB of small elements", deflated("slecht.html", "<p>a".repeat(250_000)));
        named("1 MiB of links", deflated("slecht.html", "<a href=x>y</a> ".repeat(60_000)));
        named("1 MiB of pictures", deflated("slecht.html", "<img src=x>".repeat(90_000)));
        named("1 MiB of one attribute", deflated("slecht.html", "<p title=\"" + "x".repeat(1_000_000) + "\">y"));
        named(
                "an empty table",
                deflated("slecht.md", "|a".repeat(3_000) + "|\n" + "|-".repeat(3_000) + "|\n" + "|\n".repeat(400_000)));
        named(
                "an empty table in a quote",
                deflated(
                        "slecht.md",
                        "> " + "|a".repeat(3_000) + "|\n> " + "|-".repeat(3_000) + "|\n" + "> |\n".repeat(200_000)));
        named(
                "one address used often",
                deflated("slecht.md", "[a]: /" + "x".repeat(500_000) + "\n\n" + "[a] ".repeat(100_000)));
        named(
                "one value used often",
                deflated("slecht.md", YAML + "big: " + "x".repeat(200_000) + "\n---\n" + "{{ big }} ".repeat(50_000)));
        named("100,000 expressions", deflated("slecht.md", "{{ x }}{% y %}".repeat(60_000)));
        named("100,000 open expressions", deflated("slecht.md", "{{".repeat(400_000)));
        named(
                "100,000 footnotes",
                deflated("slecht.md", "[^a] ".repeat(50_000) + "\n\n" + "[^a]: [^a]\n".repeat(50_000)));
        named("no UTF-8", stored("slecht.md", new byte[200_000]));
    }

    private void frontMatter() {
        var laughs = new StringBuilder(YAML).append("a0: &a0 [lol, lol]\n");
        for (int i = 1; i < 40; i++) {
            laughs.append("a" + i + ": &a" + i + " [*a" + (i - 1) + ", *a" + (i - 1) + ", *a" + (i - 1) + "]\n");
        }
        named("a billion laughs in YAML", deflated("slecht.md", laughs + "---\n"));
        named("a YAML alias to itself", deflated("slecht.md", YAML + "a: &a [*a]\n---\n"));
        named("deep YAML lists", deflated("slecht.md", YAML + "a: " + "[".repeat(100_000) + "\n---\n"));
        named("deep YAML mappings", deflated("slecht.md", YAML + "a: " + "{a: ".repeat(50_000) + "\n---\n"));
        named("deep YAML keys", deflated("slecht.md", YAML + "? ".repeat(100_000) + "\n---\n"));
        named("a YAML tag of Java", deflated("slecht.md", "--- \n- !!javax.script.ScriptEngineManager [x]\n---\n"));
        named("300 KiB of front matter", deflated("slecht.md", YAML + "a: b\n".repeat(60_000) + "---\n"));
        named("30,000 values", deflated("slecht.md", YAML + "a: [" + "b,".repeat(30_000) + "c]\n---\n"));
        named("100,000 tabs", deflated("slecht.md", YAML + "a: x" + "\t".repeat(100_000) + "#\n---\n"));
    }

    private void exports() {
        String head =
                "<rss xmlns:wp=\"http://wordpress.org/export/1.2/\"><channel><wp:wxr_version>1.2</wp:wxr_version>";
        export(
                "a billion laughs in XML",
                "<!DOCTYPE x [<!ENTITY a \"lol\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\"><!ENTITY d \"&c;&c;&c;&c;&c;&c;&c;&c;\">]>"
                        + head + "<title>&d;&d;&d;</title>",
                "",
                0);
        export(
                "an entity of a file",
                "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>" + head + "<title>&a;</title>",
                "",
                0);
        export("100 MiB of CDATA", head + "<title><![CDATA[", "<p>x</p> ", 100);
        export("100 MiB of text", head + "<title>", "xxxxxxxx ", 100);
        export("100 MiB of a comment", head + "<!--", "xxxxxxxx ", 100);
        export("100 MiB of an attribute", head + "<title a=\"", "xxxxx>xx ", 100);
        export("deep elements", head, "<a>", 30);
        export("100 MiB of items", head, "<item><title>t</title></item>", 100);
        export("100 MiB of terms", head, "<wp:tag><wp:tag_name>t</wp:tag_name></wp:tag>", 100);
        export("100 MiB of fields of one item", head + "<item>", "<category>c</category>", 100);
        export(
                "100 MiB of menu items",
                head,
                "<item><wp:post_type>nav_menu_item</wp:post_type><category domain=\"nav_menu\">m</category></item>",
                100);
    }

    /** Dense, but not so dense that it is refused for that: words of chance stand behind what is dense. */
    private void export(String name, String start, String block, int mebibytes) {
        byte[] many = block.repeat((1 << 20) / Math.max(1, block.length())).getBytes(StandardCharsets.UTF_8);
        String ballast = "<!-- " + random(mebibytes * 13_000) + " -->";
        refused(name, new CraftedZip().with(repeated("slecht.xml", start, many, mebibytes, ballast)));
    }

    private static String random(int length) {
        var random = new Random(length);
        var text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append((char) ('a' + random.nextInt(26)));
        }
        return text.toString();
    }

    private static String backticks() {
        var text = new StringBuilder();
        for (int i = 1; i < 1_000; i++) {
            text.append("e").append("`".repeat(i));
        }
        return text.toString();
    }

    private static String openMarks() {
        var text = new StringBuilder();
        for (int i = 0; i < 20_000; i++) {
            text.append("<font x=").append(i).append("><p>");
        }
        return text.append("<a>".repeat(50_000)).toString();
    }
}
