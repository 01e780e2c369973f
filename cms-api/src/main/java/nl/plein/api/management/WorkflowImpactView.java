package nl.plein.api.management;

import java.util.List;
import nl.plein.api.management.WorkflowView.WordsView;
import nl.plein.cms.workflow.WorkflowImpact;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What another definition of a workflow would mean.
 *
 * @param fingerprint names this impact; to be stated with the change
 * @param needed      whether the change is refused without the fingerprint
 * @param follows     types on sites that follow the workflow
 * @param states      those that would go or mean something else
 */
@Schema(name = "WorkflowImpact")
public record WorkflowImpactView(
        String workflow, String fingerprint, boolean needed, List<FollowsView> follows, List<StateView> states) {

    /** A type on a site. */
    @Schema(name = "WorkflowFollower")
    public record FollowsView(String site, String type) {}

    /** How many drafts of a type on a site are in a state; what visitors see as it is does not count. */
    @Schema(name = "WorkflowDrafts")
    public record DraftsView(String site, String type, long drafts) {}

    /** A state to which something happens. @param drafts in all */
    @Schema(name = "WorkflowStateImpact")
    public record StateView(String state, WordsView name, String fate, long drafts, List<DraftsView> places) {

        static StateView of(WorkflowImpact.StateChange change) {
            return new StateView(
                    change.state(),
                    WordsView.of(change.name()),
                    change.fate().key(),
                    change.count(),
                    change.drafts().stream()
                            .map(one -> new DraftsView(one.site().value(), one.type(), one.drafts()))
                            .toList());
        }
    }

    static WorkflowImpactView of(String workflow, WorkflowImpact impact) {
        return new WorkflowImpactView(
                workflow,
                impact.fingerprint(),
                impact.takesAway(),
                impact.follows().stream()
                        .map(one -> new FollowsView(one.site().value(), one.type()))
                        .toList(),
                impact.states().stream().map(StateView::of).toList());
    }
}
