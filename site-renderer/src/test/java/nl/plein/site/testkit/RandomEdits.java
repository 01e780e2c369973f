package nl.plein.site.testkit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** A site of many kinds of entries in two locales, three audiences and a group, and what editors do to one: always the same for one seed. */
public final class RandomEdits {
    private static final List<String> AUDIENCES =
            List.of("everyone", "everyone", "everyone", "government", "agency", "group:x");
    private static final String GROUP = "group:x";
    private static final Pattern PREFIX = Pattern.compile("(/en/groups|/groepen)/x[0-9]");
    private static final List<String> WORDS =
            List.of("plein", "markt", "brug", "water", "school", "wijk", "boom", "licht", "fiets", "raad");

    /** @param fields as the delivery API tells them */
    private record Piece(
            String id, String type, String locale, String audience, String path, Map<String, Object> fields) {}

    private final Random random;
    private final ScriptedSite site = new ScriptedSite().inPagesOf(300);
    private final Map<String, Piece> pieces = new TreeMap<>();
    private final List<String> done = new ArrayList<>();
    private int next;
    private int slug = 1;

    public RandomEdits(long seed, int entries) {
        random = new Random(seed);
        site.next();
        about("Plein", List.of("everyone", "government", "agency"));
        site.part("setting", "siteDay", "2026-03-10");
        nameGroup();
        for (String kind : List.of("tag", "person")) {
            for (int i = 0; i < 6; i++) {
                put(new Piece(kind + i, kind, "nl", "everyone", "/" + kind + "/" + i, fields(kind)));
                put(new Piece(kind + i, kind, "en", "everyone", "/en/" + kind + "/" + i, fields(kind)));
            }
        }
        while (pieces.size() < entries) {
            create();
        }
        menu();
    }

    public ScriptedSite site() {
        return site;
    }

    /** What the last version did, for messages. */
    public List<String> done() {
        return done;
    }

    /** Makes a version of a few edits. */
    public void version() {
        site.next();
        done.clear();
        int edits = 1 + random.nextInt(3);
        for (int i = 0; i < edits; i++) {
            edit();
        }
    }

    private void edit() {
        switch (random.nextInt(26)) {
            case 0, 1, 2 -> create();
            case 3, 4 -> change("title");
            case 5 -> change("body");
            case 6 -> change("date");
            case 7 -> change("summary");
            case 8 -> change("tags");
            case 9 -> change("author");
            case 10 -> change("image");
            case 11 -> move(any());
            case 12 -> moveSubtree();
            case 13 -> withdraw(true);
            case 14 -> withdraw(false);
            case 15 -> rename();
            case 16 -> ghost();
            case 17 -> translate();
            case 18 -> audience();
            case 19 -> menu();
            case 20 -> redirect();
            case 21 -> setting();
            case 22 -> midnight();
            case 23 -> group();
            case 24 -> inGroup();
            default -> reparent();
        }
    }

    private void create() {
        String type = pick(List.of("news", "news", "news", "event", "event", "page"));
        String locale = random.nextInt(3) == 0 ? "en" : "nl";
        String id = "e" + next++;
        put(new Piece(id, type, locale, pick(AUDIENCES), path(type, locale, id), fields(type)));
    }

    private static String path(String type, String locale, String id) {
        String start = locale.equals("en") ? "/en" : "";
        return switch (type) {
            case "news" -> start + (locale.equals("en") ? "/news/" : "/nieuws/") + id;
            case "event" -> start + "/agenda/" + id;
            default -> start + "/" + id;
        };
    }

