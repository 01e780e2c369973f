package nl.plein.site.page;

import java.text.NumberFormat;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import nl.plein.site.kernel.Trouble;
import nl.plein.site.theme.Texts;

/** How one locale says texts, dates and numbers. */
public final class Words {
    private static final Map<String, String> PATTERNS = Map.of(
            "long", "d MMMM yyyy",
            "short", "d MMM yyyy",
            "weekday", "EEEE d MMMM yyyy",
            "month", "MMMM yyyy",
            "monthShort", "MMM",
            "day", "d",
            "year", "yyyy",
            "iso", "yyyy-MM-dd",
            "time", "HH:mm",
            "datetime", "d MMMM yyyy, HH:mm");

    private static final int MOST_SAID = 20_000;

    private final Texts texts;
    private final Locale locale;
    private final ZoneId zone;
    private final Map<String, DateTimeFormatter> formats;

    /** An entry's dates are said again on each list that it is in. */
    private final Map<String, String> said = new ConcurrentHashMap<>();

    public Words(Texts texts, String locale, String timeZone) {
        this.texts = texts;
        this.locale = Locale.forLanguageTag(locale);
        this.zone = ZoneId.of(timeZone);
        this.formats = PATTERNS.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey, pattern -> DateTimeFormatter.ofPattern(pattern.getValue(), this.locale)));
    }

    public String text(String key, List<?> arguments) {
        return Texts.filled(
                texts.find(key)
                        .orElseThrow(() -> new Trouble("there is no text '" + key + "' in texts/" + locale + ".json")),
                arguments);
    }

    public String textOr(String key, String otherwise) {
        return texts.find(key).orElse(otherwise);
    }

    public String plural(String key, Number count) {
        return text(key + (count.doubleValue() == 1 ? ".one" : ".other"), List.of(number(count)));
    }

    /** @param moment an ISO date or an RFC 3339 instant; "" gives "" */
    public String date(String moment, String format) {
        if (moment.isEmpty()) {
            return "";
        }
        String key = format + " " + moment;
        String known = said.get(key);
        if (known == null) {
            known = formatted(moment, format);
            if (said.size() >= MOST_SAID) {
                said.clear();
            }
            said.put(key, known);
        }
        return known;
    }

    private String formatted(String moment, String format) {
        DateTimeFormatter formatter = formats.get(format);
        if (formatter == null) {
            throw new Trouble("there is no date format '" + format + "'; there are: "
                    + String.join(", ", PATTERNS.keySet().stream().sorted().toList()));
        }
        try {
            String date = formatter.format(parsed(moment));
            return format.startsWith("month") || format.equals("short") ? date.replace(".", "") : date;
        } catch (DateTimeException e) {
            throw new Trouble("'" + moment + "' is not a date", e);
        }
    }

    private ZonedDateTime parsed(String moment) {
        return moment.length() <= 10
                ? LocalDate.parse(moment).atStartOfDay(zone)
                : OffsetDateTime.parse(moment).atZoneSameInstant(zone);
    }

    public String number(Number number) {
        return NumberFormat.getInstance(locale).format(number);
    }

    /** Bytes as people say them. */
    public String size(long bytes) {
        if (bytes < 1_000) {
            return bytes + " B";
        }
        double kilo = bytes / 1_000.0;
        NumberFormat format = NumberFormat.getInstance(locale);
        format.setMaximumFractionDigits(kilo < 1_000 ? 0 : 1);
        return kilo < 1_000 ? format.format(kilo) + " kB" : format.format(kilo / 1_000) + " MB";
    }

    /** As "Nederlands", for a language switch. */
    public static String languageName(String locale) {
        Locale language = Locale.forLanguageTag(locale);
        String name = language.getDisplayLanguage(language);
        return name.isEmpty() ? locale : name.substring(0, 1).toUpperCase(language) + name.substring(1);
    }
}
