package nl.plein.cms.content;

import java.util.List;
import java.util.UUID;
import tools.jackson.databind.node.ObjectNode;

/**
 * The fields of a translation, checked and in normal form.
 *
 * @param hash     SHA-256 of its canonical JSON
 * @param pointers what it points at
 * @param model    the version of the model whose fields it has
 */
record Payload(ObjectNode json, String title, String hash, List<Pointer> pointers, long model) {

    Payload {
        pointers = List.copyOf(pointers);
    }

    /** @param kind one of those of {@link Reference}
     *  @param place JSON Pointer to the value that points */
    record Pointer(String kind, UUID target, String place) {}
}
