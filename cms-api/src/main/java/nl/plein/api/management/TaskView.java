package nl.plein.api.management;

import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import nl.plein.api.management.WorkflowView.PersonName;
import nl.plein.api.management.WorkflowView.WordsView;
import nl.plein.cms.tasks.OpenTask;
import nl.plein.cms.workflow.Workflow.Transition;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A translation that waits for somebody.
 *
 * @param title    of the draft; may be empty
 * @param state    of its workflow
 * @param steps    transitions that lead on from there
 * @param assignee absent if it waits for all who may make one of the steps
 * @param since    the last step, or when it was first assigned
 * @param siteTime the deadline, on the clock of the site
 */
@Schema(name = "Task")
public record TaskView(
        String site,
        String siteName,
        String entry,
        String locale,
        String title,
        String state,
        WordsView stateName,
        List<String> steps,
        @Nullable PersonName assignee,
        Instant since,
        @Nullable Instant deadline,
        @Nullable String siteTime,
        boolean overdue) {

    static TaskView of(OpenTask open, Clock clock) {
        var deadline = open.task().deadline();
        return new TaskView(
                open.site().id().value(),
                open.site().name(),
                open.task().translation().entry().toString(),
                open.task().translation().locale(),
                open.next().draft().title(),
                open.next().state().key(),
                WordsView.of(open.next().state().name()),
                open.next().ways().stream().map(Transition::key).toList(),
                open.assignee().map(PersonName::of).orElse(null),
                open.task().since(),
                deadline.orElse(null),
                deadline.map(moment -> DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                                moment.atZone(open.site().zone())))
                        .orElse(null),
                deadline.filter(moment -> !moment.isAfter(clock.instant())).isPresent());
    }
}
