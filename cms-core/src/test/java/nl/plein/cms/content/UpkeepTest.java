package nl.plein.cms.content;

import static nl.plein.cms.content.AContent.news;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import nl.plein.cms.kernel.EntryId;
import nl.plein.cms.kernel.Invalid;
import nl.plein.cms.kernel.NotFound;
import nl.plein.cms.kernel.PersonId;
import nl.plein.cms.kernel.Seen;
import nl.plein.cms.kernel.Stale;
import nl.plein.cms.people.AddPerson;
import nl.plein.cms.people.BlockPerson;
import nl.plein.cms.people.Caller;
import nl.plein.cms.people.Calling;
import nl.plein.cms.people.GrantRole;
import nl.plein.cms.people.Memberships;
import nl.plein.cms.people.Role;
import nl.plein.cms.people.WithdrawRole;
import nl.plein.cms.tenancy.SiteRef;
import nl.plein.cms.testkit.OnDatabase;
import nl.plein.cms.testkit.Plein;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

@OnDatabase
class UpkeepTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 3);

    @Parameter
    Plein plein;

    AContent content;
    PersonId noor;
    PersonId sam;
    PersonId kees;

    @BeforeEach
    void fill() {
        content = AContent.on(plein);
        plein.clock().set(Instant.parse("2026-03-03T10:00:00Z"));
        noor = aMember(Role.CONTRIBUTOR);
        sam = aMember(Role.EDITOR);
        kees = aMember(Role.PUBLISHER);
    }

    @Test
    void a_page_past_its_date_lies_on_the_desk_of_its_owner_and_on_no_other() {
        EntryId due = anEntry("Zwembad", noor, TODAY);
        anEntry("Markt", noor, TODAY.plusDays(1));
        anEntry("Sam's", sam, TODAY);

        assertThat(titlesFor(noor)).containsExactly("Zwembad");
        assertThat(deskOf(noor).get(0).entry()).isEqualTo(due);
        assertThat(deskOf(noor).get(0).why()).isEqualTo(ReviewDesk.Why.YOURS);
        assertThat(titlesFor(sam)).containsExactly("Sam's");
        assertThat(titlesFor(kees)).isEmpty();
    }

    @Test
    void a_day_begins_on_the_clock_of_the_site() {
        anEntry("Zwembad", noor, TODAY.plusDays(1));

        plein.clock().set(Instant.parse("2026-03-03T22:59:59Z"));
        assertThat(titlesFor(noor)).isEmpty();
        plein.clock().set(Instant.parse("2026-03-03T23:00:00Z"));
        assertThat(titlesFor(noor)).containsExactly("Zwembad");
    }

    @Test
    void what_a_leaver_looked_after_comes_to_those_who_may_publish() {
        anEntry("Van Noor", noor, TODAY.minusDays(2));
        anEntry("Van Sam", sam, TODAY.minusDays(1));

        plein.get(BlockPerson.class).block(noor);
        plein.get(Memberships.class).of(sam).forEach(plein.get(WithdrawRole.class)::perform);
        plein.get(GrantRole.class).onSite(sam, content.id(), Role.READER);

        assertThat(titlesFor(kees)).containsExactly("Van Noor", "Van Sam");
        assertThat(deskOf(kees)).allSatisfy(due -> {
            assertThat(due.why()).isEqualTo(ReviewDesk.Why.OWNER_LEFT);
            assertThat(due.owner()).isPresent();
        });
        plein.get(BlockPerson.class).letIn(noor);
        assertThat(titlesFor(kees)).containsExactly("Van Sam");
    }

    @Test
    void what_nobody_looks_after_comes_to_those_who_may_publish() {
        content.create(news("Zonder datum"));
        anEntry("Van niemand", null, TODAY);

        assertThat(titlesFor(kees)).containsExactly("Van niemand");
        assertThat(deskOf(kees).get(0).why()).isEqualTo(ReviewDesk.Why.NO_OWNER);
        assertThat(titlesFor(noor)).isEmpty();
    }

    @Test
    void what_is_laid_aside_or_thrown_away_lies_on_no_desk() {
        EntryId archived = anEntry("Archief", noor, TODAY);
        EntryId trashed = anEntry("Weg", noor, TODAY);
        inAgency(() -> plein.get(ArchiveEntry.class).perform(content.id(), archived, true, Seen.ANY));
        inAgency(() -> {
            plein.get(DeleteEntry.class).perform(content.id(), trashed, Seen.ANY);
            return trashed;
        });

        assertThat(titlesFor(noor)).isEmpty();
        assertThatThrownBy(() -> inAgency(() -> plein.get(ReviewDesk.class).of(content.id(), trashed)))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void a_long_desk_is_read_page_by_page() {
        for (int i = 0; i < 7; i++) {
            anEntry("Stuk " + i, noor, TODAY.minusDays(i / 2));
        }

        List<String> read = new ArrayList<>();
        Optional<ReviewDesk.Spot> spot = Optional.empty();
        for (int page = 0; page < 4; page++) {
            Optional<ReviewDesk.Spot> from = spot;
            List<ReviewDesk.Due> some =
                    as(noor, () -> plein.get(ReviewDesk.class).page(content.id(), from, 2));
            some.forEach(due -> read.add(due.title()));
            ReviewDesk.Due last = some.get(some.size() - 1);
            spot = Optional.of(new ReviewDesk.Spot(last.reviewOn(), last.entry().value()));
        }
        assertThat(read).hasSize(7).doesNotHaveDuplicates().first().isEqualTo("Stuk 6");
    }

    @Test
    void an_owner_may_write_on_the_site_or_stays_from_before() {
        EntryId entry = anEntry("Zwembad", noor, TODAY);
        PersonId reader = aMember(Role.READER);
        PersonId stranger = plein.get(AddPerson.class).perform("Vreemde");
        for (PersonId none : List.of(reader, stranger, new PersonId(java.util.UUID.randomUUID()))) {
            assertThatThrownBy(() -> lookAfter(entry, none, TODAY))
                    .isInstanceOf(Invalid.class)
                    .hasMessageContaining("may write on this site");
        }

        plein.get(BlockPerson.class).block(noor);
        assertThat(lookAfter(entry, noor, TODAY.plusYears(1)).reviewOn()).contains(TODAY.plusYears(1));
    }

    @Test
    void whoever_has_not_seen_what_holds_changes_nothing() {
        EntryId entry = anEntry("Zwembad", noor, TODAY);
        String old = Upkeep.NONE.tag();

        assertThatThrownBy(() -> inAgency(
                        () -> plein.get(LookAfterEntry.class).perform(content.id(), entry, Upkeep.NONE, Seen.of(old))))
                .isInstanceOf(Stale.class);
        assertThatThrownBy(() -> lookAfter(entry, noor, LocalDate.of(12_345, 1, 1)))
                .isInstanceOf(Invalid.class);
        assertThat(titlesFor(noor)).containsExactly("Zwembad");
    }

    @Test
    void a_desk_of_one_agency_is_invisible_to_another() {
        anEntry("Van ons", null, TODAY);
        SiteRef other = plein.aSite();

        assertThat(plein.inAgency(
                        other.agency(), () -> plein.get(ReviewDesk.class).page(other.id(), Optional.empty(), 10)))
                .isEmpty();
        assertThatThrownBy(() -> plein.inAgency(
                        other.agency(), () -> plein.get(ReviewDesk.class).page(content.id(), Optional.empty(), 10)))
                .isInstanceOf(NotFound.class);
    }

    private PersonId aMember(Role role) {
        PersonId person = plein.get(AddPerson.class).perform("Lid");
        plein.get(GrantRole.class).onSite(person, content.id(), role);
        plein.clock().advance(Duration.ofSeconds(1));
        return person;
    }

    private EntryId anEntry(String title, @org.jspecify.annotations.Nullable PersonId owner, LocalDate reviewOn) {
        EntryId entry = content.create(news(title)).key().entry();
        lookAfter(entry, owner, reviewOn);
        return entry;
    }

    private Upkeep lookAfter(EntryId entry, @org.jspecify.annotations.Nullable PersonId owner, LocalDate reviewOn) {
        return inAgency(() -> plein.get(LookAfterEntry.class)
                .perform(content.id(), entry, new Upkeep(Optional.ofNullable(owner), Optional.of(reviewOn)), Seen.ANY));
    }

    private List<String> titlesFor(PersonId person) {
        return deskOf(person).stream().map(ReviewDesk.Due::title).toList();
    }

    private List<ReviewDesk.Due> deskOf(PersonId person) {
        return as(person, () -> plein.get(ReviewDesk.class).page(content.id(), Optional.empty(), 10));
    }

    private <T> T inAgency(Supplier<T> work) {
        return plein.inAgency(content.site.agency(), work);
    }

    private <T> T as(PersonId person, Supplier<T> work) {
        return inAgency(
                () -> plein.get(Calling.class).as(new Caller(Caller.Kind.PERSON, Optional.of(person), "Lid"), work));
    }
}
