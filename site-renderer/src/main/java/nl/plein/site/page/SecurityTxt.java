package nl.plein.site.page;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@code /.well-known/security.txt} (RFC 9116) from the site setting {@code security}: {@code contact} (an address or several) and
 * perhaps {@code policy}, {@code encryption}, {@code acknowledgments}, {@code hiring}, {@code languages}. It expires at the end of the
 * eleventh month from the site's day, so that a site that nobody renders any more says so.
 */
final class SecurityTxt {
    static final String PATH = "/.well-known/security.txt";
    private static final int MONTHS = 11;

    private final StringBuilder text = new StringBuilder();

    private SecurityTxt() {}

    static Optional<byte[]> of(Edition edition) {
        return edition.view().setting("security") instanceof Map<?, ?> said
                        && !addresses(said.get("contact")).isEmpty()
                ? Optional.of(new SecurityTxt().written(edition, said).getBytes(StandardCharsets.UTF_8))
                : Optional.empty();
    }

    private String written(Edition edition, Map<?, ?> said) {
        lines("Contact", addresses(said.get("contact")));
        YearMonth last = YearMonth.from(LocalDate.parse(edition.site().day())).plusMonths(MONTHS);
        lines("Expires", List.of(last.atEndOfMonth() + "T23:59:59Z"));
        lines("Encryption", addresses(said.get("encryption")));
        lines("Acknowledgments", addresses(said.get("acknowledgments")));
        lines("Policy", addresses(said.get("policy")));
        lines("Hiring", addresses(said.get("hiring")));
        List<?> languages = said.get("languages") instanceof List<?> own
                ? own
                : edition.site().locales();
        lines(
                "Preferred-Languages",
                List.of(String.join(
                        ", ", languages.stream().map(String::valueOf).toList())));
        if (!edition.site().host().isEmpty()) {
            lines("Canonical", List.of(edition.links().absolute(PATH)));
        }
        return text.toString();
    }

    private static List<String> addresses(@Nullable Object value) {
        List<?> all = value instanceof List<?> list ? list : value == null ? List.of() : List.of(value);
        return all.stream()
                .map(address -> String.valueOf(address).strip())
                .filter(address -> Links.isSafe(address) && address.indexOf(':') > 0)
                .toList();
    }

    private void lines(String name, List<String> values) {
        for (String value : values) {
            text.append(name)
                    .append(": ")
                    .append(value.replaceAll("\\p{Cntrl}", ""))
                    .append('\n');
        }
    }
}
