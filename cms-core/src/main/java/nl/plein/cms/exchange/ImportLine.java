package nl.plein.cms.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.plein.cms.kernel.EntryId;

/**
 * What became of one file of an import.
 *
 * @param number       its place in the report, from 1; 0 while it is not in one
 * @param file         its name in the archive, shortened to 200 characters
 * @param outcome      {@code created}, {@code updated}, {@code unchanged}, {@code skipped} or {@code failed}
 * @param state        {@code published}, {@code draft} or {@code archived}: what the source wants of it; empty if it made no entry
 * @param path         of its page; empty if it has none
 * @param notes        sentences: what was left out or overlooked, and why
 * @param missingLinks addresses in its text, as written, that lead to nothing in the archive
 */
public record ImportLine(
        int number,
        String file,
        String outcome,
        String state,
        String path,
        Optional<EntryId> entry,
        List<String> notes,
        List<String> missingLinks) {

    private static final int MOST = 50;
    private static final int LONGEST = 300;

    public ImportLine {
        notes = bounded(notes);
        missingLinks = bounded(missingLinks);
    }

    private static List<String> bounded(List<String> lines) {
        List<String> shortened =
                lines.stream().limit(MOST).map(ImportLine::shortened).toList();
        if (lines.size() <= MOST) {
            return shortened;
        }
        var bounded = new ArrayList<>(shortened);
        bounded.set(MOST - 1, "… and " + (lines.size() - MOST + 1) + " more.");
        return List.copyOf(bounded);
    }

    static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
    }
}
