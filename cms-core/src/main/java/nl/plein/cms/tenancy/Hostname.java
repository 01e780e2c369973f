package nl.plein.cms.tenancy;

import java.util.Locale;
import java.util.regex.Pattern;
import nl.plein.cms.kernel.Invalid;

/** A DNS name (RFC 1123) in lower case, without port or trailing dot. */
public record Hostname(String value) {

    private static final Pattern NAME =
            Pattern.compile("(?=.{1,253}$)[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*");

    /** @throws Invalid {@code invalid-hostname} */
    public static Hostname of(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        if (!NAME.matcher(lower).matches()) {
            throw new Invalid(
                    "invalid-hostname",
                    "This is no hostname: use letters, digits, hyphens and dots, such as www.example.org, without port.");
        }
        return new Hostname(lower);
    }
}
