package nl.plein.cms.exchange;

import java.net.URI;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Pattern;
import nl.plein.cms.content.RichText;
import nl.plein.cms.exchange.Archive.Unreadable;
import nl.plein.cms.kernel.EntryId;
import nl.plein.cms.kernel.Json;
import nl.plein.cms.kernel.Slug;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A file of an archive as an entry: type, fields of the import's own types, and what is to be said about it.
 *
 * @param fields  of the types {@code post} or {@code page}; a {@code title} always
 * @param missing addresses in its text, as written, that lead to nothing in the archive
 */
record SourceDocument(String type, ObjectNode fields, List<String> notes, Set<String> missing) {

    private static final int LONGEST_TITLE = 300;
    private static final int LONGEST_SUMMARY = 5_000;
    private static final Pattern MARKUP =
            Pattern.compile("</?(?:a|em|strong|b|i|u|span|p|br|code|sup|sub)(?:\\s[^<>]*)?/?>");

    /** Makes documents of one archive. */
    static final class Maker {

        private final ArchivePlan plan;
        private final ZoneId zone;
        private final Map<String, EntryId> authors;
        private final Map<String, EntryId> tags;
        private final SourceKinds kinds;
        private final SourceLinks links;
        private final BiFunction<ArchiveMember, List<String>, Optional<UUID>> stored;

        /**
         * @param kinds   what becomes of each kind of source
         * @param authors entries by slug
         * @param source  base address of the site that the archive comes from, if it is known
         * @param stored  the asset that a picture of the archive becomes; adds a note if it can't
         */
        Maker(
                ArchivePlan plan,
                SourceKinds kinds,
                ZoneId zone,
                Map<String, EntryId> authors,
                Map<String, EntryId> tags,
                Optional<URI> source,
                BiFunction<ArchiveMember, List<String>, Optional<UUID>> stored) {
            this.plan = plan;
            this.zone = zone;
            this.kinds = kinds;
            this.authors = authors;
            this.tags = tags;
            this.links = new SourceLinks(plan, source, authors, tags);
            this.stored = stored;
        }

        /** @throws Unreadable if the file can't become an entry */
        SourceDocument of(Placement placement, FrontMatter source) {
            FrontMatter front = kinds.kept(placement.kind(), source);
            var notes = new ArrayList<>(front.notes());
            if (!placement.note().isEmpty()) {
                notes.add(placement.note());
            }
            String file = placement.member().name();
            SourceAddress address = SourceAddress.of(file, front, zone, notes);
            String html = html(placement.member(), front, notes);
            ObjectNode fields = Json.mapper().createObjectNode();
            fields.put("title", title(placement, front, html, notes));
            front.text("summary", "excerpt", "description", "deck")
                    .map(text -> cut(plain(text), LONGEST_SUMMARY))
                    .ifPresent(text -> fields.put("summary", text));
            address.date().ifPresent(date -> fields.put("date", date.rfc3339()));
            references(fields, "authors", ArchiveScan.authors(front), authors);
            references(fields, "tags", ArchiveScan.tags(front), tags);
            picture(front, file, fields, notes);
            ArticleHtml article = article(placement, notes);
            fields.put("body", body(article, html));
            comments(front, fields);
            String type = type(placement, front, address);
            return kinds.mapped(placement.kind())
                    .map(kind -> new SourceDocument(
                            kind.type(),
                            new MappedFields(kind, front, zone, notes).of(fields),
                            notes,
                            article.missing()))
                    .orElseGet(() -> new SourceDocument(type, fields, notes, article.missing()));
        }

        private static void comments(FrontMatter front, ObjectNode fields) {
            for (JsonNode comment : front.given().path(SourceText.COMMENTS)) {
                ObjectNode one = fields.withArray("comments").addObject();
                one.put("author", cut(plain(comment.path("author").asString("")), LONGEST_TITLE));
                SourceDate.parse(comment.path("date").asString(""), ZoneOffset.UTC)
                        .ifPresent(date -> one.put("date", date.rfc3339()));
                one.put(
                        "text",
                        RichText.normalise(withoutHeadings(comment.path("text").asString(""))));
            }
        }

        /** What others wrote below a page is no part of its outline. */
        private static String withoutHeadings(String html) {
            Document document = Jsoup.parseBodyFragment(html);
            document.outputSettings().prettyPrint(false);
            document.select("h1, h2, h3, h4, h5, h6")
                    .forEach(heading -> heading.tagName("strong").wrap("<p></p>"));
            return document.body().html();
        }

        private static String type(Placement placement, FrontMatter front, SourceAddress address) {
            String given = front.given().path(SourceText.TYPE).asString("");
            if (!given.isEmpty()) {
                return given;
            }
            if (!placement.term().isEmpty()) {
                return placement.term().substring(0, placement.term().indexOf(':'));
            }
            return address.isSection() ? ImportTypes.PAGE : ImportTypes.POST;
        }

