package nl.plein.cms.people;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import nl.plein.cms.kernel.Invalid;

/**
 * The mail address that a person signs in with, in its one spelling: lower case, NFKC. (RFC 5321 would tell {@code A@b} from
 * {@code a@b}; people don't, and mail servers of today don't either.)
 */
public record MailAddress(String value) {

    private static final int LONGEST = 254;
    private static final Pattern FORM = Pattern.compile("[^\\s@<>\",;:\\\\()\\[\\]\\p{Cc}]{1,64}@[a-z0-9.-]{1,253}");

    /** @throws Invalid {@code invalid-mail} if it can't be one */
    public static MailAddress of(String text) {
        String plain = plain(text);
        if (plain.length() > LONGEST || !FORM.matcher(plain).matches()) {
            throw new Invalid("invalid-mail", "This is no mail address: write one such as noor@example.nl.");
        }
        return new MailAddress(plain);
    }

    /** The one spelling of whatever was typed, address or not. */
    public static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return value;
    }
}
