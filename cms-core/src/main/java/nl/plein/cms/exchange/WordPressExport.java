package nl.plein.cms.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import nl.plein.cms.exchange.Archive.Unreadable;
import nl.plein.cms.exchange.SourceMenu.Entry;
import nl.plein.cms.kernel.Invalid;
import nl.plein.cms.kernel.Json;
import nl.plein.cms.kernel.Slug;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One WordPress export as files that the import reads like any others: read twice, first what its items say of each other,
 * then item by item what they say.
 */
final class WordPressExport {

    /** Reads an XML file of an archive; each call from its start. */
    interface Opening {
        InputStream open() throws IOException;
    }

    /** What the first reading keeps of a page or attachment. */
    private record Known(String title, String slug, String parent, String address, String alt, String caption) {
        long length() {
            return (long) title.length() + slug.length() + address.length() + alt.length() + caption.length();
        }
    }

    /** Characters. */
    private static final long LONGEST_KEPT = 24L << 20;

    /** What each counts for beside its texts; items of menus are sorted out by looking at each for each. */
    private static final int LENGTH_OF_PAGE = 200;

    private static final int LENGTH_OF_MENU_ITEM = 5_000;

    private static final int DEEPEST = 20;

    private final Opening xml;
    private final String file;
    private final Map<String, Known> attachments = new LinkedHashMap<>();
    private final Map<String, Known> pages = new HashMap<>();
    private final Map<String, List<String>> uploads = new HashMap<>();
    private final Map<String, String> people = new HashMap<>();
    private final Map<String, String> termNames = new HashMap<>();
    private final Map<String, List<WordPressItem>> menus = new LinkedHashMap<>();
    private final Set<String> written = new HashSet<>();
    private String host = "";
    private int comments;
    private long kept;

    /** @param file its name in the archive */
    WordPressExport(Opening xml, String file) {
        this.xml = xml;
        this.file = file;
    }

    /** @throws nl.plein.cms.kernel.Invalid {@code bad-wordpress-export}; before anything is written */
    void look() throws IOException {
        try (var in = xml.open()) {
            WordPressReader.Head head = WordPressReader.read(in, file, this::look);
            String address = head.channel()
                    .getOrDefault("wp:base_blog_url", head.channel().getOrDefault("link", ""));
            host = host(address.strip()).orElse("site");
            head.records().forEach(this::look);
        }
    }

    /** Of the site that was exported. */
    String host() {
        return host;
    }

    /** Addresses of its attachments. */
    List<String> attachments() {
        return attachments.values().stream().map(Known::address).toList();
    }

    int comments() {
        return comments;
    }

