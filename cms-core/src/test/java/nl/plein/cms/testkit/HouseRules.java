package nl.plein.cms.testkit;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.plein.cms.kernel.Room;

/** The rules of the house, for every module that has rooms. */
public final class HouseRules {

    private static final Set<String> NAMELESS =
            Set.of("Manager", "Helper", "Util", "Utils", "Impl", "Info", "DTO", "Dto", "Service");

    private HouseRules() {}

    /** Each package below the root declares itself a room and uses only the rooms that it names. */
    public static ArchRule roomsUseOnlyWhatTheyDeclare(String root) {
        return ArchRuleDefinition.classes()
                .that()
                .resideInAPackage(root + "..")
                .should(new ArchCondition<JavaClass>("use only the rooms that their room declares") {
                    @Override
                    public void check(JavaClass user, ConditionEvents events) {
                        checkRoom(root, user, events);
                    }
                });
    }

    /** Entity managers come from {@code tenancy}, bound to the agency of the transaction. */
    public static ArchRule noContainerEntityManagers() {
        return ArchRuleDefinition.noFields().should().beAnnotatedWith(PersistenceContext.class);
    }

    /** Native SQL runs without the agency's filter. */
    public static ArchRule noNativeQueries() {
        return ArchRuleDefinition.noClasses()
                .should()
                .callMethodWhere(new DescribedPredicate<JavaCall<?>>("native query") {
                    @Override
                    public boolean test(JavaCall<?> call) {
                        return call.getTargetOwner().isAssignableTo(EntityManager.class)
                                && call.getTarget().getName().contains("Native");
                    }
                });
    }

    /** JDBC knows no agencies: only what handles whole databases or the scheduler's own table may use it. */
    public static ArchRule noJdbcBut(String... packagesAndClasses) {
        return ArchRuleDefinition.noClasses()
                .that(new DescribedPredicate<JavaClass>("are not excepted") {
                    @Override
                    public boolean test(JavaClass type) {
                        return Arrays.stream(packagesAndClasses).noneMatch(type.getName()::startsWith);
                    }
                })
                .should()
                .dependOnClassesThat(new DescribedPredicate<JavaClass>("belong to JDBC") {
                    @Override
                    public boolean test(JavaClass type) {
                        boolean jdbc = type.getPackageName().equals("java.sql")
                                || type.getPackageName().equals("javax.sql");
                        return jdbc && !type.isAssignableTo(java.sql.SQLException.class);
                    }
                });
    }

    /** Time is injected, so that a rule can be tested on any day. */
    public static ArchRule noClockOfItsOwn() {
        List<String> clocks = List.of(Instant.class.getName(), LocalDate.class.getName(), Clock.class.getName());
        return ArchRuleDefinition.noClasses()
                .should()
                .callMethodWhere(new DescribedPredicate<JavaCall<?>>("system time") {
                    @Override
                    public boolean test(JavaCall<?> call) {
                        String method = call.getTarget().getName();
                        return clocks.contains(call.getTargetOwner().getName())
                                && (method.equals("now") || method.startsWith("system"));
                    }
                });
    }

    /** A class called Helper has no name yet. */
    public static ArchRule everyClassHasAName() {
        return ArchRuleDefinition.classes().should(new ArchCondition<JavaClass>("have a name of their own") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                String name = type.getSimpleName();
                boolean nameless = NAMELESS.stream().anyMatch(name::endsWith) && !name.endsWith("EntityManager");
                if (nameless) {
                    events.add(SimpleConditionEvent.violated(type, type.getName() + " has no name yet"));
                }
            }
        });
    }

    private static void checkRoom(String root, JavaClass user, ConditionEvents events) {
        String own = roomOf(root, user);
        Optional<Set<String>> allowed = declared(user);
        if (allowed.isEmpty()) {
            events.add(SimpleConditionEvent.violated(user, user.getName() + " lies in no declared room"));
            return;
        }
        user.getDirectDependenciesFromSelf().stream()
                .filter(use -> use.getTargetClass().getPackageName().startsWith(root + "."))
                .filter(use -> !roomOf(root, use.getTargetClass()).equals(own))
                .filter(use -> !allowed.get().contains(roomOf(root, use.getTargetClass())))
                .forEach(use -> events.add(SimpleConditionEvent.violated(
                        use,
                        "room " + own + " may not use " + roomOf(root, use.getTargetClass()) + ": "
                                + use.getDescription())));
    }

    private static String roomOf(String root, JavaClass type) {
        String rest = type.getPackageName()
                .substring(Math.min(root.length() + 1, type.getPackageName().length()));
        return rest.contains(".") ? rest.substring(0, rest.indexOf('.')) : rest;
    }

    private static Optional<Set<String>> declared(JavaClass user) {
        return user.getPackage().getAnnotations().stream()
                .filter(annotation -> annotation.getRawType().getName().equals(Room.class.getName()))
                .findFirst()
                .map(HouseRules::mayUse);
    }

    private static Set<String> mayUse(JavaAnnotation<?> room) {
        return new HashSet<>(Arrays.asList((String[]) room.get("mayUse").orElseThrow()));
    }
}
