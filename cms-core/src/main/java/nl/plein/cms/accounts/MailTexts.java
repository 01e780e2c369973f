package nl.plein.cms.accounts;

import java.util.Map;
import nl.plein.cms.notify.Mail;
import nl.plein.cms.people.Person;

/** The words of mails about accounts, in Dutch and English, in plain text. */
final class MailTexts {

    private record Words(String subject, String text) {}

    private static final Map<String, Words> WORDS = Map.of(
            "nl INVITATION",
            new Words(
                    "Uitnodiging: maak uw account",
                    """
                    Beste {name},

                    {about} nodigt u uit. Kies een wachtwoord om in te loggen:

                    {link}

                    De link werkt één keer, zeven dagen lang. U logt in met het mailadres
                    waarop u dit bericht krijgt.

                    Verwachtte u dit bericht niet? Dan hoeft u niets te doen.
                    """),
            "en INVITATION",
            new Words(
                    "Invitation: make your account",
                    """
                    Dear {name},

                    {about} invites you. Choose a password to sign in:

                    {link}

                    The link works once, for seven days. You sign in with the mail address
                    at which you got this message.

                    If you did not expect this message, you need not do anything.
                    """),
            "nl RESET",
            new Words(
                    "Kies een nieuw wachtwoord",
                    """
                    Beste {name},

                    U vroeg om een nieuw wachtwoord. Kies het hier:

                    {link}

                    De link werkt één keer, een uur lang.

                    Vroeg u hier niet om? Dan hoeft u niets te doen: uw wachtwoord blijft
                    zoals het is.
                    """),
            "en RESET",
            new Words(
                    "Choose a new password",
                    """
                    Dear {name},

                    You asked for a new password. Choose it here:

                    {link}

                    The link works once, for one hour.

                    If you did not ask for this, you need not do anything: your password
                    stays as it is.
                    """),
            "nl CHANGED",
            new Words(
                    "Uw wachtwoord is gewijzigd",
                    """
                    Beste {name},

                    Uw wachtwoord is zojuist gewijzigd. Op andere apparaten bent u uitgelogd.

                    Was u dit niet? Kies dan meteen een nieuw wachtwoord en meld het aan uw
                    beheerder:

                    {link}
                    """),
            "en CHANGED",
            new Words(
                    "Your password has been changed",
                    """
                    Dear {name},

                    Your password has just been changed. You have been signed out elsewhere.

                    If this was not you, choose a new password at once and tell your
                    administrator:

                    {link}
                    """));

    private MailTexts() {}

    static Mail of(AccountMail mail, Person person, String link) {
        String language = mail.language().equals("en") ? "en" : "nl";
        Words words = WORDS.getOrDefault(language + " " + mail.kind(), new Words("", ""));
        String text = words.text()
                .replace("{name}", oneLine(person.name()))
                .replace("{about}", oneLine(mail.about()))
                .replace("{link}", link);
        return new Mail(mail.address().value(), words.subject(), text, language);
    }

    private static String oneLine(String text) {
        return text.replaceAll("[\\p{Cc}\\u2028\\u2029]+", " ").strip();
    }
}
