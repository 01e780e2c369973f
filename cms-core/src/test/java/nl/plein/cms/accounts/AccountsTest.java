package nl.plein.cms.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import nl.plein.cms.audit.Audit;
import nl.plein.cms.audit.AuditTrail;
import nl.plein.cms.audit.VerifyTrail;
import nl.plein.cms.kernel.Conflict;
import nl.plein.cms.kernel.Hashes;
import nl.plein.cms.kernel.Invalid;
import nl.plein.cms.kernel.NotFound;
import nl.plein.cms.kernel.NotPermitted;
import nl.plein.cms.kernel.PersonId;
import nl.plein.cms.people.AddPerson;
import nl.plein.cms.people.BlockPerson;
import nl.plein.cms.people.Caller;
import nl.plein.cms.people.Calling;
import nl.plein.cms.people.GrantRole;
import nl.plein.cms.people.MailAddress;
import nl.plein.cms.people.Memberships;
import nl.plein.cms.people.Role;
import nl.plein.cms.tenancy.SiteRef;
import nl.plein.cms.testkit.OnDatabase;
import nl.plein.cms.testkit.Plein;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

@OnDatabase
class AccountsTest {

    private static final String PASSWORD = "drie eenden op het plein";
    private static final String STATE = "what this browser keeps";
    private static final AtomicInteger NUMBER = new AtomicInteger();

    @Parameter
    Plein plein;

    private final String mail = "noor" + NUMBER.incrementAndGet() + "@example.nl";
    private final String address = "192.0.2." + NUMBER.get();
    private PersonId noor;

    @BeforeEach
    void anAccount() {
        noor = plein.get(AddPerson.class).perform("Noor de Wit", MailAddress.of(mail), "nl");
        setPassword(noor, PASSWORD);
        plein.clock().advance(Duration.ofMinutes(2));
    }

    @Test
    void the_right_password_signs_in_and_whatever_is_wrong_is_answered_alike() {
        assertThat(sessions()
                        .find(signIn(mail, PASSWORD))
                        .orElseThrow()
                        .caller()
                        .person())
                .contains(noor);
        assertThat(sessions().find(signIn("  " + mail.toUpperCase() + " ", PASSWORD)))
                .isPresent();

        assertThat(attempt(mail, "drie eenden op het Plein")).isEqualTo(SignInOutcome.Refused.WRONG);
        assertThat(attempt("nobody@example.nl", PASSWORD)).isEqualTo(SignInOutcome.Refused.WRONG);
        plein.get(BlockPerson.class).block(noor);
        assertThat(attempt(mail, PASSWORD)).isEqualTo(SignInOutcome.Refused.WRONG);
    }

    @Test
    void an_unknown_account_takes_as_long_as_a_known_one() {
        long known = Long.MAX_VALUE;
        long unknown = Long.MAX_VALUE;
        for (int i = 0; i < 8; i++) {
            String nobody = "nobody" + NUMBER.incrementAndGet() + "@example.nl";
            known = Math.min(known, nanosOf(() -> attempt(mail, "a wrong password")));
            unknown = Math.min(unknown, nanosOf(() -> attempt(nobody, "a wrong password")));
        }

        assertThat((double) unknown / known).isBetween(0.6, 1.7);
    }

    @Test
    void ten_tries_a_minute_count_for_an_account_however_it_is_spelled() {
        for (int i = 0; i < 10; i++) {
            String spelled = i % 2 == 0 ? mail : " " + mail.toUpperCase();
            assertThat(plein.get(SignIn.class).perform(spelled, "wrong " + i, "", "203.0.113." + i))
                    .isEqualTo(SignInOutcome.Refused.WRONG);
        }

        assertThat(plein.get(SignIn.class).perform(mail, PASSWORD, "", "203.0.113.99"))
                .isEqualTo(SignInOutcome.Refused.TOO_MANY);
        plein.clock().advance(Duration.ofMinutes(1));
        assertThat(attempt(mail, PASSWORD)).isInstanceOf(SignInOutcome.Welcome.class);
    }

