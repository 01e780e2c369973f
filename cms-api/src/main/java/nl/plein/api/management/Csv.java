package nl.plein.api.management;

import java.util.List;
import java.util.stream.Collectors;

/** Lines of a table (RFC 4180) that a spreadsheet may open: no cell is a formula. */
final class Csv {

    /** Characters of a table that is made in memory. */
    static final int LARGEST = 32 << 20;

    private Csv() {}

    static String line(List<String> cells) {
        return cells.stream().map(Csv::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    /** What spreadsheets take for a formula is told to be text by an apostrophe before it. */
    static String cell(String text) {
        String bare = text.stripLeading();
        boolean formula = !text.isEmpty()
                && ("\t\r\n".indexOf(text.charAt(0)) >= 0 || !bare.isEmpty() && "=+-@|%".indexOf(bare.charAt(0)) >= 0);
        return "\"" + (formula ? "'" : "") + text.replace("\"", "\"\"") + "\"";
    }
}
