package nl.plein.cms.model;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.plein.cms.kernel.Finding;
import tools.jackson.databind.JsonNode;

/** What JSON Schema can't say: dates that exist, links that lead somewhere safe, blocks with ids of their own. */
final class PayloadRules {

    private final Map<String, ContentType> types;
    private final List<Finding> findings;

    PayloadRules(Map<String, ContentType> types, List<Finding> findings) {
        this.types = types;
        this.findings = findings;
    }

    void check(List<Field> fields, JsonNode payload, String pointer) {
        for (Field field : fields) {
            JsonNode value = payload.path(field.key());
            String at = pointer + "/" + field.key();
            switch (field.kind()) {
                case DATE, DATE_TIME -> checkDate(field, value, at);
                case LINK -> checkLink(value, at);
                case BLOCKS -> checkBlocks(value, at);
                case GROUP -> check(field.fields(), value, at);
                case GROUPS -> checkGroups(field, value, at);
                default -> {}
            }
        }
    }

    private void checkDate(Field field, JsonNode value, String at) {
        if (value.isString() && !exists(field.kind(), value.stringValue()) && isNew(at)) {
            findings.add(new Finding(at, "wrong-format", "There is no such day or time: " + value.stringValue() + "."));
        }
    }

    private static boolean exists(FieldKind kind, String text) {
        try {
            if (kind == FieldKind.DATE) {
                LocalDate.parse(text);
            } else {
                OffsetDateTime.parse(text);
            }
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private void checkLink(JsonNode value, String at) {
        if (!value.isObject()) {
            return;
        }
        if (value.has("entry") == value.has("href")) {
            findings.add(new Finding(at, "wrong-format", "A link has either an \"entry\" or an \"href\"."));
        } else if (value.path("href").isString()
                && Addresses.ofLink(value.get("href").stringValue()).isEmpty()) {
            findings.add(new Finding(
                    at + "/href",
                    "unsafe-address",
                    "Use an address that starts with https:, http:, mailto:, tel:, / or #."));
        }
    }

    private void checkBlocks(JsonNode value, String at) {
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < value.size(); i++) {
            JsonNode block = value.path(i);
            if (!ids.add(block.path("id").asString(""))) {
                findings.add(new Finding(
                        at + "/" + i + "/id", "id-taken", "Another block has this id: give it one of its own."));
            }
            ContentType type = types.get(block.path("type").asString(""));
            if (type != null && type.isBlock()) {
                check(type.fields(), block.path("fields"), at + "/" + i + "/fields");
            }
        }
    }

    private void checkGroups(Field field, JsonNode value, String at) {
        for (int i = 0; i < value.size(); i++) {
            check(field.fields(), value.path(i), at + "/" + i);
        }
    }

    private boolean isNew(String at) {
        return findings.stream().noneMatch(finding -> finding.pointer().equals(at));
    }
}
