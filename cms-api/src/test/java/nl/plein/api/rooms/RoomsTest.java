package nl.plein.api.rooms;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import nl.plein.cms.kernel.Room;
import org.junit.jupiter.api.Test;

/** Rooms of the server use only the rooms, of the server or of the core, that they declare. */
class RoomsTest {

    private static final List<String> HOUSES = List.of("nl.plein.api.", "nl.plein.cms.");
    private static final Set<String> DRAFTS = Set.of("content", "workflow");

    private static final JavaClasses SERVER = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("nl.plein.api");
    private static final JavaClasses PLANTED = new ClassFileImporter().importPackages("nl.plein.api.rooms.planted");

    @Test
    void rooms_use_only_what_they_declare() {
        assertThat(trespasses(SERVER)).isEmpty();
    }

    @Test
    void a_draft_cannot_leak_where_it_cannot_be_named() {
        assertThat(declared(SERVER.get("nl.plein.api.delivery.EntryJson")).orElseThrow())
                .doesNotContainAnyElementsOf(DRAFTS);
    }

    @Test
    void the_rule_catches_a_planted_trespass() {
        assertThat(trespasses(PLANTED))
                .anySatisfy(line -> assertThat(line).contains("Leaks").contains("may not use content"));
    }

    private static List<String> trespasses(JavaClasses classes) {
        return classes.stream().flatMap(RoomsTest::trespasses).distinct().toList();
    }

    private static Stream<String> trespasses(JavaClass user) {
        Optional<Set<String>> allowed = declared(user);
        if (allowed.isEmpty()) {
            return Stream.of(user.getName() + " lies in no declared room");
        }
        return user.getDirectDependenciesFromSelf().stream()
                .filter(use -> !use.getTargetClass().getPackageName().equals(user.getPackageName()))
                .flatMap(use -> room(use.getTargetClass()).stream())
                .filter(room -> !allowed.get().contains(room))
                .map(room -> user.getName() + " may not use " + room);
    }

    private static Optional<String> room(JavaClass type) {
        return HOUSES.stream()
                .filter(house -> type.getPackageName().startsWith(house))
                .map(house -> type.getPackageName().substring(house.length()).split("\\.")[0])
                .findFirst();
    }

    private static Optional<Set<String>> declared(JavaClass user) {
        return user.getPackage().getAnnotations().stream()
                .filter(annotation -> annotation.getRawType().getName().equals(Room.class.getName()))
                .findFirst()
                .map(room -> new HashSet<>(
                        Arrays.asList((String[]) room.get("mayUse").orElseThrow())));
    }
}
