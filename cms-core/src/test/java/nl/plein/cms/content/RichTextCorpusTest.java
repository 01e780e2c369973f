package nl.plein.cms.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.plein.cms.testkit.Corpus;
import nl.plein.cms.testkit.Proof;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Rich text against attacks that others collected, and against real texts. */
class RichTextCorpusTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String UNSEEN =
            "script, style, template, noscript, iframe, object, embed, video, audio, svg, canvas, select, datalist, [hidden], title";

    @Test
    void no_collected_attack_leaves_anything_that_could_run() throws IOException {
        List<String> attacks = new ArrayList<>();
        JsonNode placeholders =
                JSON.readTree(Corpus.folder("html-attacks").resolve("html5sec-payload-placeholders.json"));
        for (JsonNode item : JSON.readTree(Corpus.folder("html-attacks").resolve("html5sec-items.json"))
                .values()) {
            String attack = item.get("data").asString();
            for (var placeholder : placeholders.properties()) {
                attack = attack.replace(
                        "%" + placeholder.getKey() + "%", placeholder.getValue().asString());
            }
            attacks.add(attack);
        }
        for (JsonNode item : JSON.readTree(Corpus.folder("html-attacks").resolve("dompurify-expect.json"))
                .values()) {
            attacks.add(item.get("payload").asString());
        }
        for (JsonNode text :
                JSON.readTree(Corpus.folder("strings").resolve("blns.json")).values()) {
            attacks.add(text.asString());
        }
        attacks.addAll(lines(Corpus.folder("payloads").resolve("XSS_Injection")));
        assertHarmless(attacks);
        System.out.println("rich text: " + attacks.size() + " attacks are harmless");
    }

    private static void assertHarmless(List<String> attacks) {
        List<String> survived = new ArrayList<>();
        for (int i = 0; i < attacks.size(); i++) {
            for (String dressed : dressed(attacks.get(i), i)) {
                String normal = RichText.normalise(dressed);
                List<String> found = RichTextStrictness.whatCouldRun(normal);
                if (!found.isEmpty()) {
                    survived.add(dressed + " → " + normal + " " + found);
                }
                if (!RichText.normalise(normal).equals(normal)) {
                    survived.add("not a normal form: " + dressed + " → " + normal);
                }
            }
        }
        assertThat(survived).isEmpty();
    }

    /** As it is, and in surroundings that change how it is read: one of them in every build, all in the full proof. */
    private static List<String> dressed(String attack, int number) {
        List<String> surroundings = List.of("<p>%s</p>", "<table><td>%s", "<math><mtext>%s", "<a href=\"%s\">x</a>");
        List<String> chosen = Proof.isFull() ? surroundings : List.of(surroundings.get(number % surroundings.size()));
        List<String> dressed = new ArrayList<>(List.of(attack));
        chosen.forEach(around -> dressed.add(around.replace("%s", attack)));
        return dressed;
    }

    @Test
    void the_judge_sees_what_could_run() throws IOException {
        int seen = 0;
        for (JsonNode item : JSON.readTree(Corpus.folder("html-attacks").resolve("dompurify-expect.json"))
                .values()) {
            seen += RichTextStrictness.whatCouldRun(item.get("payload").asString())
                            .isEmpty()
                    ? 0
                    : 1;
        }
        assertThat(seen).isGreaterThan(80);
    }

    @Test
    void real_texts_keep_their_words() throws IOException {
        assertWordsKept("govuk-content", govuk());
        assertWordsKept("18f-site", markdown(Corpus.folder("18f-site").resolve("posts")));
        assertWordsKept("digital-gov", markdown(Corpus.folder("digital-gov").resolve("content")));
        assertWordsKept("dutch-docs", markdown(Corpus.folder("dutch-docs").resolve("md")));
        assertWordsKept("wxr", wordPress());
    }

    private static void assertWordsKept(String name, List<String> bodies) {
        long words = 0;
        long lost = 0;
        Map<String, Long> missing = new HashMap<>();
        for (int i = 0; i < bodies.size(); i += Proof.rounds(bodies.size() > 300 ? 5 : 1, 1)) {
            String body = bodies.get(i);
            String normal = RichText.normalise(body);
            assertThat(RichText.normalise(normal)).isEqualTo(normal);
            Map<String, Long> before = wordsOf(body);
            Map<String, Long> after = wordsOf(normal);
            for (Map.Entry<String, Long> word : before.entrySet()) {
                words += word.getValue();
                long gone = Math.max(0, word.getValue() - after.getOrDefault(word.getKey(), 0L));
                lost += gone;
                if (gone > 0) {
                    missing.merge(word.getKey(), gone, Long::sum);
                }
            }
        }
        System.out.println(
                "rich text: " + name + ": " + bodies.size() + " texts there, " + lost + " of " + words + " words lost");
        assertThat(words).as(name).isGreaterThan(1_000);
        assertThat(lost * 1_000).as(name + " loses " + missing).isLessThan(words);
    }

    private static Map<String, Long> wordsOf(String html) {
        var document = Jsoup.parse(html);
        document.select(UNSEEN).remove();
        Map<String, Long> words = new HashMap<>();
        for (String word : document.body().text().toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")) {
            if (!word.isEmpty()) {
                words.merge(word, 1L, Long::sum);
            }
        }
        return words;
    }

    private static List<String> govuk() throws IOException {
        List<String> bodies = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Corpus.folder("govuk-content"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".json")).toList()) {
                collect(JSON.readTree(file), bodies);
            }
        }
        return bodies;
    }

    private static void collect(JsonNode node, List<String> bodies) {
        if (node.isString() && node.stringValue().strip().startsWith("<")) {
            bodies.add(node.stringValue());
        }
        node.values().forEach(child -> collect(child, bodies));
    }

    private static List<String> markdown(Path folder) throws IOException {
        var extensions = List.of(TablesExtension.create(), StrikethroughExtension.create());
        Parser parser = Parser.builder().extensions(extensions).build();
        HtmlRenderer renderer = HtmlRenderer.builder().extensions(extensions).build();
        List<String> bodies = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".md")).toList()) {
                String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
                bodies.add(renderer.render(parser.parse(text.replaceFirst("(?s)\\A---\\n.*?\\n---\\n", ""))));
            }
        }
        return bodies;
    }

    private static List<String> wordPress() throws IOException {
        Pattern encoded = Pattern.compile("<content:encoded><!\\[CDATA\\[(.*?)]]></content:encoded>", Pattern.DOTALL);
        List<String> bodies = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Corpus.folder("wxr"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".xml")).toList()) {
                Matcher matcher = encoded.matcher(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
                while (matcher.find()) {
                    bodies.add(matcher.group(1));
                }
            }
        }
        return bodies;
    }

    private static List<String> lines(Path folder) throws IOException {
        List<String> lines = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(f -> f.toString().matches(".*\\.(txt|md|htm|svg|xml)"))
                    .toList()) {
                String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
                lines.add(text);
                text.lines().filter(line -> !line.isBlank()).forEach(lines::add);
            }
        }
        return lines;
    }
}
