package nl.plein.cms.search;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

/** A question that forgets the viewer can't be asked. */
class OneDoorTest {

    /** The holder of the index, the door for viewers with the two parts it is made of, and the audit that compares all of it with the database. */
    private static final DescribedPredicate<JavaClass> DOORS = DescribedPredicate.describe(
            "a door to the index",
            c -> c.getName()
                    .matches(
                            "nl\\.plein\\.cms\\.search\\.(PublicationIndex|VisiblePublications|VisibleDocuments|IndexOrder|IndexContents)(\\$.*)?"));

    private static final ArchRule ONE_DOOR = noClasses()
            .that(DescribedPredicate.not(DOORS))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.hibernate.search.mapper.pojo.standalone.session..",
                    "org.hibernate.search.mapper.pojo.standalone.mapping",
                    "org.apache.lucene..")
            .because("VisiblePublications adds agency, site, audience and version to every question");

    @Test
    void viewers_reach_the_index_through_one_class_only() {
        ONE_DOOR.check(new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_JARS)
                .importPackages("nl.plein.cms"));
    }

    @Test
    void the_rule_catches_a_planted_back_door() {
        var result = ONE_DOOR.evaluate(new ClassFileImporter().importPackages("nl.plein.cms.search.planted"));

        assertThat(result.hasViolation()).isTrue();
        assertThat(String.join("\n", result.getFailureReport().getDetails())).contains("BackDoor.ask");
    }
}