    @Test
    void thirty_failures_a_minute_count_for_an_address_and_for_its_whole_ipv6_network() {
        for (int i = 0; i < 30; i++) {
            plein.get(SignIn.class)
                    .perform(
                            "guess" + NUMBER.incrementAndGet() + "@example.nl", "wrong", "", "2001:db8:1:" + "2::" + i);
        }

        assertThat(plein.get(SignIn.class).perform(mail, PASSWORD, "", "2001:db8:1:2:3:4:5:6"))
                .isEqualTo(SignInOutcome.Refused.TOO_MANY);
        assertThat(attempt(mail, PASSWORD)).isInstanceOf(SignInOutcome.Welcome.class);
    }

    @Test
    void a_hash_of_the_day_before_yesterday_becomes_one_of_today() {
        Credentials credentials = plein.get(Credentials.class);
        plein.transaction(() -> credentials.rehash(noor, cheapHash(PASSWORD)));

        assertThat(attempt(mail, "something else")).isEqualTo(SignInOutcome.Refused.WRONG);
        assertThat(credentials.hashOf(noor).orElseThrow()).contains("m=64,t=1");
        assertThat(attempt(mail, PASSWORD)).isInstanceOf(SignInOutcome.Welcome.class);

        assertThat(credentials.hashOf(noor).orElseThrow()).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(attempt(mail, PASSWORD)).isInstanceOf(SignInOutcome.Welcome.class);
    }

    @Test
    void a_password_typed_on_another_keyboard_is_the_same() {
        setPassword(noor, "de caf\u00e9houder schenkt in");

        assertThat(attempt(mail, "de cafe\u0301houder schenkt in")).isInstanceOf(SignInOutcome.Welcome.class);
    }

    @Test
    void a_session_ends_when_nobody_uses_it_and_when_it_is_a_week_old() {
        String secret = signIn(mail, PASSWORD);
        plein.clock().advance(Duration.ofHours(7));
        assertThat(sessions().find(secret)).isPresent();
        plein.clock().advance(Duration.ofHours(7));
        assertThat(sessions().find(secret)).as("used seven hours ago").isPresent();
        plein.clock().advance(Duration.ofHours(9));
        assertThat(sessions().find(secret)).isEmpty();

        String busy = signIn(mail, PASSWORD);
        for (int i = 0; i < 23; i++) {
            plein.clock().advance(Duration.ofHours(7));
            assertThat(sessions().find(busy)).isPresent();
        }
        plein.clock().advance(Duration.ofHours(7));
        assertThat(sessions().find(busy)).isEmpty();
    }

    @Test
    void ending_a_session_ends_it_on_the_sites_it_went_over_to() {
        SiteRef site = plein.aSite();
        String secret = signIn(mail, PASSWORD);
        SignedIn here = sessions().find(secret).orElseThrow();
        String there = arrive(here, site);
        assertThat(sessions().find(there, site.id())).contains(here);
        assertThat(sessions().find(there, plein.aSite().id()))
                .as("another site")
                .isEmpty();
        assertThat(sessions().find(there)).as("the platform").isEmpty();

        plein.get(EndSessions.class).one(noor, here.session());

        assertThat(sessions().find(secret)).isEmpty();
        assertThat(sessions().find(there, site.id())).isEmpty();
    }

    @Test
    void blocking_somebody_ends_what_they_have_open() {
        String secret = signIn(mail, PASSWORD);
        plein.get(BlockPerson.class).block(noor);

        assertThat(sessions().find(secret)).isEmpty();
    }

