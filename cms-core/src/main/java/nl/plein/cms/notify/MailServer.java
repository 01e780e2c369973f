package nl.plein.cms.notify;

import jakarta.activation.DataHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.util.ByteArrayDataSource;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.Properties;
import nl.plein.cms.kernel.Settings;

/**
 * The mail server of the settings {@code plein.mail.*}, spoken to by SMTP (RFC 5321). Without {@code plein.mail.host} there is
 * none.
 */
@ApplicationScoped
public class MailServer {

    private static final String SECONDS_10 = "10000";

    @Inject
    Settings settings;

    @Inject
    Clock clock;

    /** Whether mail is set up. */
    public boolean isThere() {
        return settings.get("plein.mail.host").filter(host -> !host.isBlank()).isPresent();
    }

    /**
     * Hands it to the mail server and waits until that has taken it, half a minute at most.
     *
     * @throws MessagingException if it has not; sending again may help
     */
    public void send(Mail mail) throws MessagingException {
        Session session = Session.getInstance(properties());
        var message = new MimeMessage(session);
        message.setFrom(new InternetAddress(settings.get("plein.mail.from").orElse("plein@localhost")));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(mail.to(), true));
        message.setSubject(mail.subject(), "UTF-8");
        message.setSentDate(Date.from(clock.instant()));
        message.setHeader("Content-Language", mail.language());
        message.setHeader("Auto-Submitted", "auto-generated"); // RFC 3834: no "out of office" back
        // A source of bytes, as texts would need a table of handlers that is looked for in the caller's class loader.
        message.setDataHandler(new DataHandler(
                new ByteArrayDataSource(mail.text().getBytes(StandardCharsets.UTF_8), "text/plain; charset=utf-8")));
        message.saveChanges();
        try (Transport transport = session.getTransport(isWrapped() ? "smtps" : "smtp")) {
            transport.connect(
                    settings.get("plein.mail.user").orElse(null),
                    settings.get("plein.mail.password").orElse(null));
            transport.sendMessage(message, message.getAllRecipients());
        }
    }

    private boolean isWrapped() {
        return tls().equals("tls");
    }

    private String tls() {
        return settings.get("plein.mail.tls").orElse("starttls");
    }

    private Properties properties() {
        var properties = new Properties();
        String protocol = isWrapped() ? "mail.smtps." : "mail.smtp.";
        properties.put(protocol + "host", settings.get("plein.mail.host").orElse("localhost"));
        properties.put(protocol + "port", settings.get("plein.mail.port").orElse(isWrapped() ? "465" : "587"));
        properties.put(
                protocol + "auth",
                String.valueOf(settings.get("plein.mail.user").isPresent()));
        properties.put(protocol + "starttls.enable", String.valueOf(tls().equals("starttls")));
        properties.put(protocol + "starttls.required", String.valueOf(tls().equals("starttls")));
        properties.put(protocol + "ssl.checkserveridentity", "true");
        properties.put(protocol + "connectiontimeout", SECONDS_10);
        properties.put(protocol + "timeout", SECONDS_10);
        properties.put(protocol + "writetimeout", SECONDS_10);
        properties.put("mail.mime.allowutf8", "false");
        return properties;
    }
}
