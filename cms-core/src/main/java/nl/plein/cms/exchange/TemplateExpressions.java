package nl.plein.cms.exchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.plein.cms.exchange.Archive.Unreadable;
import org.jsoup.nodes.Entities;

/**
 * What a site generator's templates left inside a text: {@code {{ … }}} and {@code {% … %}} of Nunjucks and Liquid,
 * {@code {{< … >}}} and {@code {{% … %}}} of Hugo. The few that mean a link, a picture or a box are understood; all others
 * stay in the text as they were written and are listed in the report.
 *
 * <p>Works in two steps around the Markdown reader, so that neither disturbs the other: {@link #hide} replaces expressions
 * by marks that Markdown takes for a word, {@link #show} puts HTML in their place.
 */
final class TemplateExpressions {

    private static final char MARK_START = '\uF8F0';
    private static final char MARK_END = '\uF8F1';
    private static final Pattern MARK = Pattern.compile(MARK_START + "(\\d{1,6})" + MARK_END);
    private static final Pattern LONE_MARK =
            Pattern.compile("<p>\\s*(" + MARK_START + "\\d{1,6}" + MARK_END + ")\\s*</p>");
    private static final Pattern LITERAL_TO_URL =
            Pattern.compile("([\"'])(.*)\\1\\s*\\|\\s*(?:url|relative_url|absolute_url)");
    private static final Pattern LITERAL_TO_EMBED = Pattern.compile("\"([^\"]*)\"\\s*\\|\\s*embed:\\s*([\"'])(.*)\\2");
    private static final Pattern BASE_URL = Pattern.compile("site\\.(?:baseurl|url)");
    private static final Pattern VARIABLE = Pattern.compile("(?:page\\.)?([A-Za-z_]\\w*)(?:\\s*\\|\\s*url)?");
    private static final Pattern BLOCK = Pattern.compile("</?(?:figure|aside|p|ul|details|blockquote)\\b");
    private static final int LONGEST = 20_000;
    private static final int MOST = 20_000;

    /** Characters: expressions that repeat a value make much of little. */
    private static final int LONGEST_SHOWN = MarkdownHtml.LONGEST;

    private final FrontMatter frontMatter;
    private final UnaryOperator<String> addressOfFile;
    private final List<String> shown = new ArrayList<>();
    private final Map<String, Integer> unknown = new LinkedHashMap<>();

    /** @param addressOfFile the path of the page that a source file becomes, for Hugo's {@code ref} */
    TemplateExpressions(FrontMatter frontMatter, UnaryOperator<String> addressOfFile) {
        this.frontMatter = frontMatter;
        this.addressOfFile = addressOfFile;
    }

    /** @return the text with addresses filled in and all other expressions replaced by marks */
    String hide(String text) {
        int understood = 0;
        Map<String, Integer> ends = new HashMap<>();
        var out = new StringBuilder(text.length());
        int at = 0;
        while (at < text.length()) {
            int start = nextStart(text, at);
            if (start < 0) {
                break;
            }
            int end = endOf(text, start, ends);
            out.append(text, at, start);
            if (end < 0) {
                out.append(text, start, start + 2);
                at = start + 2;
                continue;
            }
            String expression = text.substring(start, end);
            if (isTag(expression, "raw")) {
                at = rawEnd(text, end, out);
            } else {
                refuseTooMany(++understood);
                out.append(replaced(expression));
                at = end;
            }
            if (out.length() > LONGEST_SHOWN) {
                throw tooLong();
            }
        }
        return out.append(text, Math.min(at, text.length()), text.length()).toString();
    }

    /** @param html made from the hidden text */
    String show(String html) {
        return fill(fill(html, LONE_MARK), MARK);
    }

    /** One sentence for each kind of expression that was not understood. */
    List<String> notes() {
        return unknown.entrySet().stream()
                .map(e -> "Not understood and left in the text"
                        + (e.getValue() > 1 ? ", " + e.getValue() + " times" : "") + ": " + e.getKey())
                .toList();
    }