        private String html(ArchiveMember member, FrontMatter front, List<String> notes) {
            var expressions = new TemplateExpressions(front, plan::addressOfFile);
            HtmlPage.refuseTooMany(front.body());
            String hidden = expressions.hide(front.body());
            String html = expressions.show(member.isHtml() ? HtmlPage.content(hidden) : MarkdownHtml.of(hidden));
            HtmlPage.refuseTooMany(html);
            notes.addAll(expressions.notes());
            return html;
        }

        private ArticleHtml article(Placement placement, List<String> notes) {
            Function<ArchiveMember, Optional<UUID>> picture = member -> stored.apply(member, notes);
            return new ArticleHtml(
                    href -> links.meaning(href, placement, picture),
                    source -> plan.pictureAt(source, placement.member().name()).flatMap(picture),
                    source -> links.onSource(source, placement),
                    notes);
        }

        private static String body(ArticleHtml article, String html) {
            String rich = article.richText(html);
            if (rich.length() > Json.LONGEST_STRING / 2) {
                throw new Unreadable("Its text is too long: " + rich.length() + " characters.");
            }
            return rich;
        }

        private void picture(FrontMatter front, String file, ObjectNode fields, List<String> notes) {
            Optional<String> source =
                    front.text("image").map(path -> path.contains("://") || path.startsWith("/") ? path : "/" + path);
            if (source.isEmpty()) {
                return;
            }
            Optional<UUID> asset = plan.pictureAt(source.get(), file).flatMap(member -> stored.apply(member, notes));
            if (asset.isPresent()) {
                ObjectNode image = fields.putObject("image");
                image.put("asset", asset.get().toString());
                image.put("alt", front.text("image_alt").map(Maker::plain).orElse(""));
            } else {
                notes.add("The picture " + cut(source.get(), 200) + " is not in the archive.");
            }
        }

        private static String title(Placement placement, FrontMatter front, String html, List<String> notes) {
            Optional<String> written = front.text("title", "display_name", "name")
                    .or(() -> placement.member().isHtml() ? HtmlPage.title(front.body()) : Optional.empty())
                    .map(Maker::plain)
                    .filter(text -> !text.isBlank());
            if (written.isPresent()) {
                return cut(written.get(), LONGEST_TITLE);
            }
            String file = placement.member().name();
            if (!placement.term().isEmpty()) {
                String slug = placement.term().substring(placement.term().indexOf(':') + 1);
                return placement.term().startsWith(ImportTypes.AUTHOR) ? personName(slug) : readable(slug);
            }
            Element heading = Jsoup.parseBodyFragment(html).selectFirst("h1,h2,h3,h4,h5,h6");
            if (heading != null && !heading.text().isBlank()) {
                notes.add("It has no title; its first heading was taken.");
                return cut(heading.text().strip(), LONGEST_TITLE);
            }
            if (placement.archive().isMade()) {
                notes.add("It has no title; its address was taken.");
                return readable(placement.path().substring(placement.path().lastIndexOf('/') + 1));
            }
            notes.add("It has no title; the file's name was taken.");
            return readable(file.substring(file.lastIndexOf('/') + 1).replaceFirst("(?i)\\.(md|markdown|html?)$", ""));
        }

        private static void references(
                ObjectNode fields, String key, List<String> names, Map<String, EntryId> entries) {
            ArrayNode list = Json.mapper().createArrayNode();
            for (String name : names) {
                EntryId entry = entries.get(Slug.of(name));
                if (entry != null) {
                    list.addObject().put("entry", entry.toString());
                }
            }
            if (!list.isEmpty()) {
                fields.set(key, list);
            }
        }

        private static String plain(String text) {
            return Parser.unescapeEntities(MARKUP.matcher(text).replaceAll(""), false)
                    .replaceAll("\\s+", " ")
                    .strip();
        }

        private static String cut(String text, int longest) {
            return text.length() <= longest ? text : text.substring(0, longest - 1) + "…";
        }
    }

    /** {@code stephanie-thum} becomes {@code Stephanie Thum}; a name that was written as a name stays. */
    static String personName(String written) {
        if (!written.equals(written.toLowerCase(Locale.ROOT)) || written.contains(" ")) {
            return written;
        }
        var name = new StringBuilder();
        for (String part : written.split("[-_]+")) {
            if (!part.isEmpty()) {
                name.append(name.isEmpty() ? "" : " ")
                        .append(Character.toUpperCase(part.charAt(0)))
                        .append(part.substring(1));
            }
        }
        return name.isEmpty() ? written : name.toString();
    }

    /** {@code open-data} becomes {@code open data}; what has spaces or capitals stays. */
    static String readable(String written) {
        boolean isSlug = written.equals(written.toLowerCase(Locale.ROOT)) && !written.contains(" ");
        String words = isSlug ? written.replaceAll("[-_]+", " ").strip() : written;
        return words.isEmpty() ? written : words;
    }
}
