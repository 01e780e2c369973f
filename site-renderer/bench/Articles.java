import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;

/**
 * Writes a site of N articles: {@code java Articles.java N DIR [saved|hugo|bundle]} as a saved site, as a site for Hugo with the bodies as
 * ready HTML, or as content that a server loads. Article i depends on i alone, so that a site of 1,000 is the end of one of 10,000. Each has
 * a category, an author and three tags, a summary, and a body of eight paragraphs, a list and a quotation.
 */
class Articles {
    private static final int PAGE = 500;
    private static final int LAST = 100_000;
    private static final String[] WORDS = ("tijd jaar mens weg dag straat wereld school wijk plein park boom water brug markt haven raad wet buurt"
                    + " avond huis werk plan geld fiets trein kunst feest vraag antwoord brief kaart winkel zorg sport natuur lucht licht"
                    + " verhaal toekomst oplossing bewoner gemeente besluit vergunning afval energie warmte opening begroting verkeer")
            .split(" ");

    public static void main(String[] args) throws IOException {
        int count = Integer.parseInt(args[0]);
        Path folder = Path.of(args[1]);
        switch (args.length < 3 ? "saved" : args[2]) {
            case "saved" -> saved(count, folder);
            case "hugo" -> hugo(count, folder);
            case "bundle" -> bundle(count, folder);
            default -> throw new IllegalArgumentException("saved, hugo or bundle, not " + args[2]);
        }
    }

