package nl.plein.cms.audit;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.Optional;
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
            awaitSealed(2);
            act("three");
            awaitSealed(3);

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
            awaitSealed(3);

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
            awaitSealed(3);

            plein.get(Forger.class).run("delete from AuditEvent e where e.number = 2");

            assertThat(trail().firstBreak()).contains(2L);
        });
    }

    @Test
    void an_act_of_one_agency_is_invisible_to_another() {
        AgencyId mine = plein.anAgency().id();
        AgencyId other = plein.anAgency().id();
        plein.inAgency(mine, () -> act("mine"));

        plein.inAgency(mine, () -> awaitSealed(1));
        assertThat(plein.<Long>inAgency(other, this::sealed)).isZero();
    }

    private void act(String what) {
        plein.transaction(() -> plein.get(Audit.class)
                .record(
                        "test." + what,
                        "thing/" + what,
                        Json.mapper().createObjectNode().put("what", what)));
    }

    private void awaitSealed(long expected) {
        plein.eventually(Duration.ofSeconds(20), () -> Optional.of(sealed()).filter(count -> count == expected));
    }

    private long sealed() {
        return plein.get(Forger.class).count("select count(e) from AuditEvent e where e.number is not null");
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
        long count(String jpql) {
            return data.createQuery(jpql, Long.class).getSingleResult();
        }

        @Transactional
        void run(String jpql) {
            data.createQuery(jpql).executeUpdate();
        }
    }
}
