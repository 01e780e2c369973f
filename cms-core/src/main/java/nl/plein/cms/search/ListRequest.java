package nl.plein.cms.search;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import nl.plein.cms.kernel.Hashes;
import nl.plein.cms.kernel.Invalid;

/**
 * What a list asks for. Make one with {@link #builder}.
 *
 * @param types      keys of content types; empty for all
 * @param filter     in the grammar of {@link FilterParser}
 * @param sort       as {@link SortKey#parse} reads it; without it the newest come first, or with words the best match
 * @param words      full text: only what matches all of these
 * @param pageSize   1..100
 * @param cursor     the {@code next} of the page before
 * @param count      whether to tell the total
 * @param minVersion wait (two seconds at most) until the index has reached this site version
 * @param version    read the site as it was at this version
 * @param at         read the site as it was at this moment
 */
public record ListRequest(
        List<String> types,
        Optional<String> locale,
        Optional<String> path,
        Optional<String> filter,
        Optional<String> sort,
        Optional<String> words,
        int pageSize,
        Optional<String> cursor,
        boolean count,
        OptionalLong minVersion,
        OptionalLong version,
        Optional<Instant> at) {

    public static final int MAX_PAGE = 100;
    public static final int USUAL_PAGE = 20;
    static final int MAX_WORDS = 200;

    /** @throws Invalid {@code bad-page-size}, {@code bad-version}, {@code bad-query} */
    public ListRequest {
        types = types.stream().distinct().sorted().toList();
        if (pageSize < 1 || pageSize > MAX_PAGE) {
            throw new Invalid("bad-page-size", "pageSize is from 1 to " + MAX_PAGE + ", not " + pageSize + ".");
        }
        if (version.isPresent() && at.isPresent()) {
            throw new Invalid("bad-version", "Ask for a version or for a moment (at), not for both.");
        }
        if (words.isPresent() && (words.get().isBlank() || words.get().length() > MAX_WORDS)) {
            throw new Invalid("bad-query", "q has from 1 to " + MAX_WORDS + " characters and at least one word.");
        }
    }

    /** What must not change from one page to the next. */
    String hash(String site) {
        return Hashes.sha256(String.join(
                        "\n",
                        site,
                        types.toString(),
                        locale.toString(),
                        path.toString(),
                        filter.toString(),
                        sort.toString(),
                        words.toString(),
                        version.toString(),
                        at.toString()))
                .substring(0, 16);
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Everything is optional. */
    public static final class Builder {

        private List<String> types = List.of();
        private Optional<String> locale = Optional.empty();
        private Optional<String> path = Optional.empty();
        private Optional<String> filter = Optional.empty();
        private Optional<String> sort = Optional.empty();
        private Optional<String> words = Optional.empty();
        private int pageSize = USUAL_PAGE;
        private Optional<String> cursor = Optional.empty();
        private boolean count;
        private OptionalLong minVersion = OptionalLong.empty();
        private OptionalLong version = OptionalLong.empty();
        private Optional<Instant> at = Optional.empty();

        private Builder() {}

        public Builder types(List<String> keys) {
            types = keys;
            return this;
        }

        public Builder type(String key) {
            return types(List.of(key));
        }

        public Builder locale(String tag) {
            locale = Optional.of(tag);
            return this;
        }

        public Builder path(String exact) {
            path = Optional.of(exact);
            return this;
        }

        public Builder filter(String expression) {
            filter = Optional.of(expression);
            return this;
        }

        public Builder sort(String keys) {
            sort = Optional.of(keys);
            return this;
        }

        public Builder words(String query) {
            words = Optional.of(query);
            return this;
        }

        public Builder pageSize(int items) {
            pageSize = items;
            return this;
        }

        public Builder cursor(String next) {
            cursor = Optional.of(next);
            return this;
        }

        public Builder counted() {
            count = true;
            return this;
        }

        public Builder minVersion(long atLeast) {
            minVersion = OptionalLong.of(atLeast);
            return this;
        }

        public Builder version(long past) {
            version = OptionalLong.of(past);
            return this;
        }

        public Builder at(Instant past) {
            at = Optional.of(past);
            return this;
        }

        public ListRequest build() {
            return new ListRequest(
                    types, locale, path, filter, sort, words, pageSize, cursor, count, minVersion, version, at);
        }
    }
}
