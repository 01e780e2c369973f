package nl.plein.cms.audit;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import nl.plein.cms.kernel.AgencyId;
import nl.plein.cms.kernel.Json;
import nl.plein.cms.tenancy.AgencyData;
import nl.plein.cms.testkit.OnEveryDatabase;
import nl.plein.cms.testkit.Plein;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

@OnEveryDatabase
class AuditTrailTest {

    @Parameter
    Plein plein;

    @Test
    void acts_form_a_chain() {
        AgencyId agency = plein.anAgency().id();
        plein.inAgency(agency, () -> {
            act("one");
            act("two");
            assertThat(trail().seal()).isEqualTo(2);
            act("three");
            assertThat(trail().seal()).isEqualTo(1);

            assertThat(trail().firstBreak()).isEmpty();
        });
    }

    @Test
    void an_altered_act_is_found() {
        AgencyId agency = plein.anAgency().id();
        plein.inAgency(agency, () -> {
            act("one");
            act("two");
            act("three");
            trail().seal();

            plein.get(Forger.class).run("update AuditEvent e set e.actor = 'somebody else' where e.number = 2");

            assertThat(trail().firstBreak()).contains(2L);
        });
    }

    @Test
    void a_removed_act_is_found() {
        AgencyId agency = plein.anAgency().id();
        plein.inAgency(agency, () -> {
            act("one");
            act("two");
            act("three");
            trail().seal();

            plein.get(Forger.class).run("delete from AuditEvent e where e.number = 2");

            assertThat(trail().firstBreak()).contains(2L);
        });
    }

    @Test
    void an_act_of_one_agency_is_invisible_to_another() {
        AgencyId mine = plein.anAgency().id();
        AgencyId other = plein.anAgency().id();
        plein.inAgency(mine, () -> act("mine"));

        assertThat(plein.<Integer>inAgency(other, () -> trail().seal())).isZero();
        assertThat(plein.<Integer>inAgency(mine, () -> trail().seal())).isEqualTo(1);
    }

    private void act(String what) {
        plein.transaction(() -> plein.get(Audit.class)
                .record(
                        "test." + what,
                        "thing/" + what,
                        Json.mapper().createObjectNode().put("what", what)));
    }

    private AuditTrail trail() {
        return plein.get(AuditTrail.class);
    }

    /** Changes history behind the chain's back. */
    @ApplicationScoped
    static class Forger {

        @Inject
        @AgencyData
        EntityManager data;

        @Transactional
        void run(String jpql) {
            data.createQuery(jpql).executeUpdate();
        }
    }
}
