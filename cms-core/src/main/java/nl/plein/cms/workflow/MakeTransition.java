package nl.plein.cms.workflow;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import nl.plein.cms.audit.Audit;
import nl.plein.cms.content.TranslationKey;
import nl.plein.cms.content.Translations;
import nl.plein.cms.kernel.Conflict;
import nl.plein.cms.kernel.Ids;
import nl.plein.cms.kernel.Invalid;
import nl.plein.cms.kernel.Json;
import nl.plein.cms.kernel.NotPermitted;
import nl.plein.cms.kernel.Seen;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.people.Access;
import nl.plein.cms.people.Calling;
import nl.plein.cms.people.Permission;
import nl.plein.cms.tenancy.SiteRef;
import nl.plein.cms.workflow.Workflow.Transition;

/** Brings a translation from one state of its workflow to another: submits, approves, returns. */
@ApplicationScoped
public class MakeTransition {

    private static final int LONGEST = 2_000;

    @Inject
    Access access;

    @Inject
    Calling calling;

    @Inject
    Translations translations;

    @Inject
    DraftInWorkflow drafts;

    @Inject
    MadeTransitions transitions;

    @Inject
    Obstacles obstacles;

    @Inject
    Ids ids;

    @Inject
    Clock clock;

    @Inject
    Audit audit;

    @Inject
    Event<StepMade> stepMade;

    /**
     * The draft stays what it is while this goes on: what is approved is what was seen.
     *
     * @param transition key of one of the workflow that the type follows on this site
     * @param seen       the revision that was looked at
     * @param words      for those who are concerned; may be empty
     * @throws Invalid      {@code unknown-transition}, {@code publish-instead}, {@code words-too-long}
     * @throws Conflict     {@code wrong-state}, {@code approval-lapsed} or the code of a gate, with findings
     * @throws NotPermitted {@code role-missing} with findings
     * @throws nl.plein.cms.kernel.NotFound {@code unknown-translation}, {@code unknown-entry}
     * @throws nl.plein.cms.kernel.Stale    {@code precondition-failed}
     */
    @Transactional
    public void perform(SiteId id, TranslationKey key, String transition, Seen seen, String words) {
        SiteRef site = access.require(Permission.CONTENT_WRITE, id);
        String said = words.strip();
        if (said.length() > LONGEST) {
            throw new Invalid(
                    "words-too-long", "What is said with a transition has at most " + LONGEST + " characters.");
        }
        translations.hold(id, key);
        DraftInWorkflow.Found found = drafts.get(site, key);
        seen.refuseOther(found.draft().revision().toString());
        Workflow workflow = found.at().workflow();
        Transition wanted = workflow.transition(transition).orElseThrow(() -> unknown(workflow));
        if (wanted.publishes()) {
            throw new Invalid("publish-instead", "Publish with POST …/publications: that makes a version of the site.");
        }
        var by = calling.current().person();
        refuse(obstacles.of(new Subject(site, found.draft(), by), found.at(), wanted));
        int number = found.made().size() + 1;
        transitions.add(new MadeTransition(
                ids.next(),
                found.draft(),
                number,
                workflow,
                wanted,
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                by,
                said));
        stepMade.fire(
                new StepMade(site, key, by, wanted.to().equals(workflow.first().key())));
        audit.record(
                "workflow." + wanted.key(),
                "entry/" + key.entry(),
                Json.mapper()
                        .createObjectNode()
                        .put("site", id.value())
                        .put("locale", key.locale())
                        .put("workflow", workflow.key())
                        .put("revision", found.draft().revision().toString()));
    }

    private static void refuse(List<Reason> reasons) {
        List<Reason> shut = reasons.stream().filter(Reason::forbids).toList();
        if (shut.isEmpty()) {
            return;
        }
        Reason first = shut.get(0);
        var findings = shut.stream().map(Reason::finding).toList();
        if (first.code().equals(Obstacles.ROLE_MISSING)) {
            throw new NotPermitted(first.code(), first.words().en(), findings);
        }
        throw new Conflict(first.code(), first.words().en(), findings);
    }

    private static Invalid unknown(Workflow workflow) {
        return new Invalid(
                "unknown-transition",
                "The workflow \"" + workflow.key() + "\" has no such transition. It has: "
                        + String.join(
                                ", ",
                                workflow.transitions().stream()
                                        .map(Transition::key)
                                        .toList())
                        + ".");
    }
}