    @Test
    void i_can_end_my_sessions_and_nobody_elses() {
        String mine = signIn(mail, PASSWORD);
        String other = signIn(mail, PASSWORD);
        UUID session = sessions().find(mine).orElseThrow().session();
        PersonId sam = plein.get(AddPerson.class).perform("Sam");

        assertThatThrownBy(() -> plein.get(EndSessions.class).one(sam, session)).isInstanceOf(NotFound.class);
        assertThat(sessions().of(noor)).hasSize(2);
        plein.get(EndSessions.class).others(noor, session);
        assertThat(sessions().find(mine)).isPresent();
        assertThat(sessions().find(other)).isEmpty();
        plein.get(EndSessions.class).all(noor);
        assertThat(sessions().of(noor)).isEmpty();
    }

    @Test
    void a_code_holds_once_for_a_minute_for_its_site_and_its_browser() {
        SiteRef site = plein.aSite();
        SignedIn who = sessions().find(signIn(mail, PASSWORD)).orElseThrow();
        HandOvers handOvers = plein.get(HandOvers.class);

        String code = code(who, site);
        assertThat(handOvers.takeIn(code, site.id(), STATE).orElseThrow().returnPath())
                .isEqualTo("/nieuws?q=1");
        assertThat(handOvers.takeIn(code, site.id(), STATE)).as("again").isEmpty();
        assertThat(handOvers.takeIn(code(who, site), plein.aSite().id(), STATE))
                .as("another site")
                .isEmpty();
        String stolen = code(who, site);
        assertThat(handOvers.takeIn(stolen, site.id(), "of another browser")).isEmpty();
        assertThat(handOvers.takeIn(stolen, site.id(), STATE))
                .as("used up by the thief")
                .isEmpty();
        String late = code(who, site);
        plein.clock().advance(Duration.ofSeconds(60));
        assertThat(handOvers.takeIn(late, site.id(), STATE)).as("late").isEmpty();
    }

    @Test
    void a_code_leads_back_into_the_site_only() {
        SiteRef site = plein.aSite();
        SignedIn who = sessions().find(signIn(mail, PASSWORD)).orElseThrow();
        for (String odd : List.of(
                "",
                "nieuws",
                "//evil.example",
                "/\\evil.example",
                "https://evil.example",
                "/a\r\nX: y",
                "/a b",
                "/\u00e9",
                "/" + "x".repeat(2_000))) {
            assertThatThrownBy(() ->
                            plein.get(HandOvers.class).giveOut(who.session(), site.id(), Hashes.sha256(STATE), odd))
                    .as(odd)
                    .isInstanceOf(Invalid.class);
        }
    }

    @Test
    void a_link_sets_a_password_once_and_signs_out_everywhere() {
        String session = signIn(mail, PASSWORD);
        String link = link(noor);
        ChoosePassword choose = plein.get(ChoosePassword.class);

        assertThat(choose.perform(link, "te kort", Optional.empty())).isEqualTo(ChosenPassword.TOO_SHORT);
        assertThat(choose.perform(link, "vier fietsen bij de brug", Optional.empty()))
                .isEqualTo(ChosenPassword.SET);
        assertThat(choose.perform(link, "nog een wachtwoord erbij", Optional.empty()))
                .isEqualTo(ChosenPassword.DEAD_LINK);

        assertThat(sessions().find(session)).isEmpty();
        assertThat(attempt(mail, PASSWORD)).isEqualTo(SignInOutcome.Refused.WRONG);
        assertThat(attempt(mail, "vier fietsen bij de brug")).isInstanceOf(SignInOutcome.Welcome.class);
    }

    @Test
    void a_link_dies_of_age_of_a_newer_one_and_of_blocking() {
        String first = link(noor);
        String second = link(noor);
        OneTimeLinks links = plein.get(OneTimeLinks.class);

        assertThat(links.find(first)).isEmpty();
        assertThat(links.find(second)).isPresent();
        plein.get(BlockPerson.class).block(noor);
        assertThat(links.find(second)).isEmpty();
        plein.get(BlockPerson.class).letIn(noor);
        plein.clock().advance(Duration.ofHours(1));
        assertThat(links.find(second)).isEmpty();
    }

