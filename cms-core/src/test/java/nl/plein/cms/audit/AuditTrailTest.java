package nl.plein.cms.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.plein.cms.audit.ChainBreak.What;
import nl.plein.cms.kernel.AgencyId;
import nl.plein.cms.kernel.Deed;
import nl.plein.cms.kernel.Hashes;
import nl.plein.cms.kernel.Invalid;
import nl.plein.cms.kernel.Json;
import nl.plein.cms.kernel.NotPermitted;
import nl.plein.cms.people.AddPerson;
import nl.plein.cms.people.Caller;
import nl.plein.cms.people.Calling;
import nl.plein.cms.people.GrantRole;
import nl.plein.cms.people.Role;
import nl.plein.cms.tenancy.AgencyData;
import nl.plein.cms.testkit.OnEveryDatabase;
import nl.plein.cms.testkit.Plein;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** Whoever is at the trail in the database is found, with place and time. Its first event is that the agency was founded. */
@OnEveryDatabase
class AuditTrailTest {

    @Parameter
    Plein plein;

    private AgencyId agency;
    private Instant began;

    @BeforeEach
    void found() {
        began = plein.clock().instant();
        agency = plein.anAgency().id();
    }

    @AfterEach
    void setTheClockBack() {
        plein.clock().set(began);
    }

    @Test
    void acts_form_a_chain_that_is_sound() {
        acts("one", "two");
        acts("three");

        assertThat(verify().isSound()).isTrue();
        assertThat(verify().events()).isEqualTo(4);
        assertThat(chain())
                .extracting(AuditEvent::action)
                .containsExactly("tenancy.found-agency", "test.one", "test.two", "test.three");
    }

    @Test
    void an_altered_act_is_found() {
        acts("one", "two", "three");

        forge("update AuditEvent e set e.actor = 'somebody else' where e.number = 3");

        assertThat(verify().breaks()).containsExactly(at(What.ALTERED, 3, 3));
    }

    @Test
    void an_act_that_was_altered_and_sealed_anew_is_found() {
        acts("one", "two", "three");

        in(() -> plein.get(Forger.class).alterAndSeal(3));

        assertThat(verify().breaks()).containsExactly(at(What.INSERTED, 3, 3));
    }

    @Test
    void an_altered_seal_is_found() {
        acts("one", "two", "three");

        forge("update AuditEvent e set e.seal = '0' where e.number = 3");

        assertThat(verify().breaks()).containsExactly(at(What.ALTERED, 3, 3));
    }

    @Test
    void removed_acts_are_found_with_the_time_between() {
        acts("one", "two", "three", "four");

        forge("delete from AuditEvent e where e.number in (3, 4)");

        assertThat(verify().breaks())
                .containsExactly(new ChainBreak(What.REMOVED, 3, 4, Optional.of(timeOf(2)), Optional.of(timeOf(5))));
    }

    @Test
    void a_removed_beginning_is_found() {
        acts("one", "two");

        forge("delete from AuditEvent e where e.number = 1");

        assertThat(verify().breaks())
                .containsExactly(new ChainBreak(What.REMOVED, 1, 1, Optional.empty(), Optional.of(timeOf(2))));
    }

    @Test
    void a_removed_end_is_found_also_when_acts_go_on_after_it() {
        acts("one", "two", "three");

        forge("delete from AuditEvent e where e.number in (3, 4)");

        assertThat(verify().breaks())
                .containsExactly(new ChainBreak(What.REMOVED, 3, 4, Optional.of(timeOf(2)), Optional.empty()));
        acts("four");
        assertThat(verify().breaks())
                .containsExactly(new ChainBreak(What.REMOVED, 3, 4, Optional.of(timeOf(2)), Optional.of(timeOf(5))));
        assertThat(verify().events()).isEqualTo(5);
    }

