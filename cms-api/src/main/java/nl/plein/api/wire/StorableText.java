package nl.plein.api.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.plein.api.problem.Problem;
import nl.plein.api.problem.Refused;
import tools.jackson.databind.JsonNode;

/** JSON may say characters that no database keeps and no page shows: NUL, and halves of surrogate pairs. */
final class StorableText {

    private StorableText() {}

    /** @throws Refused 400 that names each value with such a character */
    static void check(JsonNode json) {
        List<Problem.Fault> faults = new ArrayList<>();
        visit(json, "", faults);
        if (!faults.isEmpty()) {
            throw Refused.body(faults);
        }
    }

    private static void visit(JsonNode value, String pointer, List<Problem.Fault> faults) {
        if (value.isString()) {
            look(value.stringValue(), pointer, faults);
        } else if (value.isArray()) {
            for (int i = 0; i < value.size(); i++) {
                visit(value.get(i), pointer + "/" + i, faults);
            }
        } else {
            for (Map.Entry<String, JsonNode> member : value.properties()) {
                look(member.getKey(), pointer, faults);
                visit(member.getValue(), pointer + "/" + member.getKey(), faults);
            }
        }
    }

    private static void look(String text, String pointer, List<Problem.Fault> faults) {
        if (!isStorable(text)) {
            faults.add(new Problem.Fault(
                    "body",
                    pointer,
                    "unstorable-character",
                    "Leave out the NUL character and surrogates that are no pair: they stand for no text."));
        }
    }

    static boolean isStorable(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean pair = Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1));
            if (c == 0 || (Character.isSurrogate(c) && !pair)) {
                return false;
            }
            i += pair ? 1 : 0;
        }
        return true;
    }
}