    private Map<String, Object> fields(String type) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("title", title());
        fields.put("body", body());
        fields.put("date", day());
        if (type.equals("event") && random.nextInt(5) > 0) {
            fields.put("start", day() + "T19:30:00+02:00");
        }
        if (!type.equals("tag") && !type.equals("person")) {
            fields.put("summary", random.nextInt(4) == 0 ? "Kort" : title());
            fields.put("tags", tags());
            fields.put("author", Map.of("entry", "person" + random.nextInt(6)));
            if (random.nextInt(3) == 0) {
                fields.put("image", Map.of("asset", "asset" + random.nextInt(5), "alt", "Een " + pick(WORDS)));
            }
        }
        return fields;
    }

    private String title() {
        return pick(WORDS) + " " + pick(WORDS) + " " + random.nextInt(50);
    }

    private String body() {
        String to = random.nextInt(6) == 0 ? "ghost" + random.nextInt(4) : "e" + random.nextInt(Math.max(1, next));
        return "<p>" + title() + " <a data-entry=\"" + to + "\">" + pick(WORDS) + "</a></p>"
                + (random.nextInt(5) == 0 ? "<p><a data-asset=\"asset" + random.nextInt(5) + "\">stuk</a></p>" : "");
    }

    private String day() {
        return "2026-0" + (1 + random.nextInt(5)) + "-" + (10 + random.nextInt(19));
    }

    private List<Map<String, Object>> tags() {
        List<Map<String, Object>> tags = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            if (random.nextInt(3) == 0) {
                tags.add(Map.of("entry", "tag" + i));
            }
        }
        return tags;
    }

    private Piece any() {
        List<Piece> all = new ArrayList<>(pieces.values());
        return all.get(random.nextInt(all.size()));
    }

    private void change(String field) {
        Piece piece = any();
        Map<String, Object> fields = new LinkedHashMap<>(piece.fields());
        switch (field) {
            case "title" -> fields.put("title", title());
            case "body" -> fields.put("body", body());
            case "date" -> fields.put("date", day());
            case "summary" -> fields.put("summary", random.nextBoolean() ? "Kort" : title());
            case "tags" -> fields.put("tags", tags());
            case "author" -> fields.put("author", Map.of("entry", "person" + random.nextInt(6)));
            default -> {
                if (fields.remove("image") == null) {
                    fields.put("image", Map.of("asset", "asset" + random.nextInt(5), "alt", ""));
                }
            }
        }
        put(new Piece(piece.id(), piece.type(), piece.locale(), piece.audience(), piece.path(), fields));
    }

    private void move(Piece piece) {
        String to = random.nextInt(8) == 0 ? "" : piece.path() + "-" + random.nextInt(9);
        if (random.nextInt(6) == 0) {
            to = pick(List.of("/nieuws", "/agenda", "/", "/contact", "/en/news", "/en"));
        }
        if (to.equals("") || pieces.values().stream().map(Piece::path).noneMatch(to::equals)) {
            put(new Piece(piece.id(), piece.type(), piece.locale(), piece.audience(), to, piece.fields()));
        }
    }

    private void moveSubtree() {
        String from = pick(List.of("/agenda/", "/nieuws/e1", "/en/news/", "/tag/"));
        String to = from.substring(0, from.length() - 1) + random.nextInt(9) + "/x";
        List<Piece> all = pieces.values().stream()
                .filter(piece -> piece.path().startsWith(from))
                .toList();
        for (Piece piece : all) {
            String path = to + piece.path().substring(from.length());
            put(new Piece(piece.id(), piece.type(), piece.locale(), piece.audience(), path, piece.fields()));
        }
    }

    private void withdraw(boolean tombstone) {
        Piece piece = any();
        remove(piece);
        if (tombstone && !piece.path().isEmpty()) {
            site.part("redirect", piece.path(), audienceOf(piece), Map.of("status", 410));
        }
    }

    private static String audienceOf(Piece piece) {
        return piece.audience();
    }

    private void rename() {
        String id = "person" + random.nextInt(6);
        for (Piece piece : List.copyOf(pieces.values())) {
            if (piece.id().equals(id)) {
                Map<String, Object> fields = new LinkedHashMap<>(piece.fields());
                fields.put("title", title());
                put(new Piece(id, "person", piece.locale(), piece.audience(), piece.path(), fields));
            }
        }
    }

    private void ghost() {
        String id = "ghost" + random.nextInt(4);
        put(new Piece(id, "news", "nl", "everyone", "/nieuws/" + id, fields("news")));
    }

    private void translate() {
        Piece piece = any();
        String locale = piece.locale().equals("nl") ? "en" : "nl";
        put(new Piece(
                piece.id(),
                piece.type(),
                locale,
                piece.audience(),
                path(piece.type(), locale, piece.id()),
                fields(piece.type())));
    }

    private void audience() {
        Piece piece = any();
        put(new Piece(piece.id(), piece.type(), piece.locale(), pick(AUDIENCES), piece.path(), piece.fields()));
    }

    private void menu() {
        List<Map<String, Object>> items = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            items.add(random.nextBoolean() ? Map.of("entry", any().id()) : Map.of("label", title(), "href", "/nieuws"));
        }
        site.part("menu", "main." + (random.nextBoolean() ? "nl" : "en"), Map.of("items", items));
        done.add("menu");
    }

    private void redirect() {
        String from = "/oud/" + random.nextInt(6);
        Map<String, Object> to = random.nextBoolean()
                ? Map.of("entry", any().id(), "locale", "nl", "status", 308)
                : Map.of("to", any().path() + "/", "status", 301);
        site.part("redirect", from, pick(List.of("everyone", "agency")), to);
        done.add("redirect " + from + " " + to);
    }

    private void setting() {
        switch (random.nextInt(6)) {
            case 0 -> about("Plein " + random.nextInt(9), List.of("everyone", "government", "agency"));
            case 1 -> about("Plein", List.of("everyone", "agency"));
            case 2 -> site.part("setting", "alert", Map.of("nl", "<p>" + title() + "</p>", "level", "warning"));
            case 3 ->
                site.part(
                        "theme",
                        "theme",
                        Map.of("tokens", Map.of("color", Map.of("ink", "#00" + (1000 + random.nextInt(8999))))));
            default -> site.part("setting", "phone", Map.of("number", random.nextInt(999)));
        }
        done.add("setting");
    }

    private void about(String name, List<String> audiences) {
        site.part(
                "setting",
                "site",
                Map.of(
                        "name",
                        name,
                        "locales",
                        List.of("nl", "en"),
                        "audiences",
                        audiences,
                        "canonicalHost",
                        "p.example"));
    }

    private void midnight() {
        site.part("setting", "siteDay", day());
        done.add("midnight");
    }

    private void reparent() {
        Piece piece = any();
        Map<String, Object> fields = new LinkedHashMap<>(piece.fields());
        fields.put("_parent", any().id());
        put(new Piece(piece.id(), piece.type(), piece.locale(), piece.audience(), piece.path(), fields));
    }

    /** Another title; another slug, with which all that is in it moves; gone, or back again. */
    private void group() {
        int was = slug;
        slug = switch (random.nextInt(3)) {
            case 0 -> was;
            case 1 -> 1 + random.nextInt(9);
            default -> was == 0 ? 1 + random.nextInt(9) : 0;
        };
        if (slug == 0) {
            site.withoutPart("group", "x", GROUP);
        } else {
            nameGroup();
        }
        if (slug != was) {
            pieces.values().stream()
                    .filter(piece -> piece.audience().equals(GROUP))
                    .toList()
                    .forEach(this::put);
        }
        done.add("group x" + slug);
    }

    private void nameGroup() {
        site.part("group", "x", GROUP, Map.of("slug", "x" + slug, "title", Map.of("nl", title(), "en", title())));
    }

    private void inGroup() {
        List<Piece> all = pieces.values().stream()
                .filter(piece -> piece.audience().equals(GROUP))
                .toList();
        if (!all.isEmpty()) {
            Piece piece = all.get(random.nextInt(all.size()));
            Map<String, Object> fields = new LinkedHashMap<>(piece.fields());
            fields.put(random.nextBoolean() ? "title" : "body", "<p>" + title() + "</p>");
            String path = random.nextInt(4) == 0 ? piece.locale().equals("en") ? "/en" : "/" : piece.path();
            boolean taken =
                    pieces.values().stream().map(Piece::path).anyMatch(underGroup(piece.locale(), path)::equals);
            put(new Piece(piece.id(), piece.type(), piece.locale(), GROUP, taken ? piece.path() : path, fields));
        }
    }

    /** As the server does: what is of the group lies under its prefix, and nothing else; without the group nothing is for it. */
    private Piece placed(Piece piece) {
        String audience = piece.audience().equals(GROUP) && slug == 0 ? "agency" : piece.audience();
        String bare = PREFIX.matcher(piece.path()).replaceFirst(piece.locale().equals("en") ? "/en" : "");
        boolean wasFront = bare.isEmpty() && !piece.path().isEmpty();
        String path = audience.equals(GROUP)
                ? underGroup(piece.locale(), wasFront ? "/" : bare)
                : wasFront ? "/" + piece.id() : bare;
        return new Piece(piece.id(), piece.type(), piece.locale(), audience, path, piece.fields());
    }

    private String underGroup(String locale, String path) {
        if (path.isEmpty() || PREFIX.matcher(path).lookingAt() && path.contains("/x" + slug)) {
            return path;
        }
        String start = locale.equals("en") ? "/en" : "";
        String rest = path.startsWith(start) ? path.substring(start.length()) : path;
        return start + (start.isEmpty() ? "/groepen/x" : "/groups/x") + slug + (rest.equals("/") ? "" : rest);
    }

    private void put(Piece wanted) {
        Piece piece = placed(wanted);
        Piece before = pieces.put(piece.locale() + " " + piece.id(), piece);
        if (before != null) {
            site.withdraw(before.id(), before.locale());
        }
        site.entry(piece.id(), piece.type(), piece.locale(), piece.audience(), piece.path(), piece.fields());
        done.add((before == null ? "new " : "from " + before + " to ") + piece);
    }

    private void remove(Piece piece) {
        pieces.remove(piece.locale() + " " + piece.id());
        site.withdraw(piece.id(), piece.locale());
        done.add("away " + piece);
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