    @Test
    void an_act_that_was_put_into_the_database_is_found() {
        acts("one");

        in(() -> plein.get(Forger.class).insert(null));
        acts("two");

        assertThat(chain()).hasSize(4);
        long forged = chain().stream()
                .filter(event -> event.action().equals("test.forged"))
                .findFirst()
                .flatMap(AuditEvent::number)
                .orElseThrow();
        assertThat(verify().breaks()).containsExactly(at(What.INSERTED, forged, forged));
    }

    @Test
    void an_act_that_was_put_at_the_end_with_a_number_is_found() {
        acts("one");

        in(() -> plein.get(Forger.class).insert(3L));

        assertThat(verify().breaks()).containsExactly(at(What.INSERTED, 3, 3));
    }

    @Test
    void an_act_of_another_agency_is_none_of_this_one() {
        AgencyId other = plein.anAgency().id();
        acts("one");
        plein.inAgency(other, () -> act("elsewhere"));
        seal(other);

        plein.get(Mover.class).move(plein, other, agency);

        assertThat(verify().breaks()).containsExactly(at(What.INSERTED, 3, 3));
    }

    @Test
    void a_head_that_was_altered_or_removed_is_found_and_nothing_is_sealed_after_it() {
        acts("one", "two");
        forge("delete from AuditEvent e where e.number = 3");
        forge("update AuditHead h set h.events = 2, h.seal = '" + chain().get(1).seal() + "'");

        assertThat(verify().breaks()).extracting(ChainBreak::what).containsExactly(What.HEAD_ALTERED);
        in(() -> act("three"));
        seal(agency);
        assertThat(chain()).hasSize(2);
        forge("delete from AuditHead h");
        assertThat(verify().breaks()).extracting(ChainBreak::what).containsExactly(What.HEAD_REMOVED);
    }

