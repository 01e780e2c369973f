package nl.plein.cms.workflow;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import nl.plein.cms.content.TranslationKey;
import nl.plein.cms.kernel.PersonId;
import nl.plein.cms.kernel.RevisionId;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.people.Access;
import nl.plein.cms.people.Calling;
import nl.plein.cms.people.Permission;
import nl.plein.cms.people.Person;
import nl.plein.cms.people.RoleHolders;
import nl.plein.cms.tenancy.SiteRef;
import nl.plein.cms.workflow.Workflow.Transition;

/** Answers "who can publish this?" and "why can't I?", of every transition. */
@ApplicationScoped
public class ExplainWorkflow {

    @Inject
    Access access;

    @Inject
    Calling calling;

    @Inject
    DraftInWorkflow drafts;

    @Inject
    Obstacles obstacles;

    @Inject
    Workflows workflows;

    @Inject
    RoleHolders roleHolders;

    /** @param made all steps so far, newest first */
    public record Explanation(Whereabouts at, RevisionId draft, List<Way> ways, List<MadeTransition> made) {}

    /**
     * A transition, whether it can be made now or not.
     *
     * @param reasons why the caller can't make it now, or had better not; empty if nothing was found
     * @param people  of the agency and the site who may make it once the draft is where it begins; for some other persons it
     *                stays shut whatever the draft says
     */
    public record Way(Transition transition, List<Reason> reasons, List<Person> people) {

        /** Whether the caller can make it now. */
        public boolean isOpen() {
            return reasons.stream().noneMatch(Reason::forbids);
        }
    }

    /** @throws nl.plein.cms.kernel.NotFound {@code unknown-entry} */
    @Transactional
    public Explanation perform(SiteId id, TranslationKey key) {
        SiteRef site = access.require(Permission.CONTENT_WRITE, id);
        DraftInWorkflow.Found found = drafts.get(site, key);
        Subject subject = new Subject(site, found.draft(), calling.current().person());
        List<Way> ways = found.at().workflow().transitions().stream()
                .map(transition -> way(subject, found.at(), transition))
                .toList();
        return new Explanation(found.at(), found.draft().revision(), ways, newestFirst(found.made()));
    }

    private Way way(Subject subject, Whereabouts at, Transition transition) {
        Set<PersonId> shutFor = new HashSet<>();
        transition.gates().stream()
                .filter(use -> use.severity() == Severity.ERROR)
                .forEach(use -> shutFor.addAll(workflows.gate(use.gate()).shutFor(subject)));
        List<Person> people = roleHolders.of(subject.site(), transition.roles()).stream()
                .filter(person -> !shutFor.contains(person.id()))
                .toList();
        return new Way(transition, obstacles.of(subject, at, transition), people);
    }

    private static List<MadeTransition> newestFirst(List<MadeTransition> made) {
        var reversed = new java.util.ArrayList<>(made);
        java.util.Collections.reverse(reversed);
        return reversed;
    }
}
