package nl.plein.site.page;

import java.util.Optional;
import nl.plein.site.model.Entry;

/**
 * One page to be made.
 *
 * @param path   site path
 * @param file   where it lies in the tree, beginning with "/"
 * @param number of the list's page, 0 without a list
 */
public record Page(
        Kind kind,
        String path,
        String file,
        String locale,
        String title,
        Optional<Entry> entry,
        Optional<Listing> list,
        int number) {

    /** What a template reads as {@code page.kind}. */
    public enum Kind {
        ENTRY("entry"),
        HOME("home"),
        /** The first page of a group. */
        GROUP("group"),
        LIST("list"),
        SEARCH("search"),
        NOT_FOUND("notFound"),
        GONE("gone");

        private final String key;

        Kind(String key) {
            this.key = key;
        }

        public String key() {
            return key;
        }

        /** Whether it answers for paths without a page: it has no address of its own that anybody should know. */
        public boolean isAnswer() {
            return this == NOT_FOUND || this == GONE;
        }
    }

    static Page of(Kind kind, String path, String locale, String title) {
        return new Page(kind, path, fileOf(path), locale, title, Optional.empty(), Optional.empty(), 0);
    }

    Page with(Entry carried) {
        return new Page(kind, path, file, locale, title, Optional.of(carried), list, number);
    }

    Page with(Listing carried, int page) {
        return new Page(kind, path, file, locale, title, entry, Optional.of(carried), page);
    }

    /** A path that looks like a file is one; any other is a folder with an index. */
    public static String fileOf(String path) {
        String last = path.substring(path.lastIndexOf('/') + 1);
        if (last.endsWith(".html") || last.endsWith(".htm") || last.endsWith(".xml") || last.endsWith(".txt")) {
            return path;
        }
        return path.endsWith("/") ? path + "index.html" : path + "/index.html";
    }

    /** For messages. */
    public String subject() {
        return path + entry.map(own -> ", entry \"" + own.title() + "\"").orElse("");
    }
}
