package nl.plein.cms.rooms;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.EvaluationResult;
import nl.plein.cms.testkit.HouseRules;
import org.junit.jupiter.api.Test;

class RoomsTest {

    private static final String ROOT = "nl.plein.cms";
    private static final String PLANTED = "nl.plein.cms.rooms.planted";

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_JARS)
            .importPackages(ROOT);
    private static final JavaClasses TRESPASSES = new ClassFileImporter().importPackages(PLANTED);

    @Test
    void rooms_use_only_what_they_declare() {
        HouseRules.roomsUseOnlyWhatTheyDeclare(ROOT).check(HOUSE);
    }

    @Test
    void entity_managers_come_from_tenancy() {
        HouseRules.noContainerEntityManagers().check(HOUSE);
    }

    @Test
    void nothing_is_asked_in_native_sql() {
        HouseRules.noNativeQueries().check(HOUSE);
    }

    @Test
    void jdbc_is_left_to_migrations_jobs_back_ups_and_what_follows_a_crash() {
        HouseRules.noJdbcBut(
                        "nl.plein.cms.tenancy.Migrations",
                        "nl.plein.cms.tenancy.UndoCrashRemains",
                        "nl.plein.cms.tenancy.H2Remains",
                        "nl.plein.cms.jobs.JobRunner",
                        "nl.plein.cms.exchange.Backup",
                        "nl.plein.cms.exchange.Restore",
                        "nl.plein.cms.exchange.Snapshot",
                        "nl.plein.cms.exchange.SiteTable",
                        "nl.plein.cms.exchange.WriteSiteArchive",
                        "nl.plein.cms.exchange.SiteRows",
                        "nl.plein.cms.exchange.SiteHeadRows",
                        "nl.plein.cms.exchange.SoundRows")
                .check(HOUSE);
    }

    @Test
    void time_is_injected() {
        HouseRules.noClockOfItsOwn().check(HOUSE);
    }

    @Test
    void every_class_has_a_name() {
        HouseRules.everyClassHasAName().check(HOUSE);
    }

    @Test
    void the_rules_catch_planted_trespasses() {
        assertThat(broken(HouseRules.roomsUseOnlyWhatTheyDeclare(PLANTED)))
                .contains("room lower may not use upper")
                .contains("Homeless lies in no declared room");
        assertThat(broken(HouseRules.noContainerEntityManagers())).contains("BrokenHelper.manager");
        assertThat(broken(HouseRules.noNativeQueries())).contains("createNativeQuery");
        assertThat(broken(HouseRules.noJdbcBut("nl.plein.cms.exchange.Backup"))).contains("javax.sql.DataSource");
        assertThat(broken(HouseRules.noClockOfItsOwn())).contains("Instant.now");
        assertThat(broken(HouseRules.everyClassHasAName())).contains("BrokenHelper has no name yet");
    }

    private static String broken(ArchRule rule) {
        EvaluationResult result = rule.evaluate(TRESPASSES);
        assertThat(result.hasViolation()).isTrue();
        return String.join("\n", result.getFailureReport().getDetails());
    }
}
