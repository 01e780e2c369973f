package nl.plein.site.template;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Reads a finished page as a browser would and refuses what could run or load something that is not the site's own, wherever it came
 * from: inline scripts and styles, event attributes, dangerous addresses, frames, files from other hosts. One pass, no tree.
 * Where browsers would disagree about what a text means, it is refused too.
 */
public final class OutputGuard {
    private static final Set<String> FORBIDDEN = Set.of(
            "style",
            "iframe",
            "frame",
            "frameset",
            "object",
            "embed",
            "applet",
            "base",
            "noscript",
            "xmp",
            "plaintext",
            "noembed",
            "noframes",
            "animate",
            "set",
            "animatetransform",
            "animatemotion",
            "foreignobject",
            "portal",
            "fencedframe",
            "math");
    private static final Set<String> ADDRESSES = Set.of(
            "href",
            "xlink:href",
            "src",
            "action",
            "formaction",
            "poster",
            "data",
            "cite",
            "background",
            "ping",
            "longdesc",
            "manifest");
    private static final Set<String> LOADS =
            Set.of("src", "poster", "background", "srcset", "imagesrcset", "data", "manifest", "ping");
    private static final Set<String> LOADING_RELS = Set.of(
            "stylesheet",
            "icon",
            "preload",
            "modulepreload",
            "prefetch",
            "preconnect",
            "dns-prefetch",
            "manifest",
            "prerender",
            "apple-touch-icon",
            "mask-icon",
            "shortcut");
    private static final Set<String> SCHEMES = Set.of("http", "https", "mailto", "tel");

    private final String page;
    private int at;
    private String element = "";
    private String rel = "";
    private String href = "";
    private boolean hasSource;
    private boolean isData;

    private OutputGuard(String page) {
        this.page = page;
    }

