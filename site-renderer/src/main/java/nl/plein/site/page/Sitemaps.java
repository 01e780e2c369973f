package nl.plein.site.page;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import nl.plein.site.model.Entry;
import nl.plein.site.template.Html;

/** The sitemap index and the sitemaps that it names: one per locale and 20,000 pages (sitemaps.org). */
final class Sitemaps {
    private static final int MOST = 20_000;
    private static final String SCHEMA = "\" xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n";
    private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

    private Sitemaps() {}

    static void of(Edition edition, Collection<Page> pages, Map<String, String> texts) {
        StringBuilder index = new StringBuilder(XML).append("<sitemapindex").append(SCHEMA.substring(1));
        for (String locale : edition.site().locales()) {
            List<Page> own = new ArrayList<>(pages.stream()
                    .filter(page -> page.locale().equals(locale) && PageMaker.isListed(page))
                    .toList());
            for (int from = 0, part = 1; from < own.size() || part == 1; from += MOST, part++) {
                String path = "/sitemap-" + locale + (part == 1 ? "" : "-" + part) + ".xml";
                texts.put(path, one(edition, own.subList(from, Math.min(own.size(), from + MOST))));
                index.append("<sitemap><loc>")
                        .append(Html.escape(edition.links().absolute(path)))
                        .append("</loc></sitemap>\n");
            }
        }
        texts.put("/sitemap.xml", index.append("</sitemapindex>\n").toString());
    }

    private static String one(Edition edition, List<Page> pages) {
        StringBuilder xml = new StringBuilder(XML).append("<urlset").append(SCHEMA.substring(1));
        for (Page page : pages) {
            xml.append("<url><loc>")
                    .append(Html.escape(edition.links().absolute(page.path())))
                    .append("</loc>");
            String changed = page.entry().map(Entry::updatedAt).orElse("");
            if (!changed.isEmpty()) {
                xml.append("<lastmod>").append(Html.escape(changed)).append("</lastmod>");
            }
            xml.append("</url>\n");
        }
        return xml.append("</urlset>\n").toString();
    }
}
