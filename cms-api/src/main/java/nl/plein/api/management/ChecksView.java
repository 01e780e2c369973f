package nl.plein.api.management;

import java.util.List;
import nl.plein.api.management.WorkflowView.WordsView;
import nl.plein.cms.workflow.CheckDraft;
import nl.plein.cms.workflow.Reason;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What the gates find in a draft.
 *
 * @param revision the draft that this speaks of
 * @param items    errors first
 */
@Schema(name = "Checks")
public record ChecksView(String revision, List<ItemView> items) {

    /** A finding and the gate that found it. */
    @Schema(name = "CheckItem")
    public record ItemView(String gate, String pointer, String code, String severity, WordsView message) {

        static ItemView of(CheckDraft.ByGate found) {
            Reason reason = found.reason();
            return new ItemView(
                    found.gate(),
                    reason.pointer(),
                    reason.code(),
                    reason.severity().key(),
                    WordsView.of(reason.words()));
        }
    }

    static ChecksView of(CheckDraft.Checked checked) {
        return new ChecksView(
                checked.draft().toString(),
                checked.reasons().stream().map(ItemView::of).toList());
    }
}
