package nl.plein.site.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class RoomsTest {
    private static final String SITE = "nl.plein.site.";
    private static final List<String> BAD_WORDS =
            List.of("Manager", "Helper", "Util", "Utils", "Impl", "Data", "Info", "DTO", "Dto", "Service");

    private final JavaClasses ours = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("nl.plein.site");

    @Test
    void every_room_says_what_it_may_use() {
        assertThat(roomsWithoutSign(ours)).isEmpty();
    }

    @Test
    void no_room_uses_what_it_does_not_name() {
        assertThat(trespasses(ours, SITE)).isEmpty();
    }

    @Test
    void a_planted_trespass_is_found() {
        JavaClasses planted = new ClassFileImporter().importPackages("nl.plein.site.trespass");

        assertThat(trespasses(planted, SITE + "trespass."))
                .anyMatch(found -> found.contains("upper") && found.contains("lower"));
    }

    @Test
    void names_say_what_a_class_is() {
        assertThat(ours.stream().map(JavaClass::getSimpleName).filter(RoomsTest::isNoName))
                .isEmpty();
    }

    @Test
    void the_renderer_knows_no_server() {
        Set<String> foreign = new TreeSet<>();
        ours.forEach(type -> type.getDirectDependenciesFromSelf().forEach(use -> {
            String name = use.getTargetClass().getName();
            if (name.startsWith("nl.plein.cms") || name.startsWith("jakarta.") || name.startsWith("java.sql")) {
                foreign.add(use.getDescription());
            }
        }));

        assertThat(foreign).isEmpty();
    }

    @Test
    void nothing_asks_the_clock_for_today() {
        assertThat(ours.stream()
                        .flatMap(type -> type.getMethodCallsFromSelf().stream())
                        .filter(call -> call.getTarget().getName().equals("now")
                                && call.getTargetOwner().getName().startsWith("java.time")))
                .isEmpty();
    }

    @Test
    void the_rule_against_bad_words_can_fail() {
        assertThatThrownBy(() -> assertThat(isNoName("PageHelper")).isFalse()).isInstanceOf(AssertionError.class);
    }

    private static boolean isNoName(String name) {
        return BAD_WORDS.stream().anyMatch(name::endsWith);
    }

    private static Set<String> roomsWithoutSign(JavaClasses classes) {
        Set<String> bare = new TreeSet<>();
        classes.forEach(type -> {
            if (sign(type.getPackage()).isEmpty()) {
                bare.add(type.getPackageName());
            }
        });
        return bare;
    }

    private static Set<String> trespasses(JavaClasses classes, String house) {
        Set<String> found = new TreeSet<>();
        for (JavaClass type : classes) {
            String own = room(type, house);
            Set<String> allowed = new TreeSet<>(List.of(own));
            sign(type.getPackage()).ifPresent(sign -> allowed.addAll(List.of(sign.mayUse())));
            for (Dependency use : type.getDirectDependenciesFromSelf()) {
                JavaClass target = use.getTargetClass().getBaseComponentType();
                boolean sameHouse = target.getPackageName().startsWith(house);
                boolean sign = target.isEquivalentTo(Room.class);
                if (sameHouse && !sign && !allowed.contains(room(target, house))) {
                    found.add(own + " uses " + room(target, house) + ": " + use.getDescription());
                }
            }
        }
        return found;
    }

    private static String room(JavaClass type, String house) {
        String inside =
                type.getPackageName().substring(Math.min(type.getPackageName().length(), house.length()));
        int dot = inside.indexOf('.');
        return dot < 0 ? inside : inside.substring(0, dot);
    }

    private static Optional<Room> sign(JavaPackage room) {
        return room.tryGetAnnotationOfType(Room.class);
    }
}