    @Test
    void changing_the_password_takes_the_old_one_and_leaves_this_session_alone() {
        String here = signIn(mail, PASSWORD);
        String there = signIn(mail, PASSWORD);
        SignedIn who = sessions().find(here).orElseThrow();
        ChangePassword change = plein.get(ChangePassword.class);

        assertThat(change.perform(who, "wrong", "vier fietsen bij de brug", address))
                .isEqualTo(ChosenPassword.WRONG);
        assertThat(change.perform(who, PASSWORD, "vier fietsen bij de brug", address))
                .isEqualTo(ChosenPassword.SET);
        assertThat(sessions().find(here)).isPresent();
        assertThat(sessions().find(there)).isEmpty();
    }

    @Test
    void roles_are_given_to_members_only_and_taken_again() {
        SiteRef site = plein.aSite();
        ChangeRoles roles = plein.get(ChangeRoles.class);
        plein.inAgency(site.agency(), () -> {
            assertThatThrownBy(() -> roles.grant(site, noor, Role.EDITOR)).isInstanceOf(NotFound.class);
            plein.get(GrantRole.class).inAgency(noor, site.agency(), Role.READER);
            UUID held = roles.grant(site, noor, Role.EDITOR);
            assertThat(roles.grant(site, noor, Role.EDITOR)).isEqualTo(held);
            assertThat(plein.get(Memberships.class).of(noor)).hasSize(2);
            roles.withdraw(site, held);
            assertThatThrownBy(() -> roles.withdraw(site, held)).isInstanceOf(NotFound.class);
            roles.withdrawAll(site.agency(), noor);
        });
        assertThat(plein.get(Memberships.class).of(noor)).isEmpty();
    }

    @Test
    void an_agency_keeps_out_its_own_and_nobody_elses() {
        SiteRef site = plein.aSite();
        PersonId boss = plein.get(AddPerson.class).perform("Boss");
        plein.get(GrantRole.class).inAgency(boss, site.agency(), Role.ADMINISTRATOR);
        KeepOut keepOut = plein.get(KeepOut.class);
        String session = signIn(mail, PASSWORD);
        plein.get(GrantRole.class).inAgency(noor, site.agency(), Role.READER);

        plein.inAgency(
                site.agency(),
                () -> as(boss, () -> {
                    assertThatThrownBy(() -> keepOut.block(site.agency(), boss)).isInstanceOf(Conflict.class);
                    plein.get(GrantRole.class).inAgency(noor, plein.anAgency().id(), Role.READER);
                    assertThatThrownBy(() -> keepOut.block(site.agency(), noor)).isInstanceOf(NotPermitted.class);
                }));
        assertThat(sessions().find(session)).isPresent();
        plein.inAgency(site.agency(), () -> keepOut.block(site.agency(), noor));
        assertThat(sessions().find(session)).isEmpty();
        plein.inAgency(site.agency(), () -> keepOut.letIn(site.agency(), noor));
        assertThat(attempt(mail, PASSWORD)).isInstanceOf(SignInOutcome.Welcome.class);
    }

    @Test
    void whoever_is_asked_in_gets_the_link_by_hand_only_for_an_account_that_was_just_made() {
        SiteRef site = plein.aSite();
        AdmitMember admit = plein.get(AdmitMember.class);
        MailAddress sam = MailAddress.of("sam" + NUMBER.incrementAndGet() + "@example.nl");
        plein.inAgency(site.agency(), () -> {
            var first = admit.byMail(site.agency(), "Sam", sam, "nl", Role.READER);
            assertThat(first.link()).isPresent();
            assertThat(admit.byMail(site.agency(), "Sam", sam, "nl", Role.READER))
                    .isEqualTo(new AdmitMember.Admitted(first.person(), Optional.empty()));
            assertThat(admit.byMail(site.agency(), "X", MailAddress.of(mail), "nl", Role.READER))
                    .isEqualTo(new AdmitMember.Admitted(noor, Optional.empty()));
        });
    }

