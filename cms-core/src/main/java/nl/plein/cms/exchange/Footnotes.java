package nl.plein.cms.exchange;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.plein.cms.exchange.Archive.Unreadable;

/**
 * Footnotes as PHP Markdown Extra and GitHub write them: {@code [^1]} in the text, {@code [^1]: …} below it.
 *
 * @param text  the Markdown with references made into links, and without the notes
 * @param notes Markdown of each note, by its number, in the order in which they are referred to
 */
record Footnotes(String text, Map<Integer, String> notes) {

    private static final Pattern DEFINITION = Pattern.compile("^ {0,3}\\[\\^([^\\]\\s]{1,60})]:[ \\t]*(.*)$");
    private static final Pattern REFERENCE = Pattern.compile("\\[\\^([^\\]\\s]{1,60})]");
    private static final Pattern FENCE = Pattern.compile("^ {0,3}(```|~~~).*$");

    private static final int MOST = 10_000;

    /** @throws Unreadable when there are more than anybody writes */
    static Footnotes of(String markdown) {
        if (!markdown.contains("[^")) {
            return new Footnotes(markdown, Map.of());
        }
        if (REFERENCE.matcher(markdown).results().limit(MOST + 1).count() > MOST) {
            throw new Unreadable("It has more than " + MOST + " footnotes and references to them.");
        }
        var definitions = new LinkedHashMap<String, StringBuilder>();
        List<String> lines = withoutDefinitions(markdown.split("\n", -1), definitions);
        var numbers = new LinkedHashMap<String, Integer>();
        boolean inCode = false;
        for (int i = 0; i < lines.size(); i++) {
            inCode ^= FENCE.matcher(lines.get(i)).matches();
            if (!inCode) {
                lines.set(i, linked(lines.get(i), definitions, numbers));
            }
        }
        var notes = new LinkedHashMap<Integer, String>();
        definitions.keySet().forEach(name -> numbers.computeIfAbsent(name, n -> numbers.size() + 1));
        numbers.forEach((name, number) -> notes.put(
                number, definitions.getOrDefault(name, new StringBuilder()).toString()));
        return new Footnotes(String.join("\n", lines), notes);
    }

    /** Writes the notes as a list for the end of the text; nothing when there are none. @param writer of one note's HTML */
    void list(MarkdownHtml.Bounded out, Consumer<String> writer) {
        if (notes.isEmpty()) {
            return;
        }
        out.append("<ol class=\"footnotes\">");
        notes.forEach((number, note) -> {
            out.append("<li id=\"fn-" + number + "\">");
            writer.accept(note);
            out.append("</li>");
        });
        out.append("</ol>");
    }

    private static List<String> withoutDefinitions(String[] lines, Map<String, StringBuilder> definitions) {
        var kept = new ArrayList<String>(lines.length);
        boolean inCode = false;
        StringBuilder open = null;
        for (String line : lines) {
            inCode ^= FENCE.matcher(line).matches();
            Matcher definition = DEFINITION.matcher(line);
            if (!inCode && definition.matches() && !definitions.containsKey(definition.group(1))) {
                open = new StringBuilder(definition.group(2));
                definitions.put(definition.group(1), open);
            } else if (open != null && !line.isBlank() && line.startsWith("    ")) {
                open.append('\n').append(line.strip());
            } else {
                open = line.isBlank() ? open : null;
                kept.add(line);
            }
        }
        return kept;
    }

    private static String linked(String line, Map<String, StringBuilder> definitions, Map<String, Integer> numbers) {
        Matcher reference = REFERENCE.matcher(line);
        var out = new StringBuilder();
        while (reference.find()) {
            String name = reference.group(1);
            if (!definitions.containsKey(name)) {
                continue;
            }
            int number = numbers.computeIfAbsent(name, n -> numbers.size() + 1);
            reference.appendReplacement(
                    out, "<sup id=\"fnref-" + number + "\"><a href=\"#fn-" + number + "\">" + number + "</a></sup>");
        }
        return reference.appendTail(out).toString();
    }
}
