package nl.plein.cms.workflow;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import nl.plein.cms.kernel.PersonId;
import nl.plein.cms.people.Access;
import nl.plein.cms.people.Person;
import nl.plein.cms.people.Persons;
import nl.plein.cms.people.Role;
import nl.plein.cms.workflow.Workflow.Transition;

/** What stands between a caller and a transition, in sentences that say what to do. */
@ApplicationScoped
class Obstacles {

    static final String ROLE_MISSING = "role-missing";

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d-M-yyyy");

    @Inject
    Access access;

    @Inject
    Workflows workflows;

    @Inject
    Persons persons;

    /** Those that forbid, and those that only warn. State and role come first. */
    List<Reason> of(Subject subject, Whereabouts at, Transition transition) {
        List<Reason> reasons = new ArrayList<>();
        if (!transition.from().contains(at.state().key())) {
            reasons.add(
                    at.lapsed().map(lapsed -> lapsed(subject, at, lapsed)).orElseGet(() -> wrongState(at, transition)));
        }
        if (!access.holds(transition.roles(), subject.site())) {
            reasons.add(roleMissing(transition));
        }
        transition.gates().forEach(use -> workflows.gate(use.gate()).findings(subject).stream()
                .map(reason -> reason.as(use.severity()))
                .forEach(reasons::add));
        return reasons;
    }

    private Reason lapsed(Subject subject, Whereabouts at, MadeTransition lapsed) {
        String day = day(lapsed.at(), subject);
        String by = lapsed.by().map(this::name).orElse("Plein");
        Words next = next(at);
        return Reason.error(
                "approval-lapsed",
                "De tekst is veranderd nadat " + by + " die op " + day + " goedkeurde. Doe eerst: " + next.nl() + ".",
                "The text has changed since " + by + " approved it on " + day + ". First: " + next.en() + ".");
    }

    private static Reason wrongState(Whereabouts at, Transition transition) {
        Words next = next(at);
        Words state = at.state().name();
        String nl = transition.publishes() ? "Dit is nog niet goedgekeurd" : "Dit kan nu niet";
        String en = transition.publishes() ? "This is not approved yet" : "This can't be done now";
        return Reason.error(
                transition.publishes() ? "not-approved" : "wrong-state",
                nl + ": het staat op “" + state.nl() + "”. Wat nu kan: " + next.nl() + ".",
                en + ": it is at “" + state.en() + "”. What can be done now: " + next.en() + ".");
    }

    /** The ways out of a state. */
    private static Words next(Whereabouts at) {
        List<Transition> ways = at.workflow().transitions().stream()
                .filter(one -> one.from().contains(at.state().key()))
                .toList();
        return new Words(
                ways.stream().map(one -> one.name().nl()).collect(Collectors.joining(", ")),
                ways.stream().map(one -> one.name().en()).collect(Collectors.joining(", ")));
    }

    private static Reason roleMissing(Transition transition) {
        List<String> roles = transition.roles().stream()
                .sorted(Comparator.naturalOrder())
                .map(Role::key)
                .toList();
        return Reason.error(
                ROLE_MISSING,
                "“" + transition.name().nl() + "” vraagt een van deze rollen op deze site: " + String.join(", ", roles)
                        + ". Vraag iemand die er een heeft.",
                "“" + transition.name().en() + "” needs one of these roles on this site: " + String.join(", ", roles)
                        + ". Ask somebody who holds one.");
    }

    private String name(PersonId person) {
        return persons.find(person).map(Person::name).orElse(person.toString());
    }

    private static String day(Instant at, Subject subject) {
        return DAY.format(at.atZone(ZoneId.of(subject.site().timeZone())));
    }
}
