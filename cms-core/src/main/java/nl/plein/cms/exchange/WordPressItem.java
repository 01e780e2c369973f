package nl.plein.cms.exchange;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One item of a WordPress export, as it is written there.
 *
 * @param texts by element, such as {@code title}, {@code wp:post_id}, {@code content:encoded}; each at most {@value WordPressReader#LONGEST} characters
 * @param meta  the item's own fields by key; of several the first
 */
record WordPressItem(
        Map<String, String> texts, List<Term> terms, Map<String, String> meta, List<Map<String, String>> comments) {

    /** @param domain {@code category}, {@code post_tag}, {@code nav_menu} … */
    record Term(String domain, String slug, String name) {}

    /** Characters of its texts and fields. */
    long length() {
        long length = 0;
        for (Map<String, String> map : List.of(texts, meta)) {
            for (Map.Entry<String, String> one : map.entrySet()) {
                length += one.getKey().length() + one.getValue().length();
            }
        }
        return length;
    }

    String text(String element) {
        return texts.getOrDefault(element, "").strip();
    }

    Optional<String> written(String element) {
        return Optional.of(text(element)).filter(text -> !text.isEmpty());
    }

    String id() {
        return text("wp:post_id");
    }

    String type() {
        return written("wp:post_type").orElse("post");
    }

    String meta(String key) {
        return meta.getOrDefault(key, "").strip();
    }

    List<String> named(String... domains) {
        return terms.stream()
                .filter(term -> List.of(domains).contains(term.domain()))
                .map(Term::name)
                .toList();
    }
}
