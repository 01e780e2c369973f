package nl.plein.cms.tasks;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.plein.cms.content.TranslationKey;
import nl.plein.cms.content.TranslationRef;
import nl.plein.cms.content.Translations;
import nl.plein.cms.kernel.PersonId;
import nl.plein.cms.people.Permission;
import nl.plein.cms.people.Person;
import nl.plein.cms.people.Role;
import nl.plein.cms.people.RoleHolders;
import nl.plein.cms.tenancy.SiteRef;
import nl.plein.cms.workflow.NextSteps;
import nl.plein.cms.workflow.NextSteps.Next;

/** Tells which of the rows are tasks: drafts that are there, that visitors don't see yet, and that somebody can bring further. */
@ApplicationScoped
@Transactional
class WaitingTasks {

    private static final Set<Role> WRITERS = Stream.of(Role.values())
            .filter(role -> role.allows(Permission.CONTENT_WRITE))
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(Role.class)));

    @Inject
    NextSteps nextSteps;

    @Inject
    Translations translations;

    @Inject
    RoleHolders roleHolders;

    /** In the order of the rows, which are of this site. */
    List<OpenTask> of(SiteRef site, List<Task> tasks) {
        List<TranslationKey> keys = tasks.stream().map(Task::translation).toList();
        Map<TranslationKey, Next> next = nextSteps.of(site, keys);
        Map<TranslationKey, TranslationRef> known = translations.of(site.id(), keys);
        Map<PersonId, Person> writers =
                roleHolders.of(site, WRITERS).stream().collect(Collectors.toMap(Person::id, Function.identity()));
        List<OpenTask> open = new ArrayList<>();
        for (Task task : tasks) {
            Next step = next.get(task.translation());
            TranslationRef translation = known.get(task.translation());
            if (step != null && translation != null && !isSeenByVisitors(translation)) {
                open.add(new OpenTask(site, task, step, task.assignee().map(writers::get)));
            }
        }
        return open;
    }

    static boolean isSeenByVisitors(TranslationRef translation) {
        return translation
                .publishedRevision()
                .filter(translation.head()::equals)
                .isPresent();
    }

    /** Whom it can be given to: while it is being written all who write, later those who may make one of the steps. */
    List<Person> candidates(SiteRef site, Next next) {
        return roleHolders.of(site, next.begins() ? WRITERS : next.roles()).stream()
                .filter(person -> next.begins() || !next.shutFor().contains(person.id()))
                .toList();
    }

    /** Who has to do it now. */
    List<Person> people(OpenTask task) {
        return task.assignee()
                .map(List::of)
                .orElseGet(() -> roleHolders.of(task.site(), task.next().roles()).stream()
                        .filter(person -> !task.next().shutFor().contains(person.id()))
                        .toList());
    }
}
