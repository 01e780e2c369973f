package nl.plein.site.page;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import nl.plein.site.model.Entry;
import nl.plein.site.template.Html;

/** The sitemap index and the sitemaps that it names (sitemaps.org). */
public final class Sitemaps {
    public static final String INDEX = "/sitemap.xml";

    private static final String SCHEMA = "\" xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n";
    private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

    private Sitemaps() {}

    /** @param sitemaps site paths */
    public static byte[] index(Edition edition, Collection<String> sitemaps) {
        StringBuilder index = new StringBuilder(XML).append("<sitemapindex").append(SCHEMA.substring(1));
        for (String path : sitemaps) {
            index.append("<sitemap><loc>")
                    .append(Html.escape(edition.links().absolute(path)))
                    .append("</loc></sitemap>\n");
        }
        return index.append("</sitemapindex>\n").toString().getBytes(StandardCharsets.UTF_8);
    }

    static String one(Edition edition, List<Page> pages) {
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
