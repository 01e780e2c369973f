package nl.plein.site.image;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Width to height, in small whole numbers. */
public record Ratio(int across, int down) {
    /** Those that the server offers. */
    public static final List<Ratio> OFFERED = List.of(
            new Ratio(3, 1),
            new Ratio(2, 1),
            new Ratio(16, 9),
            new Ratio(3, 2),
            new Ratio(4, 3),
            new Ratio(1, 1),
            new Ratio(3, 4),
            new Ratio(2, 3));

    private static final Pattern TEXT = Pattern.compile("([1-9][0-9]?):([1-9][0-9]?)");

    /** @param text as {@code 16:9}; empty for anything else, and for ribbons of more than 10 to 1 */
    public static Optional<Ratio> of(String text) {
        Matcher match = TEXT.matcher(text);
        if (!match.matches()) {
            return Optional.empty();
        }
        Ratio ratio = new Ratio(Integer.parseInt(match.group(1)), Integer.parseInt(match.group(2)));
        return ratio.across <= 10 * ratio.down && ratio.down <= 10 * ratio.across
                ? Optional.of(ratio)
                : Optional.empty();
    }

    public int heightFor(int width) {
        return Math.max(1, (int) Math.round((double) width * down / across));
    }

    @Override
    public String toString() {
        return across + ":" + down;
    }
}