    private static void saved(int count, Path folder) throws IOException {
        Files.createDirectories(folder.resolve("changes"));
        Files.writeString(
                folder.resolve("site.json"),
                "{\"id\":\"bench\",\"name\":\"Bench\",\"version\":1,\"canonicalHost\":\"bench.example\",\"locales\":[\"nl\"],"
                        + "\"siteDay\":\"2026-03-01\",\"audiences\":[\"everyone\"]}");
        List<String> items = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            items.add(item("category" + i, "category", "/categorie/c" + i, "2020-01-01T00:00:00Z", "Categorie " + i, ""));
        }
        for (int i = 0; i < 20; i++) {
            items.add(item("author" + i, "person", "/mensen/m" + i, "2020-01-01T00:00:00Z", "Schrijver " + i, ""));
        }
        for (int i = 0; i < 40; i++) {
            items.add(item("tag" + i, "tag", "/onderwerpen/t" + i, "2020-01-01T00:00:00Z", "Onderwerp " + i, ""));
        }
        for (int i = LAST - count; i < LAST; i++) {
            Article article = Article.of(i);
            items.add(item("post" + i, "news", "/nieuws/post-" + i, article.instant, article.title, ",\"date\":\""
                    + article.instant.substring(0, 10) + "\"," + article.fields("category", "author", "tag")));
        }
        for (int from = 0, page = 1; from < items.size(); from += PAGE, page++) {
            try (BufferedWriter out = Files.newBufferedWriter(folder.resolve(String.format("changes/%04d.json", page)))) {
                out.write("{\"after\":0,\"until\":1,\"items\":[");
                out.write(String.join(",\n", items.subList(from, Math.min(items.size(), from + PAGE))));
                out.write("]}");
            }
        }
    }

    private static void hugo(int count, Path folder) throws IOException {
        Path posts = Files.createDirectories(folder.resolve("content/posts"));
        for (int i = LAST - count; i < LAST; i++) {
            Article article = Article.of(i);
            String tags = String.join(", ", article.tags.stream().map(tag -> "\"t" + tag + "\"").toList());
            String body = article.body.replaceAll("<a data-entry=\"post(\\d+)\"", "<a href=\"/posts/post-$1/\"");
            Files.writeString(
                    posts.resolve("post-" + i + ".html"),
                    "---\ntitle: \"" + article.title + "\"\ndate: " + article.instant + "\ncategories: [\"c" + article.category
                            + "\"]\ntags: [" + tags + "]\nauthor: \"Schrijver " + article.author + "\"\nsummary: \"" + article.summary
                            + "\"\n---\n" + body + "\n");
        }
    }

    /** Half of the articles in each of two locales; everyone and colleagues of all organisations have a tree. */
    private static void bundle(int count, Path folder) throws IOException {
        Path entries = Files.createDirectories(folder.resolve("sites/bench/entries"));
        Path types = Files.createDirectories(folder.resolve("types"));
        Files.writeString(folder.resolve("bundle.json"), "{\"agency\":{\"id\":\"bench\",\"name\":\"Bench\"},\"sites\":[\"bench\"]}");
        Files.writeString(
                folder.resolve("sites/bench/site.json"),
                "{\"id\":\"bench\",\"name\":\"Bench\",\"hosts\":[\"bench.localhost\"],\"locales\":[\"nl\",\"en\"],"
                        + "\"audiences\":[\"everyone\",\"government\"],\"theme\":{\"name\":\"bench\"}}");
        String named = field("title", "text", ",\"required\":true");
        for (String type : List.of("category", "person", "tag")) {
            Files.writeString(types.resolve(type + ".json"), type(type, "/" + type + "/{slug}", named));
        }
        Files.writeString(
                types.resolve("news.json"),
                type(
                        "news",
                        "/posts/{slug}",
                        String.join(
                                ",",
                                named,
                                field("summary", "longText", ""),
                                field("body", "richText", ""),
                                field("category", "reference", ",\"allowedTypes\":[\"category\"]"),
                                field("author", "reference", ",\"allowedTypes\":[\"person\"]"),
                                field("tags", "tags", ",\"allowedTypes\":[\"tag\"]"))));
        for (String locale : List.of("nl", "en")) {
            for (int i = 0; i < 5; i++) {
                entry(entries, "category-" + locale + i, "category", locale, "c" + i, "{\"title\":\"Categorie " + i + "\"}");
            }
            for (int i = 0; i < 20; i++) {
                entry(entries, "author-" + locale + i, "person", locale, "m" + i, "{\"title\":\"Schrijver " + i + "\"}");
            }
            for (int i = 0; i < 40; i++) {
                entry(entries, "tag-" + locale + i, "tag", locale, "t" + i, "{\"title\":\"Onderwerp " + i + "\"}");
            }
        }
        for (int i = LAST - count; i < LAST; i++) {
            Article article = Article.of(i);
            String locale = i % 2 == 0 ? "nl" : "en";
            String fields = "{\"title\":\"" + article.title + "\","
                    + article.fields("category-" + locale, "author-" + locale, "tag-" + locale)
                            .replaceAll("<a data-entry=\\\\\"post\\d+\\\\\"", "<a href=\\\\\"/posts/post-1\\\\\"")
                    + "}";
            entry(entries, "post-" + i, "news", locale, "post-" + i, fields);
        }
    }

    private static void entry(Path folder, String key, String type, String locale, String slug, String fields) throws IOException {
        Files.writeString(
                folder.resolve(key + ".json"),
                "{\"key\":\"" + key + "\",\"type\":\"" + type + "\",\"audience\":\"everyone\",\"translations\":{\"" + locale
                        + "\":{\"slug\":\"" + slug + "\",\"fields\":" + fields + "}}}");
    }

    private static String type(String key, String path, String fields) {
        return "{\"key\":\"" + key + "\",\"kind\":\"entry\",\"name\":{\"en\":\"" + capital(key)
                + "\"},\"titleField\":\"title\",\"pathPattern\":\"" + path + "\",\"fields\":[" + fields + "]}";
    }

    private static String field(String key, String kind, String rules) {
        return "{\"key\":\"" + key + "\",\"name\":{\"en\":\"" + key + "\"},\"kind\":\"" + kind + "\"" + rules + "}";
    }

    private record Article(
            String instant, String title, String summary, String body, int category, int author, TreeSet<Integer> tags) {
        /** The fields after the title, as JSON without its braces. */
        String fields(String categories, String authors, String tagged) {
            return "\"summary\":\"" + summary + "\",\"body\":\"" + body.replace("\"", "\\\"") + "\",\"category\":{\"entry\":\""
                    + categories + category + "\"},\"author\":{\"entry\":\"" + authors + author + "\"},\"tags\":["
                    + String.join(",", tags.stream().map(tag -> "{\"entry\":\"" + tagged + tag + "\"}").toList()) + "]";
        }

        static Article of(int i) {
            Random dice = new Random(1_000_003L * i + 17);
            String instant = Instant.ofEpochSecond(1_767_000_000L - (LAST - i) * 780L).toString();
            TreeSet<Integer> tags = new TreeSet<>();
            while (tags.size() < 3) {
                tags.add(dice.nextInt(40));
            }
            StringBuilder body = new StringBuilder();
            body.append(paragraph(dice)).append("<h2>").append(capital(words(dice, 4))).append("</h2>").append(paragraph(dice));
            body.append("<p>Zie <a data-entry=\"post").append(LAST - 1).append("\">").append(words(dice, 3));
            body.append("</a> en <a href=\"https://example.org/").append(words(dice, 1)).append("\">");
            body.append(words(dice, 2)).append("</a>.</p><h2>").append(capital(words(dice, 3))).append("</h2>");
            body.append(paragraph(dice)).append("<ul>");
            for (int line = 0; line < 5; line++) {
                body.append("<li>").append(words(dice, 6)).append(" <strong>").append(words(dice, 1)).append("</strong></li>");
            }
            body.append("</ul><h3>").append(capital(words(dice, 3))).append("</h3>").append(paragraph(dice));
            body.append("<blockquote><p>").append(capital(words(dice, 14))).append(".</p></blockquote>");
            body.append(paragraph(dice)).append(paragraph(dice));
            String summary = capital(words(dice, 20)) + ".";
            int category = dice.nextInt(5);
            int author = dice.nextInt(20);
            return new Article(instant, capital(words(dice, 5)) + " " + i, summary, body.toString(), category, author, tags);
            }
    }

    private static String item(String id, String type, String path, String instant, String title, String fields) {
        return "{\"kind\":\"entry\",\"locale\":\"nl\",\"audience\":\"everyone\",\"path\":\"" + path + "\",\"id\":\"" + id
                + "\",\"entry\":{\"id\":\"" + id + "\",\"type\":\"" + type + "\",\"title\":\"" + title + "\",\"publishedAt\":\"" + instant
                + "\",\"updatedAt\":\"" + instant + "\",\"fields\":{\"title\":\"" + title + "\"" + fields + "}}}";
    }

    private static String paragraph(Random dice) {
        StringBuilder text = new StringBuilder("<p>");
        for (int sentence = 0; sentence < 4; sentence++) {
            text.append(sentence == 0 ? "" : " ").append(capital(words(dice, 10 + dice.nextInt(6)))).append('.');
        }
        return text.append("</p>").toString();
    }

    private static String words(Random dice, int count) {
        String[] words = new String[count];
        Arrays.setAll(words, i -> WORDS[dice.nextInt(WORDS.length)]);
        return String.join(" ", words);
    }

    private static String capital(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