    /** Writes one file for each post, page and entry of a type of its own, below {@code wordpress/host}. */
    void write(ZipOutputStream out) throws IOException {
        try (var in = xml.open()) {
            WordPressReader.read(in, file, item -> {
                try {
                    write(item, out);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    List<SourceMenu> menus() {
        List<SourceMenu> found = new ArrayList<>();
        menus.forEach((name, items) -> found.add(new SourceMenu(name, below("0", items, new HashSet<>(), DEEPEST))));
        return found;
    }

    private void look(Map<String, String> record) {
        switch (record.getOrDefault("", "")) {
            case "wp:author" ->
                people.put(
                        record.getOrDefault("wp:author_login", "").strip(),
                        record.getOrDefault("wp:author_display_name", "").strip());
            case "wp:category" ->
                termNames.put(id(record), record.getOrDefault("wp:cat_name", "").strip());
            case "wp:tag" ->
                termNames.put(id(record), record.getOrDefault("wp:tag_name", "").strip());
            default ->
                termNames.put(
                        id(record), record.getOrDefault("wp:term_name", "").strip());
        }
    }

    private static String id(Map<String, String> record) {
        return record.getOrDefault("wp:term_id", "").strip();
    }

    private void look(WordPressItem item) {
        var known = new Known(
                item.text("title"),
                slug(item),
                item.text("wp:post_parent"),
                item.written("wp:attachment_url").orElse(item.text("link")),
                item.meta("_wp_attachment_image_alt"),
                item.text("excerpt:encoded"));
        keep(item, known);
        comments += item.comments().size();
        switch (item.type()) {
            case "attachment" -> {
                attachments.put(item.id(), known);
                uploads.computeIfAbsent(known.parent(), parent -> new ArrayList<>())
                        .add(item.id());
            }
            case "nav_menu_item" ->
                item.named("nav_menu").stream().findFirst().ifPresent(menu -> menus.computeIfAbsent(
                                menu, name -> new ArrayList<>())
                        .add(item));
            default -> pages.put(item.id(), known);
        }
    }

    /** What the first reading keeps has a bound, as the archive has. */
    private void keep(WordPressItem item, Known known) {
        boolean isWhole = item.type().equals("nav_menu_item");
        kept += isWhole ? item.length() + LENGTH_OF_MENU_ITEM : known.length() + LENGTH_OF_PAGE;
        if (kept > LONGEST_KEPT) {
            throw new Invalid(
                    "bad-wordpress-export",
                    "The file " + file + " has too many titles, captions and menus to be read at once."
                            + " Nothing was imported: export the site in parts, with Tools, Export.");
        }
    }

    private void write(WordPressItem item, ZipOutputStream out) throws IOException {
        if (!isPage(item)) {
            return;
        }
        String name = name(item.id());
        if (!written.add(name)) {
            return;
        }
        var text = new WordPressText(
                this::picture,
                uploads.getOrDefault(item.id(), List.of()).stream()
                        .flatMap(id -> picture(id).stream())
                        .toList());
        ObjectNode values = Json.mapper().createObjectNode();
        ObjectNode given = Json.mapper().createObjectNode();
        List<String> notes = new ArrayList<>();
        given.put(SourceText.TYPE, item.type().equals("page") ? ImportTypes.PAGE : ImportTypes.POST);
        values.put("title", item.text("title"));
        values.put("permalink", path(item));
        values.put("excerpt", item.text("excerpt:encoded"));
        date(item).ifPresent(date -> values.put("date", date));
        given.put(SourceText.STATE, state(item, notes).word());
        String person = item.text("dc:creator");
        if (!person.isEmpty()) {
            values.putArray("authors").add(people.getOrDefault(person, person));
        }
        item.named("category", "post_tag").forEach(values.withArray("tags")::add);
        picture(item.meta("_thumbnail_id")).ifPresent(picture -> {
            values.put("image", picture.address());
            values.put("image_alt", picture.alt());
        });
        comments(item, given.putArray(SourceText.COMMENTS), notes);
        String body = body(text, item.text("content:encoded"), notes);
        notes.addAll(text.notes());
        if (!List.of("post", "page").contains(item.type())) {
            notes.add("Its type \"" + item.type() + "\" is WordPress' own; it became a post.");
        }
        notes.forEach(given.withArray(SourceText.NOTES)::add);
        out.putNextEntry(new ZipEntry(name));
        out.write(SourceText.of(values, given, body).getBytes(StandardCharsets.UTF_8));
        out.closeEntry();
    }

    private static String body(WordPressText text, String written, List<String> notes) {
        try {
            if (written.length() <= ArchiveScan.LONGEST_TEXT) {
                HtmlPage.refuseTooMany(written);
                return text.html(written);
            }
            notes.add("Its text is longer than " + ArchiveScan.LONGEST_TEXT + " characters; it was left out.");
        } catch (Unreadable e) {
            notes.add(e.why() + " Its text was left out.");
        }
        return "";
    }

    private static boolean isPage(WordPressItem item) {
        return !List.of(
                        "attachment",
                        "nav_menu_item",
                        "revision",
                        "custom_css",
                        "customize_changeset",
                        "oembed_cache",
                        "wp_global_styles",
                        "wp_navigation",
                        "wp_template",
                        "wp_template_part")
                .contains(item.type());
    }

    private static SourceState state(WordPressItem item, List<String> notes) {
        if (!item.text("wp:post_password").isEmpty()) {
            notes.add("It was protected by a password; it stays a draft.");
            return SourceState.DRAFT;
        }
        String status = item.written("wp:status").orElse("publish");
        return switch (status) {
            case "publish" -> SourceState.PUBLISHED;
            case "trash" -> {
                notes.add("It was in the trash of WordPress; it was laid aside.");
                yield SourceState.ARCHIVED;
            }
            default -> {
                notes.add("Its status was \"" + status + "\"; it stays a draft.");
                yield SourceState.DRAFT;
            }
        };
    }

    private static Optional<String> date(WordPressItem item) {
        return item.written("wp:post_date_gmt")
                .filter(date -> !date.startsWith("0000"))
                .map(date -> date.replace(' ', 'T') + "Z")
                .or(() -> item.written("wp:post_date").filter(date -> !date.startsWith("0000")));
    }

    /** As visitors knew it; if the export says only a number, as WordPress would make it from the slug. */
    private String path(WordPressItem item) {
        try {
            URI link = URI.create(item.text("link"));
            String path = link.getPath();
            if (link.getQuery() == null && path != null && path.length() > 1) {
                return path;
            }
        } catch (IllegalArgumentException e) {
            // the address is none: the path is made below
        }
        String slug = slug(item);
        if (item.type().equals("page")) {
            return pagePath(item.text("wp:post_parent"), slug, new HashSet<>());
        }
        String day = item.written("wp:post_date")
                .filter(date -> !date.startsWith("0000"))
                .orElse("");
        return day.length() < 10 ? "/" + slug : "/" + day.substring(0, 10).replace('-', '/') + "/" + slug;
    }

    private String pagePath(String parent, String path, Set<String> seen) {
        Known above = pages.get(parent);
        return above == null || seen.size() > DEEPEST || !seen.add(parent)
                ? "/" + path
                : pagePath(above.parent(), above.slug() + "/" + path, seen);
    }

    private static String slug(WordPressItem item) {
        return item.written("wp:post_name").orElseGet(() -> item.written("title")
                .map(Slug::of)
                .filter(slug -> !slug.isEmpty())
                .orElse(item.id()));
    }

    private Optional<WordPressText.Picture> picture(String id) {
        return Optional.ofNullable(attachments.get(id))
                .map(known -> new WordPressText.Picture(
                        known.address(), known.alt().isEmpty() ? known.title() : known.alt(), known.caption()));
    }

    /** Those that were approved; what others wrote must not become public by an import. */
    private static void comments(WordPressItem item, ArrayNode comments, List<String> notes) {
        int hidden = 0;
        for (Map<String, String> comment : item.comments()) {
            if (!comment.getOrDefault("wp:comment_approved", "").strip().equals("1")) {
                hidden++;
                continue;
            }
            ObjectNode one = comments.addObject();
            one.put("author", comment.getOrDefault("wp:comment_author", "").strip());
            one.put(
                    "date",
                    comment.getOrDefault("wp:comment_date_gmt", "").strip().replace(' ', 'T') + "Z");
            one.put(
                    "text",
                    new WordPressText(id -> Optional.empty(), List.of())
                            .html(comment.getOrDefault("wp:comment_content", "")));
        }
        if (hidden > 0) {
            notes.add(hidden + (hidden == 1 ? " comment that was" : " comments that were") + " not approved "
                    + (hidden == 1 ? "was" : "were") + " left out.");
        }
    }

    private List<Entry> below(String parent, List<WordPressItem> items, Set<String> seen, int deepest) {
        List<Entry> entries = new ArrayList<>();
        if (deepest == 0) {
            return entries;
        }
        items.stream()
                .filter(item -> item.meta("_menu_item_menu_item_parent").equals(parent)
                        || parent.equals("0")
                                && item.meta("_menu_item_menu_item_parent").isEmpty())
                .sorted(Comparator.comparingInt(WordPressExport::order))
                .forEach(item -> {
                    if (seen.add(item.id())) {
                        entries.add(entry(item, below(item.id(), items, seen, deepest - 1)));
                    }
                });
        return entries;
    }

    private static int order(WordPressItem item) {
        try {
            return Integer.parseInt(item.text("wp:menu_order"));
        } catch (NumberFormatException e) {
            return Integer.MAX_VALUE;
        }
    }

    private Entry entry(WordPressItem item, List<Entry> below) {
        String target = item.meta("_menu_item_object_id");
        return switch (item.meta("_menu_item_type")) {
            case "post_type" -> {
                Known page = pages.get(target);
                String label = item.written("title").orElse(page == null ? "" : page.title());
                yield new Entry(label, page == null ? "" : "file:" + name(target), "", below);
            }
            case "taxonomy" -> {
                String term = termNames.getOrDefault(target, "");
                String label = item.written("title").orElse(term);
                yield new Entry(label, term.isEmpty() ? "" : ImportTypes.TAG + ":" + Slug.of(term), "", below);
            }
            default -> new Entry(item.text("title"), "", item.meta("_menu_item_url"), below);
        };
    }

    private String name(String id) {
        return "wordpress/" + host + "/" + id + SourceText.ENDING;
    }

    private static Optional<String> host(String address) {
        try {
            return Optional.ofNullable(URI.create(address).getHost());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
