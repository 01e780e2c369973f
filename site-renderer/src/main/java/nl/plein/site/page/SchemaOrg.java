package nl.plein.site.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.plein.site.model.Entry;
import nl.plein.site.theme.Manifest;
import org.jspecify.annotations.Nullable;

/** What a page is about, in the words of schema.org (JSON-LD): an article, an event with its day and place, a person, or a page. */
final class SchemaOrg {
    private final PageScope scope;
    private final Entry entry;
    private final Map<String, @Nullable Object> about = new LinkedHashMap<>();

    private SchemaOrg(PageScope scope, Entry entry) {
        this.scope = scope;
        this.entry = entry;
    }

    /** @param image absolute address of the entry's picture */
    static Map<String, @Nullable Object> of(PageScope scope, Entry entry, Optional<String> image) {
        SchemaOrg page = new SchemaOrg(scope, entry);
        page.about.put("@context", "https://schema.org");
        Optional<Manifest.Calendar> calendar =
                scope.edition().theme().theme().manifest().calendar(entry.type());
        if (calendar.isPresent() && entry.fields().get(calendar.get().start()) instanceof String start) {
            page.event(calendar.get(), start);
        } else {
            page.page();
        }
        page.about.put("url", scope.links().absolute(entry.path()));
        image.ifPresent(url -> page.about.put("image", url));
        return page.about;
    }

    /** Where a page is in its site. @param crumbs from home down to the page */
    static Map<String, @Nullable Object> breadcrumbs(PageScope scope, List<PageShape.Crumb> crumbs) {
        List<Object> items = new ArrayList<>();
        for (PageShape.Crumb crumb : crumbs) {
            Map<String, Object> item = new LinkedHashMap<>();
            item.put("@type", "ListItem");
            item.put("position", items.size() + 1);
            item.put("name", crumb.title());
            item.put("item", scope.links().absolute(crumb.path()));
            items.add(item);
        }
        Map<String, @Nullable Object> list = new LinkedHashMap<>();
        list.put("@context", "https://schema.org");
        list.put("@type", "BreadcrumbList");
        list.put("itemListElement", items);
        return list;
    }

    private void event(Manifest.Calendar calendar, String start) {
        about.put("@type", "Event");
        about.put("name", entry.title());
        about.put("inLanguage", entry.locale());
        about.put("startDate", start);
        if (entry.fields().get(calendar.end()) instanceof String end) {
            about.put("endDate", end);
        }
        String description = PageShape.description(scope);
        if (!description.isEmpty()) {
            about.put("description", description);
        }
        if (entry.fields().get(calendar.place()) instanceof Map<?, ?> place
                && place.get("label") instanceof String label) {
            about.put("location", Map.of("@type", "Place", "name", label));
        }
        about.put("organizer", publisher());
    }

    private void page() {
        about.put("@type", type());
        about.put("headline", entry.title());
        about.put("inLanguage", entry.locale());
        if (!entry.publishedAt().isEmpty()) {
            about.put("datePublished", entry.publishedAt());
        }
        if (!entry.updatedAt().isEmpty()) {
            about.put("dateModified", entry.updatedAt());
        }
        if (entry.type().equals("person")) {
            about.put("mainEntity", person());
        }
        List<Object> authors = authors();
        if (!authors.isEmpty()) {
            about.put("author", authors);
        }
        about.put("publisher", publisher());
    }

    private String type() {
        return switch (entry.type()) {
            case "news", "post", "article" -> "NewsArticle";
            case "person" -> "ProfilePage";
            default -> "WebPage";
        };
    }

    private Map<String, Object> person() {
        Map<String, Object> person = new LinkedHashMap<>(Map.of("@type", "Person"));
        person.put("name", entry.title());
        if (entry.fields().get("role") instanceof String role) {
            person.put("jobTitle", role);
        }
        return person;
    }

    /** Those that this audience may see. */
    private List<Object> authors() {
        List<Object> authors = new ArrayList<>();
        for (String field : List.of("authors", "author")) {
            Object said = Fields.view(scope, entry.fields().get(field));
            for (Object one : said instanceof List<?> list ? list : said == null ? List.of() : List.of(said)) {
                if (one instanceof EntryView author) {
                    authors.add(Map.of("@type", "Person", "name", String.valueOf(author.get("title"))));
                }
            }
        }
        return authors;
    }

    private Map<String, Object> publisher() {
        return new LinkedHashMap<>(
                Map.of("@type", "Organization", "name", scope.reads().site().name(scope.locale())));
    }
}
