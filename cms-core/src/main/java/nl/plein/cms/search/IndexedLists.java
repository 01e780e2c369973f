package nl.plein.cms.search;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nl.plein.cms.kernel.Audience;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.kernel.Slug;
import nl.plein.cms.people.Viewer;
import nl.plein.cms.search.VisibleDocuments.Column;
import nl.plein.cms.search.VisiblePublications.Found;
import nl.plein.cms.search.VisiblePublications.Hit;
import nl.plein.cms.search.VisiblePublications.Question;
import nl.plein.cms.tenancy.SiteRef;
import org.hibernate.search.engine.search.common.BooleanOperator;
import org.hibernate.search.engine.search.predicate.SearchPredicate;
import org.hibernate.search.engine.search.predicate.dsl.BooleanPredicateClausesStep;
import org.hibernate.search.engine.search.predicate.dsl.SearchPredicateFactory;
import org.hibernate.search.engine.search.predicate.dsl.SimpleQueryFlag;

/** Answers lists from the index, for a version that it holds. */
@ApplicationScoped
class IndexedLists {

    private static final int MOST_TARGETS = 500;
    private static final int MOST_NAMED = 1_000;

    /** What names meant at a version; as long as a list that names them is likely to be asked again. */
    private final Cache<Named, Map<String, Set<String>>> meant = Caffeine.newBuilder()
            .maximumSize(MOST_NAMED)
            .expireAfterWrite(Duration.ofSeconds(10))
            .build();

    private record Named(SiteId site, long version, Set<Audience> audiences, boolean history, Set<String> names) {}

    @Inject
    VisiblePublications visible;

    /** What to list, with all names already looked up. */
    record Selection(
            List<String> types,
            Optional<String> locale,
            Optional<String> path,
            Optional<Filter> filter,
            Optional<String> words,
            KnownFields fields) {

        public Selection {
            types = List.copyOf(types);
        }
    }

    /**
     * @param places each hit's place in the order, its id last
     * @param more   whether there are hits after these
     */
    record Hits(List<List<?>> places, boolean more, OptionalLong total) {}

    /** @param after the place (as {@link Keyset#written} writes it) after which the page begins */
    Hits page(
            SiteRef site,
            Viewer viewer,
            long version,
            Selection selection,
            List<SortKey> sort,
            Optional<String> after,
            int size,
            boolean count) {
        Keyset keyset = new Keyset(sort, selection.fields());
        Map<String, Set<String>> targets = targets(site, viewer, version, selection);
        Found found = visible.ask(
                site,
                viewer,
                version,
                ask -> new Question(
                        predicate(ask, site, selection, targets),
                        among(site, selection),
                        after.map(keyset::after).orElseGet(keyset::order),
                        size + 1,
                        count && after.isEmpty()));
        List<List<?>> places = new ArrayList<>();
        found.hits().forEach(hit -> places.add(hit.values()));
        boolean more = places.size() > size;
        OptionalLong total = !count
                ? OptionalLong.empty()
                : OptionalLong.of(after.isEmpty() ? found.total() : total(site, viewer, version, selection, targets));
        return new Hits(more ? places.subList(0, size) : places, more, total);
    }

    private long total(
            SiteRef site, Viewer viewer, long version, Selection selection, Map<String, Set<String>> targets) {
        return visible.ask(
                        site,
                        viewer,
                        version,
                        ask -> new Question(
                                predicate(ask, site, selection, targets),
                                among(site, selection),
                                IndexOrder.ANY,
                                1,
                                true))
                .total();
    }

    /** Of a selection, what is the same for very many. */
    List<Column> among(SiteRef site, Selection selection) {
        List<Column> among = new ArrayList<>();
        if (!selection.types().isEmpty()) {
            among.add(new Column(IndexedPublication.TYPE, selection.types()));
        }
        selection.locale().ifPresent(locale -> among.add(new Column(IndexedPublication.LOCALE, List.of(locale))));
        if (selection.words().isPresent()) {
            among.add(new Column(
                    IndexedPublication.LANGUAGE,
                    languages(site, selection.locale()).stream()
                            .map(Language::code)
                            .toList()));
        }
        return among;
    }

