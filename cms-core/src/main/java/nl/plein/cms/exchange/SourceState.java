package nl.plein.cms.exchange;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a source wants of its page: to be seen, to wait, or to be kept out of sight because its time is over. */
enum SourceState {
    PUBLISHED,
    DRAFT,
    ARCHIVED;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * As Hugo, Jekyll and Eleventy say it: {@code draft: true} or {@code published: false}, and {@code expiryDate} in any letter case.
     *
     * @param ignoreExpiry whether what has expired is published all the same
     */
    static SourceState of(FrontMatter front, ZoneId zone, Instant now, boolean ignoreExpiry, List<String> notes) {
        Optional<SourceState> given = Arrays.stream(values())
                .filter(state ->
                        state.word().equals(front.given().path(SourceText.STATE).asString("")))
                .findFirst();
        if (given.isPresent()) {
            return given.get();
        }
        if (front.isTrue("draft")
                || front.text("published").filter("false"::equalsIgnoreCase).isPresent()) {
            return DRAFT;
        }
        Optional<String> written = front.anyCase("expiryDate");
        Optional<SourceDate> expiry = written.flatMap(text -> SourceDate.parse(text, zone));
        if (written.isPresent() && expiry.isEmpty()) {
            notes.add("The expiry date \"" + written.get() + "\" is not understood; the page counts as not expired.");
        }
        boolean expired =
                expiry.filter(date -> !date.instant().toInstant().isAfter(now)).isPresent();
        if (expired && !ignoreExpiry) {
            return ARCHIVED;
        }
        return PUBLISHED;
    }
}
