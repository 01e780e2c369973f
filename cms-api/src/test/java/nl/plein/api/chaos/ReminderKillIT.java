package nl.plein.api.chaos;

import static nl.plein.api.server.Proof.figure;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.TimeUnit;
import nl.plein.api.server.Client;
import nl.plein.api.server.Client.Answer;
import nl.plein.api.server.RunningServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A deadline with a kill -9 between its two reminders: a real mail server gets each once. */
@Tag("chaos")
class ReminderKillIT {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final GreenMail mails = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private final RunningServer server = RunningServer.fresh();
    private final Client administrator = Client.of(server).withToken(RunningServer.ADMINISTRATOR);

    @BeforeEach
    void start() {
        mails.start();
        startServer();
    }

    private void startServer() {
        server.start(
                "-Dplein.mail.host=127.0.0.1",
                "-Dplein.mail.port=" + mails.getSmtp().getPort(),
                "-Dplein.mail.tls=none",
                "-Dplein.mail.from=plein@stad.example");
    }

    @AfterEach
    void stop() {
        server.kill();
        mails.stop();
    }

    @Test
    void each_of_two_reminders_comes_once_although_the_server_dies_between_them() throws Exception {
        ChaosSite site = ChaosSite.found(server);
        String entry = site.create("subsidie").entry();
        Answer noor = administrator.post(
                "/manage/v1/agencies/" + site + "/members",
                "{\"name\":\"Noor\",\"role\":\"publisher\",\"mail\":\"noor@stad.example\"}");
        assertThat(noor.status()).as(noor.text()).isEqualTo(201);
        Instant deadline = Instant.now().plusSeconds(40).truncatedTo(ChronoUnit.MILLIS);
        Answer given = administrator
                .with("If-Match", "*")
                .put(
                        "/manage/v1/sites/" + site + "/entries/" + entry + "/translations/nl/task",
                        "{\"assignee\":\"%s\",\"deadline\":\"%s\"}"
                                .formatted(noor.json().path("person").asString(), deadline));
        assertThat(given.status()).as(given.text()).isEqualTo(200);

        await("Herinnering: “subsidie” wacht op u");
        server.kill();
        startServer();
        await("De termijn is om: “subsidie” wacht op u");
        TimeUnit.SECONDS.sleep(12); // two looks more

        figure("reminders_before_the_deadline", count("Herinnering"));
        figure("reminders_at_the_deadline", count("De termijn is om"));
        assertThat(count("Herinnering")).isEqualTo(1);
        assertThat(count("De termijn is om")).isEqualTo(1);
    }

    private void await(String subject) throws Exception {
        Instant end = Instant.now().plus(PATIENCE);
        while (count(subject) == 0) {
            assertThat(Instant.now()).as("waited for " + subject).isBefore(end);
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    private int count(String beginning) throws MessagingException {
        int count = 0;
        for (MimeMessage mail : mails.getReceivedMessages()) {
            if (mail.getSubject().startsWith(beginning)) {
                count++;
            }
        }
        return count;
    }
}