    private String fill(String html, Pattern pattern) {
        Matcher matcher = pattern.matcher(html);
        var out = new StringBuilder(html.length());
        while (matcher.find()) {
            String digits = matcher.group(1).replaceAll("\\D", "");
            int index = Integer.parseInt(digits);
            String value = index < shown.size() ? shown.get(index) : "";
            boolean alone = pattern == LONE_MARK && !startsBlock(value);
            matcher.appendReplacement(out, Matcher.quoteReplacement(alone ? "<p>" + value + "</p>" : value));
            if (out.length() > LONGEST_SHOWN) {
                throw tooLong();
            }
        }
        return matcher.appendTail(out).toString();
    }

    private static void refuseTooMany(int expressions) {
        if (expressions > MOST) {
            throw new Unreadable("It has more than " + MOST + " template expressions.");
        }
    }

    private static Unreadable tooLong() {
        return new Unreadable("Its template expressions make it longer than " + LONGEST_SHOWN + " characters.");
    }

    private static boolean startsBlock(String html) {
        return BLOCK.matcher(html).lookingAt();
    }

    private String replaced(String expression) {
        Optional<String> understood = expression.startsWith("{{<") || expression.startsWith("{{%")
                ? shortcode(expression)
                : expression.startsWith("{{") ? output(inside(expression, 2)) : tag(inside(expression, 2));
        if (understood.isPresent()) {
            return understood.get();
        }
        unknown.merge(kindOf(expression), 1, Integer::sum);
        return mark(escaped(expression));
    }

    /** {@code {{ … }}} of Nunjucks and Liquid. */
    private Optional<String> output(String inside) {
        Matcher literal = LITERAL_TO_URL.matcher(inside);
        if (literal.matches()) {
            return Optional.of(address(literal.group(2)));
        }
        if (BASE_URL.matcher(inside).matches()) {
            return Optional.of("");
        }
        Matcher embed = LITERAL_TO_EMBED.matcher(inside);
        if (embed.matches()) {
            return Optional.of(mark(link(embed.group(1), embed.group(3))));
        }
        Matcher variable = VARIABLE.matcher(inside);
        return variable.matches()
                ? frontMatter.text(variable.group(1)).map(value -> value.startsWith("/") ? address(value) : value)
                : Optional.empty();
    }

    /** {@code {% … %}} of Nunjucks and Liquid. */
    private Optional<String> tag(String inside) {
        var arguments = Arguments.of(inside);
        if (arguments.name().equals("image") && arguments.count() >= 2) {
            return Optional.of(mark(image("/" + arguments.at(0), arguments.from(1), "")));
        }
        if (arguments.name().equals("image_with_class") && arguments.count() >= 3) {
            return Optional.of(mark(image("/" + arguments.at(0), arguments.from(2), "")));
        }
        return arguments.name().equals("endraw") ? Optional.of("") : Optional.empty();
    }

    private Optional<String> shortcode(String expression) {
        String inside = inside(expression, 3);
        if (inside.startsWith("/*") && inside.endsWith("*/")) {
            String shownSource = expression.substring(0, 3)
                    + inside.substring(2, inside.length() - 2)
                    + expression.substring(expression.length() - 3);
            return Optional.of(mark(escaped(shownSource)));
        }
        var arguments = Arguments.of(inside);
        return switch (arguments.name()) {
            case "ref", "relref", "tmp" ->
                arguments.count() == 0 ? Optional.empty() : Optional.of(address(addressOfFile.apply(arguments.at(0))));
            case "link" -> arguments.count() == 0 ? Optional.empty() : Optional.of(addressOf(arguments.at(0)));
            case "legacy-file", "asset-static" -> file(arguments);
            case "button" ->
                Optional.of(block("<p>" + link(arguments.named("href"), arguments.named("text")) + "</p>"));
            case "featured-resource" ->
                Optional.of(block("<p>" + link("/" + arguments.named("link"), arguments.named("kicker")) + "</p>"));
            case "quote-block" ->
                Optional.of(block("<blockquote>" + MarkdownHtml.of(arguments.named("text"))
                        + MarkdownHtml.of(arguments.named("cite")) + "</blockquote>"));
            case "legacy-img", "legacy-img-right", "img", "img-right", "img-left", "figure" ->
                Optional.of(
                        mark(image("/" + arguments.named("src"), arguments.named("alt"), arguments.named("caption"))));
            case "tweet" ->
                Optional.of(mark(link(
                        "https://twitter.com/" + arguments.named("user") + "/status/" + arguments.named("id"),
                        "Tweet by @" + arguments.named("user"))));
            case "youtube" ->
                Optional.of(mark(link(
                        "https://www.youtube.com/watch?v="
                                + (arguments.named("id").isEmpty() ? arguments.at(0) : arguments.named("id")),
                        arguments.named("title").isEmpty() ? "Video" : arguments.named("title"))));
            case "highlight" -> Optional.of(mark("<strong>"));
            case "/highlight" -> Optional.of(mark("</strong>"));
            default -> container(arguments);
        };
    }

