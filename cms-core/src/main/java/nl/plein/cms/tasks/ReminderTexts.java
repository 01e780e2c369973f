package nl.plein.cms.tasks;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Collectors;
import nl.plein.cms.notify.Mail;
import nl.plein.cms.people.MailAddress;
import nl.plein.cms.people.Person;

/** The words of reminders, in Dutch and English, in plain text. */
final class ReminderTexts {

    private static final int LONGEST_TITLE = 120;

    private record Words(String subject, String text) {}

    private static final Words NL_BEFORE = new Words(
            "Herinnering: “{title}” wacht op u",
            """
            Beste {name},

            Op de site {site} wacht “{title}” ({locale}) op u. Het staat op
            “{state}”; wat nu kan: {steps}.

            Graag voor {deadline}.
            """);
    private static final Words NL_AT = new Words(
            "De termijn is om: “{title}” wacht op u",
            """
            Beste {name},

            De termijn van “{title}” ({locale}) op de site {site} is om: {deadline}.
            Het staat nog op “{state}”; wat nu kan: {steps}.

            Dit is de laatste herinnering.
            """);
    private static final Words EN_BEFORE = new Words(
            "Reminder: “{title}” waits for you",
            """
            Dear {name},

            On the site {site} “{title}” ({locale}) waits for you. It is at “{state}”;
            what can be done now: {steps}.

            Please before {deadline}.
            """);
    private static final Words EN_AT = new Words(
            "The deadline is over: “{title}” waits for you",
            """
            Dear {name},

            The deadline of “{title}” ({locale}) on the site {site} is over: {deadline}.
            It is still at “{state}”; what can be done now: {steps}.

            This is the last reminder.
            """);

    private ReminderTexts() {}

    /** @throws java.util.NoSuchElementException if the person has no mail address */
    static Mail of(OpenTask open, Person person, Task.Moment moment, Instant deadline) {
        boolean english = person.language().equals("en");
        boolean before = moment == Task.Moment.BEFORE;
        Words words = english ? before ? EN_BEFORE : EN_AT : before ? NL_BEFORE : NL_AT;
        String to = person.mail().map(MailAddress::value).orElseThrow();
        return new Mail(
                to,
                filled(words.subject(), open, person, deadline, english),
                filled(words.text(), open, person, deadline, english),
                english ? "en" : "nl");
    }

    private static String filled(String text, OpenTask open, Person person, Instant deadline, boolean english) {
        var state = open.next().state().name();
        String steps = open.next().ways().stream()
                .map(way -> english ? way.name().en() : way.name().nl())
                .collect(Collectors.joining(", "));
        var format = DateTimeFormatter.ofPattern(
                english ? "EEEE d MMMM yyyy, HH:mm" : "EEEE d MMMM yyyy, HH.mm 'uur'",
                Locale.forLanguageTag(english ? "en" : "nl"));
        return text.replace("{name}", oneLine(person.name()))
                .replace("{site}", oneLine(open.site().name()))
                .replace("{locale}", open.task().translation().locale())
                .replace("{state}", english ? state.en() : state.nl())
                .replace("{steps}", steps)
                .replace("{deadline}", format.format(deadline.atZone(open.site().zone())))
                .replace("{title}", title(open, english));
    }

    private static String title(OpenTask open, boolean english) {
        String title = oneLine(open.next().draft().title());
        if (title.isEmpty()) {
            return english ? "without a title" : "zonder titel";
        }
        return title.length() <= LONGEST_TITLE
                ? title
                : title.substring(0, title.offsetByCodePoints(0, LONGEST_TITLE / 2)) + "…";
    }

    private static String oneLine(String text) {
        return text.replaceAll("[\\p{Cc}\\u2028\\u2029]+", " ").strip();
    }
}
