package nl.plein.cms.exchange;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * When a source says it was published.
 *
 * @param day     the calendar day as written, in the source's own zone: the day in its address
 * @param instant with the offset that was written; a plain day is midnight, and a time without offset is meant, in the
 *     site's zone
 */
record SourceDate(LocalDate day, OffsetDateTime instant) {

    private static final Pattern WRITTEN = Pattern.compile(
            "(\\d{4})[-/](\\d{1,2})[-/](\\d{1,2})"
                    + "(?:[Tt ]+(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,]\\d{1,9})?)?\\s*(Z|z|UTC|GMT|[+-]\\d{1,2}(?::?\\d{2})?)?)?");
    private static final DateTimeFormatter RFC_3339 = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssXXX");

    /** Empty when this is no date; the report then says so. */
    static Optional<SourceDate> parse(String text, ZoneId siteZone) {
        Matcher matcher = WRITTEN.matcher(text.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            LocalDate day = LocalDate.of(number(matcher, 1), number(matcher, 2), number(matcher, 3));
            if (matcher.group(4) == null) {
                return Optional.of(
                        new SourceDate(day, day.atStartOfDay(siteZone).toOffsetDateTime()));
            }
            int seconds = matcher.group(6) == null ? 0 : number(matcher, 6);
            LocalTime time = LocalTime.of(number(matcher, 4), number(matcher, 5), seconds);
            String zone = matcher.group(7);
            OffsetDateTime instant = zone == null
                    ? day.atTime(time).atZone(siteZone).toOffsetDateTime()
                    : day.atTime(time).atOffset(offset(zone));
            return Optional.of(new SourceDate(day, instant));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    static SourceDate of(LocalDate day, ZoneId siteZone) {
        return new SourceDate(day, day.atStartOfDay(siteZone).toOffsetDateTime());
    }

    /** RFC 3339, with the written offset. */
    String rfc3339() {
        return RFC_3339.format(instant);
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }

    /** {@code -4}, {@code -0400}, {@code -04:00}, {@code Z}. */
    private static ZoneOffset offset(String zone) {
        if (Character.isLetter(zone.charAt(0))) {
            return ZoneOffset.UTC;
        }
        String digits = zone.substring(1).replace(":", "");
        int hours = Integer.parseInt(digits.length() <= 2 ? digits : digits.substring(0, digits.length() - 2));
        int minutes = digits.length() <= 2 ? 0 : Integer.parseInt(digits.substring(digits.length() - 2));
        int sign = zone.charAt(0) == '-' ? -1 : 1;
        return ZoneOffset.ofHoursMinutes(sign * hours, sign * minutes);
    }
}