    /** @return what is wrong, in words for a theme maker; empty for a page that may go out */
    public static Optional<String> objection(String page) {
        try {
            new OutputGuard(page).read();
            return Optional.empty();
        } catch (Objection e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    private void read() {
        for (at = page.indexOf('<'); at >= 0 && at < page.length(); at = page.indexOf('<', at)) {
            char next = at + 1 < page.length() ? page.charAt(at + 1) : ' ';
            if (isLetter(next)) {
                tag();
            } else if (next == '/') {
                skipTo(">", 1);
            } else if (next == '!') {
                declaration();
            } else if (next == '?') {
                throw wrong("'<?' has no place in HTML");
            } else {
                at++;
            }
        }
    }

    private void declaration() {
        if (page.startsWith("<!--", at)) {
            comment();
        } else if (page.regionMatches(true, at, "<!doctype", 0, 9)) {
            skipTo(">", 1);
        } else {
            throw wrong("'<!' begins neither a comment nor the doctype");
        }
    }

    /** Browsers also end comments at {@code --!>}, {@code <!-->} and {@code <!--->}. */
    private void comment() {
        int plain = page.indexOf("-->", at + 2);
        int odd = page.indexOf("--!>", at + 2);
        if (plain < 0 || odd >= 0 && odd < plain) {
            throw wrong("a comment does not end with '-->'");
        }
        at = plain + 3;
    }

    private void tag() {
        int start = ++at;
        while (at < page.length() && !isSpace(page.charAt(at)) && page.charAt(at) != '/' && page.charAt(at) != '>') {
            at++;
        }
        element = page.substring(start, at).toLowerCase(Locale.ROOT);
        if (FORBIDDEN.contains(element)) {
            throw wrong("the element <" + element + "> is not allowed");
        }
        rel = "";
        href = "";
        hasSource = false;
        isData = false;
        while (attribute()) {
            // each attribute judges itself
        }
        whole();
    }

    /** What can only be judged when all attributes are known. */
    private void whole() {
        switch (element) {
            case "script" -> {
                if (!hasSource && !isData) {
                    throw wrong("an inline <script> is not allowed; use {island('name')} as its src");
                }
                skipTo("</script", 0);
            }
            case "title", "textarea" -> skipTo("</" + element, 0);
            case "link" -> {
                for (String word : rel.toLowerCase(Locale.ROOT).split("\\s+")) {
                    if (LOADING_RELS.contains(word)) {
                        local("href", href);
                    }
                }
            }
            default -> {
                // nothing more
            }
        }
    }

    private boolean attribute() {
        while (at < page.length() && (isSpace(page.charAt(at)) || page.charAt(at) == '/')) {
            at++;
        }
        if (at >= page.length()) {
            throw wrong("the tag <" + element + "> is not closed");
        }
        if (page.charAt(at) == '>') {
            at++;
            return false;
        }
        int start = at;
        while (at < page.length() && !isSpace(page.charAt(at)) && "=/>".indexOf(page.charAt(at)) < 0) {
            char c = page.charAt(at++);
            if (c == '"' || c == '\'' || c == '<') {
                throw wrong("the tag <" + element + "> has a stray " + c + "; is a value without quotes?");
            }
        }
        String name = page.substring(start, at).toLowerCase(Locale.ROOT);
        judge(name, value());
        return true;
    }

    private String value() {
        int look = at;
        while (look < page.length() && isSpace(page.charAt(look))) {
            look++;
        }
        if (look >= page.length() || page.charAt(look) != '=') {
            return "";
        }
        at = look + 1;
        while (at < page.length() && isSpace(page.charAt(at))) {
            at++;
        }
        char quote = at < page.length() ? page.charAt(at) : ' ';
        if (quote == '"' || quote == '\'') {
            int end = page.indexOf(quote, at + 1);
            if (end < 0) {
                throw wrong("a value of <" + element + "> has no closing " + quote);
            }
            String value = page.substring(at + 1, end);
            at = end + 1;
            return value;
        }
        int start = at;
        while (at < page.length() && !isSpace(page.charAt(at)) && page.charAt(at) != '>') {
            at++;
        }
        return page.substring(start, at);
    }

    private void judge(String name, String value) {
        if (name.startsWith("on") || name.equals("style") || name.equals("srcdoc") || name.equals("http-equiv")) {
            throw wrong("the attribute " + name + " is not allowed on <" + element + ">");
        }
        if (ADDRESSES.contains(name)) {
            safe(name, value);
        }
        if (LOADS.contains(name)) {
            local(name, value);
        }
        switch (name) {
            case "src" -> hasSource = !value.isEmpty();
            case "rel" -> rel = value;
            case "href" -> href = value;
            case "type" -> isData = value.equals("application/ld+json") || value.equals("application/json");
            default -> {
                // any other attribute is only text
            }
        }
        if (element.equals("use") && name.endsWith("href")) {
            local(name, value);
        }
    }

    private void safe(String name, String value) {
        String address = decoded(value);
        int colon = address.indexOf(':');
        if (colon < 0) {
            return;
        }
        String before = address.substring(0, colon);
        boolean isPath = before.indexOf('/') >= 0 || before.indexOf('?') >= 0 || before.indexOf('#') >= 0;
        if (!isPath && !SCHEMES.contains(before.toLowerCase(Locale.ROOT))) {
            throw wrong("the address '" + value + "' in " + name + " of <" + element + "> is not allowed");
        }
    }

    /** What a page loads lies in its own site. */
    private void local(String name, String value) {
        for (String part : name.endsWith("srcset") ? value.split(",") : new String[] {value}) {
            String address = decoded(part);
            String slashes = address.replace('\\', '/');
            int colon = slashes.indexOf(':');
            int slash = slashes.indexOf('/');
            if (slashes.startsWith("//") || colon >= 0 && (slash < 0 || colon < slash)) {
                throw wrong("<" + element + "> loads '" + value + "' from elsewhere; files of a page lie in the site");
            }
        }
    }

    /** Without the white space and entities that browsers see through. */
    private static String decoded(String value) {
        String text = value;
        if (text.indexOf('&') >= 0) {
            text = Entities.decoded(text);
        }
        if (isBare(text)) {
            return text;
        }
        StringBuilder bare = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > ' ') {
                bare.append(text.charAt(i));
            }
        }
        return bare.toString();
    }

    private static boolean isBare(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) <= ' ') {
                return false;
            }
        }
        return true;
    }

    private void skipTo(String mark, int beyond) {
        int found = page.indexOf(mark.charAt(0), at);
        found = found < 0 ? page.length() : found;
        int last = page.length() - mark.length();
        while (found <= last && !page.regionMatches(true, found, mark, 0, mark.length())) {
            found = page.indexOf(mark.charAt(0), found + 1);
            found = found < 0 ? page.length() : found;
        }
        if (found > last) {
            throw wrong("'" + mark + "' is missing");
        }
        at = found + (beyond == 0 ? 0 : mark.length());
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
    }

    private Objection wrong(String what) {
        int from = Math.max(0, Math.min(page.length(), at) - 40);
        String near = page.substring(from, Math.min(page.length(), from + 90)).replaceAll("\\s+", " ");
        return new Objection(what + ", near: " + near);
    }

    private static final class Objection extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Objection(String message) {
            super(message, null, false, false);
        }
    }
}
