package nl.plein.cms.exchange;

import java.util.regex.Pattern;
import nl.plein.cms.exchange.Archive.Unreadable;

/**
 * Tables whose cells are not there: GitHub's Markdown gives each row as many cells as the head has columns, so that a line of
 * one character may become thousands of cells.
 */
final class TableBounds {

    /** Cells of one table that may be more than its characters. */
    private static final long MOST_CELLS = 50_000;

    private static final Pattern DIVIDER = Pattern.compile("[\\s>*+\\d.)|:-]*-[\\s|:-]*");
    private static final Pattern EMPTY = Pattern.compile("[\\s>]*");

    private TableBounds() {}

    /** @throws Unreadable when a table of this Markdown would have many more cells than it has characters */
    static void check(String markdown) {
        long columns = 0;
        long rows = 0;
        long characters = 0;
        for (int start = 0; start < markdown.length(); ) {
            int end = markdown.indexOf('\n', start);
            end = end < 0 ? markdown.length() : end;
            String line = markdown.substring(start, end);
            start = end + 1;
            if (line.indexOf('|') >= 0 && DIVIDER.matcher(line).matches()) {
                columns = Math.max(columns, line.chars().filter(c -> c == '|').count() + 1);
            } else if (EMPTY.matcher(line).matches()) {
                columns = 0;
                rows = 0;
                characters = 0;
            }
            rows++;
            characters += line.length() + 1;
            if (columns * rows > MOST_CELLS && columns * rows > characters) {
                throw new Unreadable("It has a table of more than " + MOST_CELLS + " cells, most of them empty.");
            }
        }
    }
}