    @Test
    void somebody_without_a_role_signs_in_too() {
        String citizen = "robin" + NUMBER.incrementAndGet() + "@example.nl";
        plein.get(AddKnownPerson.class)
                .perform("Robin", citizen, PASSWORD, plein.anAgency().id(), List.of());

        assertThat(attempt(citizen, PASSWORD)).isInstanceOf(SignInOutcome.Welcome.class);
    }

    @Test
    void the_trail_tells_of_signing_in_and_of_failing() {
        signIn(mail, PASSWORD);
        attempt(mail, "wrong");
        attempt("nobody@example.nl", "wrong");

        plein.inAgency(Audit.PLATFORM, () -> {
            plein.get(AuditTrail.class).seal();
            assertThat(plein.get(VerifyTrail.class).perform(Optional.empty()).isSound())
                    .isTrue();
        });
        assertThat(actsOn("person/" + noor)).contains("accounts.sign-in", "accounts.sign-in-refused");
        assertThat(actsOn("person/unknown")).contains("accounts.sign-in-refused");
    }

    private List<String> actsOn(String subject) {
        return plein.inAgency(
                Audit.PLATFORM,
                () -> plein.transaction(() -> plein.get(Trail.class).actsOn(subject)));
    }

    private void as(PersonId person, Runnable work) {
        plein.get(Calling.class).as(new Caller(Caller.Kind.PERSON, Optional.of(person), "Somebody"), work);
    }

    private String arrive(SignedIn who, SiteRef site) {
        return plein.get(HandOvers.class)
                .takeIn(code(who, site), site.id(), STATE)
                .orElseThrow()
                .secret();
    }

    private String code(SignedIn who, SiteRef site) {
        return plein.get(HandOvers.class).giveOut(who.session(), site.id(), Hashes.sha256(STATE), "/nieuws?q=1");
    }

    private String link(PersonId person) {
        String link = plein.transaction(() -> plein.get(OneTimeLinks.class).make(person, LinkPurpose.RESET));
        return link.substring(link.indexOf("link=") + 5);
    }

    private void setPassword(PersonId person, String password) {
        plein.get(Credentials.class)
                .set(person, plein.get(Passwords.class).hash(password).orElseThrow());
    }

    private String signIn(String account, String password) {
        return ((SignInOutcome.Welcome) attempt(account, password)).secret();
    }

    private SignInOutcome attempt(String account, String password) {
        return plein.get(SignIn.class).perform(account, password, "Firefox, Linux", address);
    }

    private Sessions sessions() {
        return plein.get(Sessions.class);
    }

    private static String cheapHash(String password) {
        byte[] salt = new byte[16];
        byte[] hash = new byte[32];
        var generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withMemoryAsKB(64)
                .withIterations(1)
                .withParallelism(1)
                .withSalt(salt)
                .build());
        generator.generateBytes(password.getBytes(StandardCharsets.UTF_8), hash);
        var base64 = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m=64,t=1,p=1$" + base64.encodeToString(salt) + "$" + base64.encodeToString(hash);
    }

    private static long nanosOf(Runnable work) {
        long begin = System.nanoTime();
        work.run();
        return System.nanoTime() - begin;
    }

    /** Reads what was recorded. */
    @jakarta.enterprise.context.ApplicationScoped
    public static class Trail {

        @jakarta.inject.Inject
        @nl.plein.cms.tenancy.AgencyData
        jakarta.persistence.EntityManager data;

        List<String> actsOn(String subject) {
            return data.createQuery("select e.action from AuditEvent e where e.subject = :subject", String.class)
                    .setParameter("subject", subject)
                    .getResultList();
        }
    }
}