    /** What stands around a part of the text, and ends by the same name with a slash. */
    private Optional<String> container(Arguments arguments) {
        return switch (arguments.name()) {
            case "box", "note" -> Optional.of(block("<aside>"));
            case "ring", "card-policy" ->
                Optional.of(block("<aside><p><strong>" + escaped(arguments.named("title")) + "</strong></p>"));
            case "/box", "/note", "/ring", "/card-policy" -> Optional.of(block("</aside>"));
            case "accordion" ->
                Optional.of(block("<details><summary>"
                        + escaped((arguments.named("kicker") + " " + arguments.named("title")).strip())
                        + "</summary>"));
            case "/accordion" -> Optional.of(block("</details>"));
            case "checklist", "checklist-sublist" -> Optional.of(block("<ul>"));
            case "do-dont-table" ->
                Optional.of(block("<p><strong>" + escaped(arguments.named("caption")) + "</strong></p><ul>"));
            case "/checklist", "/checklist-sublist", "/do-dont-table" -> Optional.of(block("</ul>"));
            case "checkbox", "checkbox-sublist-item" -> Optional.of(mark("<li>"));
            case "do-row" -> Optional.of(mark("<li><strong>Do:</strong> "));
            case "dont-row" -> Optional.of(mark("<li><strong>Don’t:</strong> "));
            case "/checkbox", "/checkbox-sublist-item", "/do-row", "/dont-row" -> Optional.of(mark("</li>"));
            case "row", "/row" -> Optional.of("");
            default -> Optional.empty();
        };
    }

    private String block(String html) {
        return "\n\n" + mark(html) + "\n\n";
    }

    /** A path, or a file as {@code ref} names it. */
    private String addressOf(String target) {
        return address(target.matches("(?i)[^#?]*\\.(md|markdown)(#.*)?") ? addressOfFile.apply(target) : target);
    }

    private Optional<String> file(Arguments arguments) {
        String file = arguments.named("file").isEmpty() ? arguments.named("src") : arguments.named("file");
        if (!file.isEmpty()) {
            String label = arguments.named("label");
            return Optional.of(mark(link("/" + file, label.isEmpty() ? file : label)));
        }
        return arguments.count() == 0 ? Optional.empty() : Optional.of(address("/" + arguments.at(0)));
    }

    private String mark(String html) {
        shown.add(html);
        return MARK_START + Integer.toString(shown.size() - 1) + MARK_END;
    }

    private static String image(String source, String alt, String caption) {
        String image = "<img src=\""
                + escaped(source.replaceFirst("^/+(?=https?:)", "").replaceFirst("^/{2,}", "/")) + "\" alt=\""
                + escaped(alt) + "\">";
        return caption.isEmpty() ? image : "<figure>" + image + "<figcaption>" + caption + "</figcaption></figure>";
    }

    private static String link(String address, String label) {
        return "<a href=\"" + escaped(address) + "\">" + escaped(label) + "</a>";
    }

    /** Safe inside a Markdown link, an HTML attribute and plain text. */
    private static String address(String text) {
        return text.strip()
                .replace(" ", "%20")
                .replace("\"", "%22")
                .replace("<", "%3C")
                .replace(">", "%3E")
                .replace("(", "%28")
                .replace(")", "%29");
    }

