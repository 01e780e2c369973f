package nl.plein.api.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import nl.plein.api.server.Proof;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Assumptions;

/** Texts of real sites that lie beside the project; a seeded part of them, or with {@code -Dplein.proof=full} all. */
final class RealSites {

    private static final long SEED = 20261125;
    private static final int PART = 60;

    private RealSites() {}

    /** Skips the running test where the texts are not. */
    static Path folder(String name) {
        Optional<Path> found = Stream.iterate(Path.of("").toAbsolutePath(), each -> each != null, Path::getParent)
                .map(folder -> folder.resolve("shared/corpus").resolve(name))
                .filter(Files::exists)
                .findFirst();
        Assumptions.assumeTrue(found.isPresent(), "skipped: shared/corpus/" + name + " is not beside the project");
        return found.orElseThrow();
    }

    /** Markdown files of a folder in order of name. @param always the end of a name that the part has too */
    static List<Path> texts(Path folder, String always) {
        try (Stream<Path> walk = Files.walk(folder)) {
            List<Path> all = new ArrayList<>(walk.filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .toList());
            assertThat(all).isNotEmpty();
            if (Proof.isFull()) {
                return all;
            }
            Collections.shuffle(all, new Random(SEED));
            List<Path> part = new ArrayList<>(all.subList(0, PART));
            all.stream()
                    .filter(file -> file.toString().endsWith(always) && !part.contains(file))
                    .forEach(part::add);
            Collections.sort(part);
            return part;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
    private static final Parser MARKDOWN = Parser.builder().build();
    private static final HtmlRenderer HTML = HtmlRenderer.builder().build();

    /** The text of a Markdown file as a reader knows it: without front matter, template expressions and comments. */
    static String body(Path file) {
        try {
            String text = Files.readString(file).replace("\r\n", "\n");
            String body = text.replaceFirst("(?s)^\\s*---\n.*?\n---[ \t]*(\n|$)", "");
            return plain(body.replaceAll("\\]\\(\\s*\\{\\{.*?\\}\\}", "](/x")
                    .replaceAll("(?s)\\{\\{.*?\\}\\}|\\{%.*?%\\}", NO_WORD));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Stands where an expression stood: nothing would join words, and a comment begins a block of HTML. */
    private static final String NO_WORD = "\u2060";

    private static String plain(String markdown) {
        return Jsoup.parseBodyFragment(HTML.render(MARKDOWN.parse(markdown.replaceAll("(?s)<!--.*?-->", "<!-- -->"))))
                .text();
    }

    /** The texts of a WordPress export by the id of their item; without its shortcodes. */
    static Map<String, String> bodies(byte[] export) {
        Map<String, String> bodies = new HashMap<>();
        Jsoup.parse(new String(export, java.nio.charset.StandardCharsets.UTF_8), org.jsoup.parser.Parser.xmlParser())
                .select("item")
                .forEach(item -> bodies.put(
                        item.select("wp|post_id").text(),
                        plain(item.select("content|encoded")
                                .text()
                                .replaceAll("\\[/?(caption|gallery|audio)[^\\]]*\\]", " "))));
        return bodies;
    }

    static Map<String, Integer> words(String text) {
        Map<String, Integer> words = new HashMap<>();
        Matcher word = WORD.matcher(text);
        while (word.find()) {
            words.merge(word.group(), 1, Integer::sum);
        }
        return words;
    }

    /** @return the part of these words that is there, from 0 to 1; 1 if there are none */
    static double arrived(Map<String, Integer> wanted, Map<String, Integer> there) {
        long all = 0;
        long found = 0;
        for (Map.Entry<String, Integer> word : wanted.entrySet()) {
            all += word.getValue();
            found += Math.min(word.getValue(), there.getOrDefault(word.getKey(), 0));
        }
        return all == 0 ? 1 : (double) found / all;
    }

    /** Words that are there less often than wanted. */
    static Set<String> missing(Map<String, Integer> wanted, Map<String, Integer> there) {
        Set<String> missing = new TreeSet<>();
        wanted.forEach((word, times) -> {
            if (there.getOrDefault(word, 0) < times) {
                missing.add(word);
            }
        });
        return missing;
    }

    static byte[] zip(String name, byte[] file) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new ZipOutputStream(bytes)) {
            out.putNextEntry(new ZipEntry(name));
            out.write(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** The texts, and every picture of the site. */
    static byte[] zip(Path root, List<Path> texts) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new ZipOutputStream(bytes);
                Stream<Path> walk = Files.walk(root)) {
            List<Path> files = new ArrayList<>(texts);
            walk.filter(file -> file.toString().matches("(?i).*\\.(png|jpe?g|gif)"))
                    .sorted()
                    .forEach(files::add);
            for (Path file : files) {
                out.putNextEntry(new ZipEntry(root.relativize(file).toString()));
                Files.copy(file, out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
