package nl.plein.cms.search;

import java.util.Map;
import nl.plein.cms.kernel.Cursors;
import nl.plein.cms.kernel.Invalid;

/**
 * Where a list goes on: at which version, after which place. Signed, and of use to the same question only.
 *
 * @param place as the list that wrote it understands it
 */
record ListCursor(long version, String place) {

    String sign(String question, Cursors cursors) {
        return cursors.sign(Map.of("q", question, "v", Long.toString(version), "p", place));
    }

    /** @throws Invalid {@code bad-cursor} also for the cursor of another question, {@code expired-cursor} */
    static ListCursor open(String cursor, String question, Cursors cursors) {
        Map<String, String> position = cursors.open(cursor);
        if (!question.equals(position.get("q"))) {
            throw new Invalid(
                    "bad-cursor",
                    "This cursor belongs to another question: keep all parameters but cursor, pageSize and count as they were.");
        }
        return new ListCursor(Long.parseLong(position.getOrDefault("v", "0")), position.getOrDefault("p", ""));
    }
}