    private static String escaped(String text) {
        return Entities.escape(text).replace("\"", "&quot;");
    }

    private static int nextStart(String text, int from) {
        for (int at = text.indexOf('{', from); at >= 0 && at + 1 < text.length(); at = text.indexOf('{', at + 1)) {
            char next = text.charAt(at + 1);
            if (next == '{' || next == '%') {
                return at;
            }
        }
        return -1;
    }

    /** The index after the expression that starts here, or -1: looks {@value #LONGEST} characters far, of which {@code ends}
     *  keeps the next one of each kind, so that the work stays linear. */
    private static int endOf(String text, int start, Map<String, Integer> ends) {
        String close = text.startsWith("{{<", start)
                ? ">}}"
                : text.startsWith("{{%", start) ? "%}}" : text.startsWith("{{", start) ? "}}" : "%}";
        int end = ends.getOrDefault(close, 0);
        if (end < start + 2) {
            int found = text.indexOf(close, start + 2);
            end = found < 0 ? Integer.MAX_VALUE : found;
            ends.put(close, end);
        }
        return end - start > LONGEST / 10 - close.length() ? -1 : end + close.length();
    }

    /** Copies what stands between {@code {% raw %}} and {@code {% endraw %}} untouched. */
    private static int rawEnd(String text, int from, StringBuilder out) {
        Matcher end = Pattern.compile("\\{%-?\\s*endraw\\s*-?%\\}").matcher(text);
        boolean found = end.find(from);
        out.append(text, from, found ? end.start() : text.length());
        return found ? end.end() : text.length();
    }

    private static boolean isTag(String expression, String name) {
        return expression.startsWith("{%") && inside(expression, 2).equals(name);
    }

    private static String inside(String expression, int fence) {
        String inside = expression.substring(fence, expression.length() - fence).strip();
        inside = inside.startsWith("-") ? inside.substring(1) : inside;
        return (inside.endsWith("-") ? inside.substring(0, inside.length() - 1) : inside).strip();
    }

    /** The expression without what differs from use to use: {@code {{ "…" | team_link }}}. */
    private static String kindOf(String expression) {
        String kind = expression
                .replaceAll("\"[^\"]*\"", "\"…\"")
                .replaceAll("'[^']*'", "'…'")
                .replaceAll("\\s+", " ");
        return kind.length() <= 120 ? kind : kind.substring(0, 119) + "…";
    }

    /** {@code name "first" 'second' key="value"}. A quote inside a value does not end it unless white space follows. */
    private record Arguments(String name, List<String> positional, Map<String, String> byName, String source) {

        private static final Pattern ARGUMENT = Pattern.compile(
                "(?:([\\w-]+)=)?(?:\"((?:\\\\.|[^\"\\\\]|\"(?=[^\\s]))*+)\"|'([^']*)'|([^\\s\"']+))(?=\\s|$)");

        static Arguments of(String source) {
            String[] parts = source.split("\\s+", 2);
            var positional = new ArrayList<String>();
            var byName = new LinkedHashMap<String, String>();
            String rest = parts.length > 1 ? parts[1] : "";
            Matcher matcher = ARGUMENT.matcher(rest);
            while (matcher.find()) {
                String value = matcher.group(2) != null
                        ? matcher.group(2).replace("\\\"", "\"")
                        : matcher.group(3) != null ? matcher.group(3) : matcher.group(4);
                if (matcher.group(1) == null) {
                    positional.add(value);
                } else {
                    byName.putIfAbsent(matcher.group(1), value);
                }
            }
            return new Arguments(parts[0], positional, byName, rest);
        }

        int count() {
            return positional.size();
        }

        String at(int index) {
            return index < positional.size() ? positional.get(index) : "";
        }

        /** This argument and what was torn off it by quotes inside. */
        String from(int index) {
            return String.join(" ", positional.subList(Math.min(index, positional.size()), positional.size()));
        }

        String named(String key) {
            return byName.getOrDefault(key, "");
        }
    }
}
