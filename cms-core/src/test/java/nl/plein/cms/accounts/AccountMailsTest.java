package nl.plein.cms.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.plein.cms.jobs.JobState;
import nl.plein.cms.jobs.Jobs;
import nl.plein.cms.kernel.Invalid;
import nl.plein.cms.kernel.PersonId;
import nl.plein.cms.people.AddPerson;
import nl.plein.cms.people.BlockPerson;
import nl.plein.cms.people.MailAddress;
import nl.plein.cms.people.Role;
import nl.plein.cms.tenancy.SiteRef;
import nl.plein.cms.testkit.OnDatabase;
import nl.plein.cms.testkit.Plein;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** Mails as a real mail server gets them. */
@OnDatabase
class AccountMailsTest {

    private static final Pattern LINK =
            Pattern.compile("http://127\\.0\\.0\\.1:8080/identity/password\\?link=([\\w-]{43})\\s");
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final AtomicInteger NUMBER = new AtomicInteger();

    @Parameter
    Plein plein;

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private final MailAddress mail = MailAddress.of("mailnoor" + NUMBER.incrementAndGet() + "@example.nl");
    private final String address = "198.51.100." + NUMBER.get();

    @BeforeEach
    void aMailServer() {
        server.start();
        System.setProperty("plein.mail.host", "127.0.0.1");
        System.setProperty("plein.mail.port", String.valueOf(server.getSmtp().getPort()));
        System.setProperty("plein.mail.tls", "none");
        System.setProperty("plein.mail.from", "Plein <plein@example.nl>");
    }

    @AfterEach
    void none() {
        for (String name : new String[] {"host", "port", "tls", "from"}) {
            System.clearProperty("plein.mail." + name);
        }
        server.stop();
    }

    @Test
    void a_forgotten_password_is_replaced_by_a_link_that_comes_by_mail_and_works_once() throws Exception {
        aPerson("nl");
        assertThat(plein.get(AskForReset.class).perform(" " + mail.value().toUpperCase(), "nl", address))
                .isTrue();

        MimeMessage got = mailTo(mail);
        assertThat(got.getSubject()).isEqualTo("Kies een nieuw wachtwoord");
        assertThat(got.getFrom()[0]).hasToString("Plein <plein@example.nl>");
        assertThat(got.getContentType()).isEqualTo("text/plain; charset=utf-8");
        assertThat(got.getHeader("Auto-Submitted", null)).isEqualTo("auto-generated");
        String text = text(got);
        assertThat(text).startsWith("Beste Noor \u0141ukasz,").contains("\u00e9\u00e9n keer");
        ChoosePassword choose = plein.get(ChoosePassword.class);
        assertThat(choose.perform(linkIn(text), "drie eenden op het plein", Optional.empty()))
                .isEqualTo(ChosenPassword.SET);
        assertThat(choose.perform(linkIn(text), "vier eenden op het plein", Optional.empty()))
                .isEqualTo(ChosenPassword.DEAD_LINK);

        MimeMessage told = mailNumber(2);
        assertThat(told.getSubject()).isEqualTo("Uw wachtwoord is gewijzigd");
        assertThat(text(told)).doesNotContain("link=");
    }

    @Test
    void an_invitation_names_who_asks_and_is_in_the_language_of_the_person() throws Exception {
        SiteRef site = plein.aSite();
        var admitted = plein.inAgency(site.agency(), () -> plein.get(AdmitMember.class)
                .byMail(site.agency(), "Noor", mail, "en", Role.READER));
        assertThat(admitted.link()).isEmpty();

        MimeMessage got = mailTo(mail);
        assertThat(got.getSubject()).isEqualTo("Invitation: make your account");
        assertThat(text(got)).contains("Agency ").contains("invites you");
        assertThat(plein.get(OneTimeLinks.class)
                        .find(linkIn(text(got)))
                        .orElseThrow()
                        .person()
                        .id())
                .isEqualTo(admitted.person());
    }

    @Test
    void who_is_unknown_or_blocked_gets_nothing_and_nobody_can_tell() {
        plein.get(BlockPerson.class).block(aPerson("nl"));
        AskForReset ask = plein.get(AskForReset.class);
        assertThat(ask.perform(mail.value(), "nl", address)).isTrue();
        assertThat(ask.perform("nobody" + NUMBER.get() + "@example.nl", "nl", address))
                .isTrue();
        assertThatThrownBy(() -> ask.perform("no address", "nl", address)).isInstanceOf(Invalid.class);

        awaitNoWork();
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void an_account_is_sent_three_mails_an_hour() {
        AskForReset ask = plein.get(AskForReset.class);
        for (int i = 0; i < 3; i++) {
            assertThat(ask.perform(mail.value(), "nl", "203.0.113." + i)).isTrue();
        }
        assertThat(ask.perform(mail.value(), "nl", "203.0.113.77")).isFalse();
        plein.clock().advance(Duration.ofHours(1));
        assertThat(ask.perform(mail.value(), "nl", "203.0.113.77")).isTrue();
        awaitNoWork();
    }

    @Test
    void a_mail_waits_until_the_mail_server_is_back() throws Exception {
        aPerson("nl");
        int port = server.getSmtp().getPort();
        server.stop();
        plein.get(AskForReset.class).perform(mail.value(), "nl", address);
        try (var broken = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            broken.setSoTimeout((int) PATIENCE.toMillis());
            broken.accept().close(); // a try that comes to nothing
        }
        GreenMail again = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        again.start();
        try {
            assertThat(again.waitForIncomingEmail(PATIENCE.toMillis(), 1)).isTrue();
            assertThat(plein.get(OneTimeLinks.class).find(linkIn(text(again.getReceivedMessages()[0]))))
                    .isPresent();
            awaitNoWork();
        } finally {
            again.stop();
        }
    }

    private PersonId aPerson(String language) {
        return plein.get(AddPerson.class).perform("Noor \u0141ukasz", mail, language);
    }

    private void awaitNoWork() {
        plein.eventually(PATIENCE, () -> {
            var counts = plein.get(Jobs.class).counts();
            return counts.get(JobState.WAITING) + counts.get(JobState.RUNNING) == 0
                    ? Optional.of(counts)
                    : Optional.empty();
        });
    }

    private MimeMessage mailTo(MailAddress to) throws MessagingException {
        MimeMessage got = mailNumber(1);
        assertThat(Arrays.toString(got.getAllRecipients())).isEqualTo("[" + to + "]");
        return got;
    }

    private MimeMessage mailNumber(int number) {
        assertThat(server.waitForIncomingEmail(PATIENCE.toMillis(), number)).isTrue();
        return server.getReceivedMessages()[number - 1];
    }

    private static String text(MimeMessage mail) throws IOException, MessagingException {
        return new String(mail.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    }

    private static String linkIn(String text) {
        Matcher link = LINK.matcher(text);
        assertThat(link.find()).as(text).isTrue();
        return link.group(1);
    }
}
