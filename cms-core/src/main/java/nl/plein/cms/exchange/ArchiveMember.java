package nl.plein.cms.exchange;

import java.util.Locale;

/**
 * A member of a zip archive as the archive's directory describes it; nothing of this is trusted to be true.
 *
 * @param name         with {@code /} as separator
 * @param size         bytes unpacked, as declared
 * @param packedSize   bytes
 * @param method       0 stored, 8 deflated
 * @param headerOffset of the local header in the archive
 */
record ArchiveMember(
        String name, Kind kind, long size, long packedSize, int method, boolean encrypted, long headerOffset) {

    static final int STORED = 0;
    static final int DEFLATED = 8;

    enum Kind {
        FILE,
        FOLDER,
        SYMLINK
    }

    /** Absolute, with a drive letter, or climbing with {@code ..}. */
    boolean leadsOutside() {
        if (name.startsWith("/") || name.indexOf('\0') >= 0 || name.matches("(?s)[A-Za-z]:.*")) {
            return true;
        }
        for (String segment : name.split("/")) {
            if (segment.equals("..")) {
                return true;
            }
        }
        return false;
    }

    boolean isMarkdown() {
        return name.toLowerCase(Locale.ROOT).matches("(?s).*\\.(md|markdown)");
    }

    boolean isHtml() {
        return name.toLowerCase(Locale.ROOT).matches("(?s).*\\.html?");
    }

    boolean isXml() {
        return name.toLowerCase(Locale.ROOT).endsWith(".xml");
    }

    /** Below a folder where site generators keep templates, not pages. */
    boolean isTemplate() {
        return name.toLowerCase(Locale.ROOT)
                .matches(
                        "(?s)(.*/)?(_includes|_layouts|_sass|includes|layouts|partials|archetypes|themes|node_modules)/.*");
    }

    /** Below the folder {@code content}, in which Hugo keeps the pages. */
    boolean isContent() {
        return name.matches("(?s)([^/]+/)?content/.*");
    }

    boolean isArchive() {
        return name.toLowerCase(Locale.ROOT).matches("(?s).*\\.(zip|tar|tgz|gz|bz2|xz|7z|rar|jar|war)");
    }

    /** What operating systems and version control leave in archives. */
    boolean isLitter() {
        String base = baseName();
        return name.startsWith("__MACOSX/") || base.startsWith(".") || name.startsWith(".") || name.contains("/.");
    }

    String baseName() {
        return name.substring(name.lastIndexOf('/') + 1);
    }

    /** The name for a report: without control characters, at most 200 characters. */
    String shownName() {
        String shown = name.replaceAll("\\p{Cntrl}", "?");
        return shown.length() <= 200 ? shown : shown.substring(0, 199) + "…";
    }
}
