package nl.plein.site.page;

import java.util.HashSet;
import java.util.Set;
import nl.plein.site.image.Rendition;
import nl.plein.site.model.Reads;
import nl.plein.site.source.AssetFile;
import nl.plein.site.template.Budget;

/** What belongs to one page while it is made: where it reads, how it speaks, what it may use up. For one thread. */
final class PageScope {
    private final Edition edition;
    private final Page page;
    private final Reads reads;
    private final Words words;
    private final Budget budget = new Budget();
    private final Media media;
    private final Set<String> anchors = new HashSet<>();

    PageScope(Edition edition, Page page, Reads reads) {
        this.edition = edition;
        this.page = page;
        this.reads = reads;
        this.words = edition.words(page.locale());
        this.media = new Media(edition.territory());
    }

    Edition edition() {
        return edition;
    }

    Page page() {
        return page;
    }

    Reads reads() {
        return reads;
    }

    Words words() {
        return words;
    }

    String locale() {
        return page.locale();
    }

    Links links() {
        return edition.links();
    }

    Budget budget() {
        return budget;
    }

    /** An id that no other heading of this page has. */
    String anchor(String wanted) {
        String anchor = wanted;
        for (int i = 2; !anchors.add(anchor); i++) {
            anchor = wanted + "-" + i;
        }
        return anchor;
    }

    Media media() {
        return media;
    }

    String mediaUrl(AssetFile asset, Rendition form) {
        return links().url(media.use(asset, form));
    }

    String mediaUrl(AssetFile asset) {
        return links().url(media.use(asset));
    }
}