    /** The rest of it. */
    SearchPredicate predicate(
            SearchPredicateFactory ask, SiteRef site, Selection selection, Map<String, Set<String>> targets) {
        BooleanPredicateClausesStep<?, ?> all = ask.bool().filter(ask.matchAll());
        selection
                .path()
                .ifPresent(p ->
                        all.filter(ask.match().field(IndexedPublication.PATH).matching(p)));
        selection
                .filter()
                .ifPresent(f -> all.filter(new FilterQuery(ask, selection.fields(), site.zone(), targets).of(f)));
        selection.words().ifPresent(w -> all.must(words(ask, w, languages(site, selection.locale()))));
        return all.toPredicate();
    }

    /** All of the words, in the title or the text; "exact phrases", -without and begin* work. Those in the title weigh more. */
    private static SearchPredicate words(SearchPredicateFactory ask, String words, Collection<Language> languages) {
        String mayBeInTitle = SearchedWords.of(words).whole();
        BooleanPredicateClausesStep<?, ?> any = ask.bool();
        for (Language language : languages) {
            BooleanPredicateClausesStep<?, ?> all = ask.bool()
                    .must(ask.simpleQueryString()
                            .field(IndexedPublication.WORDS_OF_TEXT + language.code())
                            .matching(words)
                            .defaultOperator(BooleanOperator.AND)
                            .flags(
                                    SimpleQueryFlag.PHRASE,
                                    SimpleQueryFlag.NOT,
                                    SimpleQueryFlag.PREFIX,
                                    SimpleQueryFlag.WHITESPACE));
            if (languages.size() > 1) {
                all.filter(ask.match().field(IndexedPublication.LANGUAGE).matching(language.code()));
            }
            if (!mayBeInTitle.isBlank()) {
                all.should(ask.match()
                        .field(IndexedPublication.WORDS_OF_TITLE + language.code())
                        .matching(mayBeInTitle)
                        .boost(3));
            }
            any.should(all);
        }
        return any.toPredicate();
    }

    private static Set<Language> languages(SiteRef site, Optional<String> locale) {
        return locale.map(List::of).orElse(site.locales()).stream()
                .map(Language::of)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Entries that a filter names by title or slug, in one question. */
    Map<String, Set<String>> targets(SiteRef site, Viewer viewer, long version, Selection selection) {
        Set<String> names = selection
                .filter()
                .map(filter -> FilterQuery.targetNames(filter, selection.fields()))
                .orElse(Set.of());
        if (names.isEmpty()) {
            return Map.of();
        }
        var asked = new Named(site.id(), version, viewer.audiences(), viewer.mayReadHistory(), Set.copyOf(names));
        return Objects.requireNonNull(meant.get(asked, key -> meaning(site, viewer, version, names)));
    }

    private Map<String, Set<String>> meaning(SiteRef site, Viewer viewer, long version, Set<String> names) {
        Map<String, Set<String>> targets = new HashMap<>();
        for (Hit hit : named(site, viewer, version, names).hits()) {
            for (String name : names) {
                if (hit.stored().of(IndexedPublication.TITLE).contains(Language.keyword(name))
                        || hit.stored().of(IndexedPublication.SLUG).contains(slug(name))) {
                    targets.computeIfAbsent(name, n -> new HashSet<>())
                            .addAll(hit.stored().of(IndexedPublication.ENTRY));
                }
            }
        }
        return targets;
    }

    private Found named(SiteRef site, Viewer viewer, long version, Set<String> names) {
        return visible.ask(
                site,
                viewer,
                version,
                ask -> new Question(
                        ask.bool()
                                .should(ask.terms()
                                        .field(IndexedPublication.TITLE)
                                        .matchingAny(names.stream()
                                                .map(Language::keyword)
                                                .toList()))
                                .should(ask.terms()
                                        .field(IndexedPublication.SLUG)
                                        .matchingAny(names.stream()
                                                .map(IndexedLists::slug)
                                                .toList()))
                                .toPredicate(),
                        List.of(),
                        IndexOrder.ANY,
                        MOST_TARGETS,
                        false,
                        Set.of(IndexedPublication.ENTRY, IndexedPublication.TITLE, IndexedPublication.SLUG)));
    }

    private static String slug(String name) {
        return Slug.isSlug(name) ? name : Slug.of(name);
    }
}
