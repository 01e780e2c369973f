package nl.plein.cms.exchange;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.plein.cms.kernel.Slug;

/**
 * Where the page of a source file belongs. Jekyll, Eleventy and Hugo agree enough: {@code permalink} or {@code url} wins;
 * a file with a date in its name lives at {@code /year/month/day/slug}, where a date in the front matter wins over the one
 * in the name; any other file lives where it lies.
 *
 * @param path    public path without a locale's prefix
 * @param date    of the front matter, else of the file's name
 * @param aliases paths, as written, that the page had before
 * @param knownAs other keys under which links may mean this file: see {@link #key}
 */
record SourceAddress(
        String path, boolean isSection, Optional<SourceDate> date, Set<String> aliases, Set<String> knownAs) {

    private static final Pattern DATED = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})-(.+)");
    private static final Pattern ENDING = Pattern.compile("(?i)\\.(md|markdown|html?)$");
    private static final Pattern INDEX = Pattern.compile("(^|/)_?index$");

    static SourceAddress of(String file, FrontMatter front, ZoneId zone, List<String> notes) {
        String bare = ENDING.matcher(withoutRoots(file)).replaceAll("");
        String name = bare.substring(bare.lastIndexOf('/') + 1);
        Matcher dated = DATED.matcher(name);
        boolean hasDate = dated.matches();
        Optional<SourceDate> date =
                date(front, zone, notes).or(() -> hasDate ? SourceDate.parse(dated.group(1), zone) : Optional.empty());
        String slug = slug(front.text("slug").orElse(hasDate ? dated.group(2) : name));
        String usual = hasDate && date.isPresent() ? byDay(date.get(), slug) : byFolder(bare, front, slug);
        String path = permalink(front, notes).orElse(usual);
        Set<String> aliases = aliases(front);
        return new SourceAddress(
                path,
                name.equals("_index"),
                date,
                aliases,
                knownAs(file, aliases, path, usual, hasDate ? dated.group(2) : name, date));
    }

    /**
     * The path that a pattern gives this page, with the last part of its own path for a slug.
     *
     * @return empty if the pattern wants a date and the page has none
     */
    Optional<String> path(String pattern) {
        String last = path.substring(path.lastIndexOf('/') + 1);
        String named = pattern.replace("{slug}", last.isEmpty() ? "index" : last);
        if (!named.contains("{")) {
            return Optional.of(named);
        }
        return date.map(SourceDate::day)
                .map(day -> named.replace("{yyyy}", String.format(Locale.ROOT, "%04d", day.getYear()))
                        .replace("{mm}", String.format(Locale.ROOT, "%02d", day.getMonthValue()))
                        .replace("{dd}", String.format(Locale.ROOT, "%02d", day.getDayOfMonth())));
    }

    /**
     * What two spellings of one address have in common: lower case, no ending, no slash at the end, no query or fragment.
     * Keys of files begin with {@code file:}, as Hugo's {@code ref} means them.
     */
    static String key(String address) {
        String plain = address;
        for (char stop : new char[] {'?', '#'}) {
            int at = plain.indexOf(stop);
            plain = at < 0 ? plain : plain.substring(0, at);
        }
        plain = INDEX.matcher(ENDING.matcher(plain).replaceAll("")).replaceAll("$1");
        while (plain.length() > 1 && plain.endsWith("/")) {
            plain = plain.substring(0, plain.length() - 1);
        }
        return plain.isEmpty() ? "/" : plain.toLowerCase(Locale.ROOT);
    }

    static String fileKey(String file) {
        return "file:" + file.toLowerCase(Locale.ROOT);
    }

    private static Set<String> knownAs(
            String file, Set<String> aliases, String path, String usual, String name, Optional<SourceDate> date) {
        var keys = new LinkedHashSet<String>();
        keys.add(key(path));
        keys.add(key(usual));
        date.ifPresent(day -> keys.add(key(byDay(day, name))));
        keys.add(key("/" + file));
        keys.add(key("/" + withoutRoots(file)));
        keys.add(fileKey("/" + withoutRoots(file)));
        keys.add(fileKey(file.substring(file.lastIndexOf('/') + 1)));
        aliases.forEach(alias -> keys.add(key(alias)));
        return keys;
    }

    /** As visitors ask for it: with one slash before it and none behind it. */
    private static String address(String alias) {
        String path = alias.strip()
                .replaceFirst("[?#].*$", "")
                .replaceAll("/{2,}", "/")
                .replaceFirst("/$", "");
        return (path.startsWith("/") ? path : "/" + path).replace("\\", "/").replace(" ", "%20");
    }

    private static Set<String> aliases(FrontMatter front) {
        var aliases = new LinkedHashSet<String>();
        for (String key : List.of("aliases", "redirect_from")) {
            front.texts(key).stream()
                    .filter(alias -> !alias.contains("://"))
                    .map(SourceAddress::address)
                    .filter(alias -> alias.length() > 1)
                    .forEach(aliases::add);
        }
        return aliases;
    }

    /** {@code folder/content/news/x.md} is {@code news/x.md} to Hugo; {@code _posts} is no part of an address in Jekyll. */
    static String withoutRoots(String file) {
        int content = ("/" + file).indexOf("/content/");
        String bare = content < 0 ? file : file.substring(content + "content/".length());
        return bare.replaceFirst("^(.*/)?_posts/", "$1");
    }

    private static Optional<SourceDate> date(FrontMatter front, ZoneId zone, List<String> notes) {
        Optional<String> written = front.text("date", "publishDate", "pubDate");
        Optional<SourceDate> date = written.flatMap(text -> SourceDate.parse(text, zone));
        if (written.isPresent() && date.isEmpty()) {
            notes.add("The date \"" + written.get()
                    + "\" is not understood; write it as 2026-03-03 or 2026-03-03T09:00:00Z.");
        }
        return date;
    }

    private static String byDay(SourceDate date, String slug) {
        return String.format(
                Locale.ROOT,
                "/%04d/%02d/%02d/%s",
                date.day().getYear(),
                date.day().getMonthValue(),
                date.day().getDayOfMonth(),
                slug);
    }

    private static String byFolder(String bare, FrontMatter front, String slug) {
        String folder = bare.contains("/") ? bare.substring(0, bare.lastIndexOf('/')) : "";
        String name = bare.substring(bare.lastIndexOf('/') + 1);
        if (name.equals("_index") || name.equals("index") && front.text("slug").isEmpty()) {
            return slugs(folder);
        }
        // In Hugo an index.md is the page of its folder, and its slug takes the place of the folder's name.
        String above = name.equals("index") && folder.contains("/") ? folder.substring(0, folder.lastIndexOf('/')) : "";
        return slugs((name.equals("index") ? above : folder) + "/" + slug);
    }

    private static Optional<String> permalink(FrontMatter front, List<String> notes) {
        Optional<String> written = front.text("permalink", "url");
        if (written.isEmpty() || written.get().equalsIgnoreCase("false")) {
            return Optional.empty();
        }
        if (written.get().contains(":") || written.get().contains("{")) {
            notes.add("The permalink \"" + written.get() + "\" is a pattern and was not used.");
            return Optional.empty();
        }
        return Optional.of(slugs(key(written.get())));
    }

    private static String slugs(String path) {
        var out = new ArrayList<String>();
        for (String segment : path.split("/")) {
            if (!segment.isEmpty() && !segment.equals(".")) {
                out.add(slug(segment));
            }
        }
        return "/" + String.join("/", out);
    }

    private static String slug(String text) {
        return Slug.isSlug(text) ? text : Slug.of(text);
    }
}
