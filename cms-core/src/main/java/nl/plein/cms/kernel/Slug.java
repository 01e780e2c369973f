package nl.plein.cms.kernel;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** The readable part of a path: lower-case letters, digits and single hyphens. */
public final class Slug {

    private static final int LONGEST = 100;
    private static final Pattern SLUG = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern APOSTROPHES = Pattern.compile("['’`]");
    private static final Pattern OTHERS = Pattern.compile("[^a-z0-9]+");

    private Slug() {}

    public static boolean isSlug(String text) {
        return text.length() <= LONGEST && SLUG.matcher(text).matches();
    }

    /**
     * A slug from any text: accents dropped, everything else that is no letter or digit becomes a hyphen, cut at a word
     * near 100 characters.
     *
     * @return never empty; a text without one usable character becomes {@code x} and its hash
     */
    public static String of(String text) {
        String plain =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
        plain = plain.toLowerCase(Locale.ROOT)
                .replace("ß", "ss")
                .replace("æ", "ae")
                .replace("ø", "o")
                .replace("ł", "l");
        plain = APOSTROPHES.matcher(plain).replaceAll("");
        String slug = trimHyphens(OTHERS.matcher(plain).replaceAll("-"));
        if (slug.isEmpty()) {
            return "x" + Hashes.sha256(text).substring(0, 8);
        }
        return slug.length() <= LONGEST ? slug : cutAtWord(slug);
    }

    /** For error messages: at most 60 characters of what somebody sent. */
    static String shorten(String text) {
        return text.length() <= 60 ? text : text.substring(0, 59) + "…";
    }

    private static String cutAtWord(String slug) {
        int end = slug.lastIndexOf('-', LONGEST);
        return trimHyphens(slug.substring(0, end > LONGEST / 2 ? end : LONGEST));
    }

    private static String trimHyphens(String text) {
        int start = text.startsWith("-") ? 1 : 0;
        int end = text.length() > start && text.endsWith("-") ? text.length() - 1 : text.length();
        return text.substring(start, end);
    }
}
