package nl.plein.cms.workflow;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import nl.plein.cms.kernel.Finding;
import nl.plein.cms.workflow.Workflow.Transition;

/** Whether a workflow leads somewhere: every state can be reached, and left for visitors, and there is one door to them. */
final class WorkflowWays {

    private WorkflowWays() {}

    static List<Finding> findings(Workflow workflow) {
        List<Finding> found = new ArrayList<>();
        long doors =
                workflow.transitions().stream().filter(Transition::publishes).count();
        if (doors != 1) {
            found.add(new Finding(
                    "/transitions", "one-publishes", "Exactly one transition publishes; here " + doors + " do."));
        }
        for (int i = 0; i < workflow.transitions().size(); i++) {
            Transition one = workflow.transitions().get(i);
            if (one.publishes() && !one.from().equals(Set.of(one.to()))) {
                found.add(new Finding(
                        "/transitions/" + i + "/to",
                        "publishing-stays",
                        "Publishing leaves the state as it is: it begins in one state and ends there."));
            }
        }
        Set<String> reached = reached(workflow);
        Set<String> leading = leading(workflow);
        for (int i = 0; i < workflow.states().size(); i++) {
            String state = workflow.states().get(i).key();
            if (!reached.contains(state)) {
                found.add(new Finding(
                        "/states/" + i,
                        "unreachable",
                        "No transition leads to this state: add one, or take the state out."));
            } else if (doors == 1 && !leading.contains(state)) {
                found.add(new Finding(
                        "/states/" + i,
                        "dead-end",
                        "From this state nothing leads to publishing: add a transition, or take the state out."));
            }
        }
        return found;
    }

    private static Set<String> reached(Workflow workflow) {
        Set<String> reached = new LinkedHashSet<>(Set.of(workflow.first().key()));
        boolean more = true;
        while (more) {
            more = false;
            for (Transition one : workflow.transitions()) {
                more |= one.from().stream().anyMatch(reached::contains) && reached.add(one.to());
            }
        }
        return reached;
    }

    /** From which one comes to visitors. */
    private static Set<String> leading(Workflow workflow) {
        Set<String> leading = new LinkedHashSet<>();
        boolean more = true;
        while (more) {
            more = false;
            for (Transition one : workflow.transitions()) {
                if (one.publishes() || leading.contains(one.to())) {
                    more |= leading.addAll(one.from());
                }
            }
        }
        return leading;
    }
}