    @Test
    void all_that_was_done_to_a_trail_is_told() {
        acts("one", "two", "three", "four", "five", "six");

        forge("delete from AuditEvent e where e.number = 2");
        forge("update AuditEvent e set e.subject = 'thing/else' where e.number = 4");
        forge("delete from AuditEvent e where e.number = 7");

        assertThat(verify().breaks())
                .extracting(ChainBreak::what, ChainBreak::from)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(What.REMOVED, 2L),
                        org.assertj.core.groups.Tuple.tuple(What.ALTERED, 4L),
                        org.assertj.core.groups.Tuple.tuple(What.REMOVED, 7L));
    }

    @Test
    void a_trail_that_was_made_anew_does_not_pass_what_was_noted() {
        acts("one", "two");
        AuditEvent second = chain().get(1);
        var noted = new VerifyTrail.Noted(second.number().orElseThrow(), second.seal());
        assertThat(verify(noted).isSound()).isTrue();

        assertThat(verify(new VerifyTrail.Noted(2L, Hashes.sha256("another"))).noted())
                .contains(false);
        assertThat(verify(new VerifyTrail.Noted(2L, Hashes.sha256("another"))).isSound())
                .isFalse();
    }

    @Test
    void what_was_written_before_there_were_marks_is_taken_as_it_is_and_guarded_from_then_on() {
        acts("one", "two");
        forge("update AuditEvent e set e.mark = null");
        forge("delete from AuditHead h");
        in(() -> plein.get(AuditTrail.class).adopt());
        assertThat(verify().isSound()).isTrue();
        acts("three");
        assertThat(verify().isSound()).isTrue();

        forge("update AuditEvent e set e.actor = 'somebody else' where e.number = 2");

        assertThat(verify().breaks()).containsExactly(at(What.ALTERED, 2, 2));
    }

    @Test
    void what_rooms_below_tell_is_in_the_trail_of_their_agency() {
        var deeds = plein.get(Teller.class);

        in(() -> deeds.tell(Deed.of("below.do", "thing/one")));
        seal(agency);

        assertThat(chain()).extracting(AuditEvent::action).contains("below.do");
    }

    @Test
    void a_list_is_newest_first_and_may_be_narrowed() {
        acts("one", "two", "three");

        assertThat(page(filter(null, null, null), 2))
                .extracting(AuditEvent::action)
                .containsExactly("test.three", "test.two");
        AuditEvent last = page(filter(null, null, null), 2).get(1);
        assertThat(in(() -> plein.get(AuditTrail.class)
                        .page(AuditTrail.Filter.NONE, Optional.of(new AuditTrail.Spot(last.at(), last.id())), 9)))
                .extracting(AuditEvent::action)
                .containsExactly("test.one", "tenancy.found-agency");
        assertThat(page(filter("test.", null, null), 9)).hasSize(3);
        assertThat(page(filter("test.two", null, null), 9)).hasSize(1);
        assertThat(page(filter(null, timeOf(3), timeOf(4)), 9)).hasSize(1);
        assertThat(page(filter(null, Instant.MIN, Instant.MAX), 9)).hasSize(4);
        assertThat(page(filter(null, Instant.MAX, Instant.MIN), 9)).isEmpty();
        assertThatThrownBy(() -> filter("test.%", null, null)).isInstanceOf(Invalid.class);
    }

    @Test
    void only_administrators_of_the_agency_read_it() {
        Caller publisher = member(Role.PUBLISHER);

        assertThatThrownBy(
                        () -> as(publisher, () -> plein.get(VerifyTrail.class).perform(Optional.empty())))
                .isInstanceOf(NotPermitted.class);
        assertThatThrownBy(() -> as(
                        publisher, () -> plein.get(AuditTrail.class).page(AuditTrail.Filter.NONE, Optional.empty(), 9)))
                .isInstanceOf(NotPermitted.class);
        assertThat(as(member(Role.ADMINISTRATOR), () -> plein.get(VerifyTrail.class)
                                .perform(Optional.empty()))
                        .isSound())
                .isTrue();
        assertThatThrownBy(() -> plein.get(nl.plein.cms.tenancy.AgencyContext.class)
                        .in(Audit.PLATFORM, () -> plein.get(Calling.class)
                                .as(member(Role.ADMINISTRATOR), () -> plein.get(VerifyTrail.class)
                                        .perform(Optional.empty()))))
                .isInstanceOf(NotPermitted.class);
    }

    @Test
    void a_refusal_is_recorded_of_one_person_sixty_times_a_minute() {
        Caller somebody = member(Role.READER);
        for (int i = 0; i < 70; i++) {
            as(somebody, () -> {
                plein.get(RecordRefusal.class).perform("PUT /manage/v1/sites/{site}/state", Optional.empty());
                return true;
            });
        }
        seal(agency);

        assertThat(page(filter("access.refused", null, null), 100)).hasSize(60);
    }

    @Test
    void an_act_of_one_agency_is_invisible_to_another() {
        AgencyId other = plein.anAgency().id();
        acts("mine");
        seal(other);

        assertThat(plein.<List<AuditEvent>>inAgency(
                        other, () -> plein.get(AuditTrail.class).chain(AuditTrail.Filter.NONE, 0, 9)))
                .extracting(AuditEvent::action)
                .containsExactly("tenancy.found-agency");
    }

    private void acts(String... names) {
        for (String name : names) {
            plein.clock().advance(Duration.ofMinutes(1));
            in(() -> act(name));
        }
        seal(agency);
    }

    private boolean act(String what) {
        plein.transaction(() -> plein.get(Audit.class)
                .record(
                        "test." + what,
                        "thing/" + what,
                        Json.mapper().createObjectNode().put("what", what)));
        return true;
    }

    /** Beside the thread that seals by itself, which may be quicker. */
    private void seal(AgencyId of) {
        plein.inAgency(of, () -> {
            plein.get(AuditTrail.class).seal();
        });
    }

    private VerifyTrail.Verdict verify() {
        return in(() -> plein.get(VerifyTrail.class).perform(Optional.empty()));
    }

    private VerifyTrail.Verdict verify(VerifyTrail.Noted noted) {
        return in(() -> plein.get(VerifyTrail.class).perform(Optional.of(noted)));
    }

    private List<AuditEvent> chain() {
        return in(() -> plein.get(AuditTrail.class).chain(AuditTrail.Filter.NONE, 0, 100));
    }

    private List<AuditEvent> page(AuditTrail.Filter filter, int most) {
        return in(() -> plein.get(AuditTrail.class).page(filter, Optional.empty(), most));
    }

    private static AuditTrail.Filter filter(String action, Instant from, Instant until) {
        return new AuditTrail.Filter(null, action, null, from, until);
    }

    private ChainBreak at(What what, long from, long to) {
        return new ChainBreak(what, from, to, Optional.of(timeOf(from - 1)), Optional.of(timeOf(to)));
    }

    private Instant timeOf(long number) {
        return chain().stream()
                .filter(event -> event.number().equals(Optional.of(number)))
                .findFirst()
                .orElseThrow()
                .at();
    }

    private void forge(String jpql) {
        in(() -> plein.get(Forger.class).run(jpql));
    }

    private Caller member(Role role) {
        return in(() -> {
            var person = plein.get(AddPerson.class).perform("Noor");
            plein.get(GrantRole.class).inAgency(person, agency, role);
            return new Caller(Caller.Kind.PERSON, Optional.of(person), "Noor");
        });
    }

    private <T> T in(java.util.function.Supplier<T> work) {
        return plein.inAgency(agency, work);
    }

    private void in(Runnable work) {
        plein.inAgency(agency, work);
    }

    private <T> T as(Caller caller, java.util.function.Supplier<T> work) {
        return in(() -> plein.get(Calling.class).as(caller, work));
    }

    /** Changes history behind the chain's back. */
    @ApplicationScoped
    static class Forger {

        @Inject
        @AgencyData
        EntityManager data;

        @Transactional
        public int run(String jpql) {
            return data.createQuery(jpql).executeUpdate();
        }

        /** As somebody would who knows how seals are made. */
        @Transactional
        public boolean alterAndSeal(long number) {
            AuditEvent before = one(number - 1);
            AuditEvent event = one(number);
            data.remove(event);
            data.flush();
            var forged = new AuditEvent(
                    event.id(), event.at(), "somebody else", event.action(), event.subject(), event.details());
            forged.sealAs(number, before.seal());
            data.persist(forged);
            return true;
        }

        @Transactional
        public boolean insert(Long number) {
            var forged = new AuditEvent(
                    UUID.randomUUID(),
                    Instant.parse("2026-03-04T10:00:00Z"),
                    "somebody",
                    "test.forged",
                    "thing/forged",
                    Json.mapper().createObjectNode());
            if (number != null) {
                forged.sealAs(number, one(number - 1).seal());
            }
            data.persist(forged);
            return true;
        }

        private AuditEvent one(long number) {
            return data.createQuery("select e from AuditEvent e where e.number = :number", AuditEvent.class)
                    .setParameter("number", number)
                    .getSingleResult();
        }
    }

    /** Takes an act from one trail into another, as it is. */
    @ApplicationScoped
    static class Mover {

        @Inject
        jakarta.enterprise.inject.Instance<javax.sql.DataSource> database;

        void move(Plein plein, AgencyId from, AgencyId to) {
            plein.transaction(() -> {
                try (var connection = database.get().getConnection();
                        var statement = connection.prepareStatement(
                                "update audit_event set agency_id = ?, chain_no = 3 where agency_id = ? and chain_no = 2")) {
                    statement.setString(1, to.value());
                    statement.setString(2, from.value());
                    return statement.executeUpdate();
                } catch (java.sql.SQLException e) {
                    throw new IllegalStateException(e);
                }
            });
        }
    }

    /** A room below. */
    @ApplicationScoped
    static class Teller {

        @Inject
        jakarta.enterprise.event.Event<Deed> deeds;

        @Transactional
        public boolean tell(Deed deed) {
            deeds.fire(deed);
            return true;
        }
    }
}
