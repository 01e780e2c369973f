package nl.plein.cms.search;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import nl.plein.cms.kernel.Hashes;
import nl.plein.cms.kernel.Invalid;

/**
 * A visitor's search.
 *
 * @param words      all must occur in title or text, in any form that has the same stem; "exact phrases", -without, and begin* work
 * @param types      keys of content types; empty for all
 * @param locale     empty for all
 * @param pageSize   1..100
 * @param cursor     the {@code next} of the page before
 * @param minVersion wait (two seconds at most) until the index has reached this site version
 */
public record SearchRequest(
        String words,
        List<String> types,
        Optional<String> locale,
        int pageSize,
        Optional<String> cursor,
        boolean count,
        OptionalLong minVersion) {

    /** @throws Invalid {@code bad-query}, {@code bad-page-size} */
    public SearchRequest {
        types = types.stream().distinct().sorted().toList();
        if (words.isBlank() || words.length() > ListRequest.MAX_WORDS) {
            throw new Invalid(
                    "bad-query", "q has from 1 to " + ListRequest.MAX_WORDS + " characters and at least one word.");
        }
        if (pageSize < 1 || pageSize > ListRequest.MAX_PAGE) {
            throw new Invalid(
                    "bad-page-size", "pageSize is from 1 to " + ListRequest.MAX_PAGE + ", not " + pageSize + ".");
        }
    }

    public static SearchRequest of(String words) {
        return new SearchRequest(
                words,
                List.of(),
                Optional.empty(),
                ListRequest.USUAL_PAGE,
                Optional.empty(),
                true,
                OptionalLong.empty());
    }

    String hash(String site) {
        return Hashes.sha256(String.join("\n", "search", site, words, types.toString(), locale.toString()))
                .substring(0, 16);
    }
}
