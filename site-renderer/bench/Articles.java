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
 * Writes a saved site of N articles: {@code java Articles.java N DIR}. Article i depends on i alone, so that a site of 1,000 is the end of
 * one of 10,000. Each has a category, an author and three tags, a summary, and a body of eight paragraphs, a list and a quotation.
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
        Path folder = Files.createDirectories(Path.of(args[1]).resolve("changes")).getParent();
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
            items.add(article(i));
        }
        for (int from = 0, page = 1; from < items.size(); from += PAGE, page++) {
            try (BufferedWriter out = Files.newBufferedWriter(folder.resolve(String.format("changes/%04d.json", page)))) {
                out.write("{\"after\":0,\"until\":1,\"items\":[");
                out.write(String.join(",\n", items.subList(from, Math.min(items.size(), from + PAGE))));
                out.write("]}");
            }
        }
    }

    private static String article(int i) {
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
        String fields = ",\"date\":\"" + instant.substring(0, 10) + "\",\"summary\":\"" + capital(words(dice, 20)) + ".\",\"body\":\""
                + body.toString().replace("\"", "\\\"") + "\",\"category\":{\"entry\":\"category" + dice.nextInt(5)
                + "\"},\"author\":{\"entry\":\"author" + dice.nextInt(20) + "\"},\"tags\":["
                + String.join(",", tags.stream().map(tag -> "{\"entry\":\"tag" + tag + "\"}").toList()) + "]";
        return item("post" + i, "news", "/nieuws/post-" + i, instant, capital(words(dice, 5)) + " " + i, fields);
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
