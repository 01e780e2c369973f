package nl.plein.site.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * What is remembered of a page while the others are read.
 *
 * @param anchors  ids and names that a link may point at
 * @param links    addresses as written, of links
 * @param loads    addresses as written, of what the page loads at once
 */
record PageFacts(
        String file, int bytes, Set<String> anchors, Set<String> links, Set<String> loads, List<Finding> findings) {

    static PageFacts of(String file, String html, int bytes) {
        Document page = Jsoup.parse(html);
        Set<String> anchors = new HashSet<>();
        page.select("[id]").forEach(element -> anchors.add(element.id()));
        page.select("a[name]").forEach(element -> anchors.add(element.attr("name")));
        Set<String> links =
                addresses(page, "a[href], area[href], use[href], link[rel~=alternate|canonical][href]", "href");
        Set<String> loads = addresses(page, "link[rel~=stylesheet|icon|manifest|preload|modulepreload][href]", "href");
        loads.addAll(addresses(page, "script[src]", "src"));
        Set<String> pictures = addresses(page, "img[src], source[src], video[src], audio[src]", "src");
        links.addAll(pictures);
        links.addAll(loads);
        page.select("form[action]").forEach(form -> links.add(form.attr("action")));
        List<Finding> findings = new ArrayList<>();
        for (PageRule rule : PageRule.values()) {
            rule.problems(page).forEach(problem -> findings.add(new Finding(file, rule.code(), problem)));
        }
        return new PageFacts(file, bytes, anchors, links, loads, findings);
    }

    private static Set<String> addresses(Document page, String query, String attribute) {
        Set<String> addresses = new LinkedHashSet<>();
        for (Element element : page.select(query)) {
            addresses.add(element.attr(attribute).strip());
        }
        return addresses;
    }
}
