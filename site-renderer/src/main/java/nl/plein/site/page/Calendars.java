package nl.plein.site.page;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.plein.site.model.Entry;
import nl.plein.site.theme.Manifest;
import org.jspecify.annotations.Nullable;

/**
 * Events as iCalendar (RFC 5545): {@code event.ics} beside the page of each, {@code calendar.ics} beside each list that is for them
 * alone. Which types are events, and in which fields it stands when and where, is said by {@code calendars} of theme.json.
 */
final class Calendars {
    private static final int MOST = 500;
    private static final int LINE = 75;
    private static final int SUMMARY = 1_000;
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final Edition edition;
    private final StringBuilder text = new StringBuilder();

    private Calendars(Edition edition) {
        this.edition = edition;
    }

    /** The calendar beside an entry's page, if the entry is an event. */
    static Optional<byte[]> ofPage(Edition edition, Page page) {
        return page.entry()
                .filter(entry -> page.path().equals(entry.path()) && isEvent(edition, entry))
                .map(entry -> written(edition, entry.title(), List.of(entry)));
    }

    static Optional<byte[]> ofList(Edition edition, Listing list) {
        return path(edition, list).map(path -> written(edition, list.title(), list.items()));
    }

    /** The site path of a list's calendar, if it has one: it is not empty and for events alone. */
    static Optional<String> path(Edition edition, Listing list) {
        boolean only = !list.types().isEmpty()
                && list.types().stream().allMatch(type -> edition.theme()
                        .theme()
                        .manifest()
                        .calendar(type)
                        .isPresent());
        return only && !list.items().isEmpty() ? Optional.of(listPath(list.path())) : Optional.empty();
    }

    static String listPath(String list) {
        return under(list, "calendar.ics");
    }

    static String pagePath(String page) {
        return under(page, "event.ics");
    }

    private static String under(String path, String file) {
        return (path.equals("/") ? "" : path) + "/" + file;
    }

    private static boolean isEvent(Edition edition, Entry entry) {
        return calendar(edition, entry)
                .flatMap(fields -> moment(entry.fields().get(fields.start())))
                .isPresent();
    }

    private static Optional<Manifest.Calendar> calendar(Edition edition, Entry entry) {
        return edition.theme().theme().manifest().calendar(entry.type());
    }

    private static byte[] written(Edition edition, String title, List<Entry> events) {
        Calendars calendar = new Calendars(edition);
        calendar.line("BEGIN:VCALENDAR");
        calendar.line("VERSION:2.0");
        calendar.line("PRODID:-//Plein//plein-render//NL");
        calendar.line("CALSCALE:GREGORIAN");
        calendar.said("X-WR-CALNAME", title);
        events.stream().filter(entry -> isEvent(edition, entry)).limit(MOST).forEach(calendar::event);
        calendar.line("END:VCALENDAR");
        return calendar.text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void event(Entry entry) {
        Manifest.Calendar fields = calendar(edition, entry).orElseThrow();
        line("BEGIN:VEVENT");
        said("UID", entry.id() + "-" + entry.locale() + "@" + edition.site().id());
        String changed = moment(entry.updatedAt())
                .or(() -> moment(entry.publishedAt()))
                .filter(value -> value.startsWith(":"))
                .orElse(":19700101T000000Z");
        line("DTSTAMP" + changed);
        line("LAST-MODIFIED" + changed);
        moment(entry.fields().get(fields.start())).ifPresent(start -> line("DTSTART" + start));
        moment(entry.fields().get(fields.end())).ifPresent(end -> line("DTEND" + end));
        said("SUMMARY", entry.title());
        if (entry.fields().get("summary") instanceof String summary && !summary.isBlank()) {
            said("DESCRIPTION", RichText.plain(summary, SUMMARY));
        }
        if (entry.fields().get(fields.place()) instanceof Map<?, ?> place) {
            place(place);
        }
        if (entry.hasPage()) {
            line("URL:" + clean(edition.links().absolute(entry.path())));
        }
        line("END:VEVENT");
    }

    private void place(Map<?, ?> place) {
        if (place.get("label") instanceof String label && !label.isBlank()) {
            said("LOCATION", label);
        }
        if (place.get("lat") instanceof Number lat && place.get("lon") instanceof Number lon) {
            line("GEO:" + lat + ";" + lon);
        }
    }

    /** The end of a property's line: {@code :20261208T183000Z}, or {@code ;VALUE=DATE:20261208} for a whole day. */
    private static Optional<String> moment(@Nullable Object value) {
        String iso = String.valueOf(value);
        try {
            if (iso.length() == "2026-12-08".length()) {
                return Optional.of(";VALUE=DATE:" + LocalDate.parse(iso).format(DateTimeFormatter.BASIC_ISO_DATE));
            }
            Instant instant = iso.endsWith("Z")
                    ? Instant.parse(iso)
                    : OffsetDateTime.parse(iso).toInstant();
            return Optional.of(":" + MOMENT.format(instant));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private void said(String name, String value) {
        String escaped = value.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replace("\r\n", "\\n")
                .replace("\n", "\\n");
        line(name + ":" + clean(escaped));
    }

    private static String clean(String value) {
        return value.replaceAll("\\p{Cntrl}", " ");
    }

    /** Lines of at most 75 bytes, never broken inside a character. */
    private void line(String content) {
        int bytes = 0;
        for (int at = 0; at < content.length(); ) {
            int character = content.codePointAt(at);
            String one = Character.toString(character);
            int size = one.getBytes(StandardCharsets.UTF_8).length;
            if (bytes + size > LINE) {
                text.append("\r\n ");
                bytes = 1;
            }
            text.append(one);
            bytes += size;
            at += one.length();
        }
        text.append("\r\n");
    }
}
