package nl.plein.cms.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.plein.cms.kernel.AgencyId;
import nl.plein.cms.kernel.Audience;
import nl.plein.cms.kernel.Invalid;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.people.Viewer;
import nl.plein.cms.search.IndexedLists.Hits;
import nl.plein.cms.search.IndexedLists.Selection;
import nl.plein.cms.tenancy.SiteRef;
import nl.plein.cms.tenancy.SiteState;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The index against a naive reading of the same filters and sorts over the same documents in memory. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IndexedListsTest {

    private static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");
    private static final SiteRef SITE = site("voorbeeldstad", "gemeente");
    private static final SiteRef OTHER = site("elders", "anders");
    private static final Viewer COLLEAGUE =
            new Viewer(Optional.empty(), Set.of(Audience.EVERYONE, Audience.GOVERNMENT, Audience.AGENCY), false);
    private static final Viewer ARCHIVIST = new Viewer(Optional.empty(), COLLEAGUE.audiences(), true);

    private static final KnownFields FIELDS = new KnownFields(List.of(
            IndexedField.ofType("name", Form.KEYWORD, false),
            IndexedField.ofType("body", Form.WORDS, false),
            IndexedField.ofType("amount", Form.NUMBER, false),
            IndexedField.ofType("date", Form.DAY, false),
            IndexedField.ofType("begins", Form.MOMENT, false),
            IndexedField.ofType("featured", Form.TRUTH, false),
            IndexedField.ofType("tags", Form.REFERENCE, true),
            IndexedField.ofType("place.city", Form.KEYWORD, false),
            IndexedField.ofType("numbers", Form.NUMBER, true)));

    @TempDir
    static Path folder;

    private final PublicationIndex index = new PublicationIndex();
    private final IndexedLists lists = new IndexedLists();
    private final Map<String, Map<String, Object>> documents = new LinkedHashMap<>();

    @BeforeAll
    void fill() {
        index.settings = name -> name.equals("plein.data") ? Optional.of(folder.toString()) : Optional.empty();
        lists.visible = new VisiblePublications();
        lists.visible.index = index;
        lists.visible.bulkhead = new Bulkhead();
        Random random = new Random(7);
        List<IndexedPublication> all = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            all.add(document(random, i % 10 == 9 ? OTHER : SITE));
        }
        index.write(all, List.of());
    }

    @AfterAll
    void close() {
        index.stop();
    }

    @Test
    void every_filter_finds_what_a_naive_reader_finds() {
        Random random = new Random(11);
        int found = 0;
        for (int round = 0; round < 300; round++) {
            Filter filter = filter(random, 3);
            long version = 1 + random.nextInt(12);
            Viewer viewer = List.of(Viewer.PUBLIC, COLLEAGUE, ARCHIVIST).get(random.nextInt(3));
            Set<String> expected = visible(viewer, version).stream()
                    .filter(d -> holds(filter, d))
                    .map(d -> (String) d.get("id"))
                    .collect(Collectors.toSet());
            Hits hits = lists.page(
                    SITE, viewer, version, selection(filter), SortKey.parse("title"), Optional.empty(), 400, true);
            assertThat(hits.places().stream().map(place -> Keyset.id(place).toString()))
                    .as(filter.print())
                    .containsExactlyInAnyOrderElementsOf(expected);
            assertThat(hits.total()).hasValue(expected.size());
            found += expected.size();
        }
        assertThat(found).isGreaterThan(1_000);
    }

    @Test
    void paging_through_any_order_shows_everything_once_and_in_order() {
        Random random = new Random(13);
        List<String> sortable = List.of(
                "title", "name", "amount", "date", "begins", "featured", "publishedAt", "type", "place.city", "body");
        for (int round = 0; round < 60; round++) {
            List<SortKey> sort = sortable.stream()
                    .filter(f -> random.nextInt(4) == 0)
                    .limit(4)
                    .map(f -> new SortKey(f, random.nextBoolean()))
                    .toList();
            List<String> expected = visible(COLLEAGUE, 6).stream()
                    .sorted(order(sort))
                    .map(d -> (String) d.get("id"))
                    .toList();
            assertThat(paged(COLLEAGUE, 6, sort, 1 + random.nextInt(30)))
                    .as(SortKey.print(sort))
                    .isEqualTo(expected);
        }
    }

    @Test
    void what_is_closed_later_does_not_disturb_paging_at_a_version() {
        List<SortKey> sort = SortKey.parse("-amount");
        List<String> before = paged(ARCHIVIST, 6, sort, 20);
        List<IndexedPublication> closed = new ArrayList<>();
        documents.forEach((id, values) -> {
            if (values.get(IndexedPublication.TO).equals(Long.MAX_VALUE) && id.hashCode() % 3 == 0) {
                Map<String, Object> now = new HashMap<>(values);
                now.put(IndexedPublication.TO, 13L);
                closed.add(new IndexedPublication(id, now));
            }
        });
        assertThat(closed).isNotEmpty();
        index.write(closed, List.of());

        assertThat(paged(ARCHIVIST, 6, sort, 20)).isEqualTo(before);

        index.write(
                closed.stream()
                        .map(c -> new IndexedPublication(c.id, documents.get(c.id)))
                        .toList(),
                List.of());
    }

    @Test
    void a_field_that_is_not_there_or_of_another_kind_is_refused_with_what_would_do() {
        refused(
                "titel eq 'x'",
                "unknown-field",
                "There is no field \"titel\" here. Known: amount, begins, body, date, featured");
        refused(
                "amount eq 'x'",
                "bad-filter",
                "\"amount\" is compared with a number; this filter gives it a text, 'x'");
        refused("date eq 3", "bad-filter", "a date such as 2026-01-31");
        refused("body eq 'x'", "bad-filter", "it can be asked contains, startsWith, eq null and ne null");
        refused("featured gt 'x'", "bad-filter", "can't be asked gt");
        refused("tags contains 'x'", "bad-filter", "eq, ne, in, any");
        assertThatThrownBy(() -> FIELDS.sortable("tags"))
                .hasMessageContaining("several values")
                .hasMessageContaining("These can: amount");
    }

    private void refused(String filter, String code, String message) {
        assertThatThrownBy(() -> lists.page(
                        SITE,
                        COLLEAGUE,
                        6,
                        selection(FilterParser.parse(filter)),
                        List.of(),
                        Optional.empty(),
                        10,
                        false))
                .isInstanceOfSatisfying(Invalid.class, e -> assertThat(e.code()).isEqualTo(code))
                .hasMessageContaining(message);
    }

    private List<String> paged(Viewer viewer, long version, List<SortKey> sort, int size) {
        List<String> seen = new ArrayList<>();
        Optional<String> after = Optional.empty();
        while (true) {
            Hits hits = lists.page(SITE, viewer, version, selection(null), sort, after, size, false);
            hits.places().forEach(place -> seen.add(Keyset.id(place).toString()));
            if (!hits.more()) {
                return seen;
            }
            after = Optional.of(Keyset.written(hits.places().get(size - 1)));
        }
    }

    private static Selection selection(@org.jspecify.annotations.Nullable Filter filter) {
        return new Selection(
                List.of(), Optional.empty(), Optional.empty(), Optional.ofNullable(filter), Optional.empty(), FIELDS);
    }

    private List<Map<String, Object>> visible(Viewer viewer, long version) {
        Set<Object> audiences = viewer.audiences().stream().map(Audience::value).collect(Collectors.toSet());
        return documents.values().stream()
                .filter(d -> d.get("site").equals(SITE.id().value()))
                .filter(d -> (Long) d.get("from") <= version && version < (Long) d.get("to"))
                .filter(d -> audiences.contains(d.get("audience")))
                .filter(d -> viewer.mayReadHistory() || audiences.contains(d.get("shown-to")))
                .toList();
    }

    private static final Map<String, String> INDEX = Map.of(
            "title",
            "title",
            "type",
            "type",
            "publishedAt",
            "published-at",
            "name",
            "name_kw",
            "amount",
            "amount_num",
            "date",
            "date_date",
            "begins",
            "begins_time",
            "featured",
            "featured_bool",
            "tags",
            "tags_kws",
            "place.city",
            "place_city_kw");

    private static Object value(Map<String, Object> d, String field) {
        return d.get(field.equals("body") ? "body_kw" : field.equals("numbers") ? "numbers_nums" : INDEX.get(field));
    }

    private static boolean holds(Filter filter, Map<String, Object> d) {
        if (filter instanceof Filter.And and) {
            return and.all().stream().allMatch(f -> holds(f, d));
        }
        if (filter instanceof Filter.Or or) {
            return or.any().stream().anyMatch(f -> holds(f, d));
        }
        if (filter instanceof Filter.Not not) {
            return !holds(not.of(), d);
        }
        Filter.Comparison c = (Filter.Comparison) filter;
        if (c.operator() == Operator.NE) {
            return !holds(new Filter.Comparison(c.field(), Operator.EQ, c.values()), d);
        }
        Object value = value(d, c.field());
        if (c.values().get(0) instanceof Literal.Nothing) {
            return value == null;
        }
        Collection<?> values = value == null ? List.of() : value instanceof Collection<?> many ? many : List.of(value);
        return values.stream().anyMatch(v -> c.values().stream().anyMatch(l -> compares(v, c.operator(), l)));
    }

    private static boolean compares(Object value, Operator operator, Literal literal) {
        if (value instanceof String text) {
            String wanted = Language.keyword(((Literal.Text) literal).value());
            return operator == Operator.CONTAINS
                    ? text.contains(wanted)
                    : operator == Operator.STARTS_WITH
                            ? text.startsWith(wanted)
                            : ordered(text.compareTo(wanted), operator);
        }
        if (value instanceof Instant moment && literal instanceof Literal.Day day) {
            return ordered(moment.atZone(ZONE).toLocalDate().compareTo(day.value()), operator);
        }
        if (value instanceof Instant moment) {
            return ordered(moment.compareTo(((Literal.Moment) literal).value()), operator);
        }
        if (value instanceof LocalDate date) {
            return ordered(date.compareTo(((Literal.Day) literal).value()), operator);
        }
        if (value instanceof Boolean truth) {
            return truth == ((Literal.Truth) literal).value();
        }
        return ordered(
                Double.compare(
                        (Double) value, ((Literal.Number) literal).value().doubleValue()),
                operator);
    }

    private static boolean ordered(int comparison, Operator operator) {
        return switch (operator) {
            case GT -> comparison > 0;
            case GE -> comparison >= 0;
            case LT -> comparison < 0;
            case LE -> comparison <= 0;
            default -> comparison == 0;
        };
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static Comparator<Map<String, Object>> order(List<SortKey> sort) {
        Comparator<Map<String, Object>> order = (a, b) -> 0;
        for (SortKey key : sort) {
            Comparator<Comparable> values = key.descending() ? Comparator.reverseOrder() : Comparator.naturalOrder();
            order = order.thenComparing(d -> (Comparable) value(d, key.field()), Comparator.nullsLast(values));
        }
        return order.thenComparing(d -> (String) d.get("id"));
    }

    private static final List<String> WORDS =
            List.of("Markt", "markt", "Café", "cafe", "water", "weg", "Zeeën", "de brug", "o'x*?", "a\\b");

    private IndexedPublication document(Random random, SiteRef site) {
        Map<String, Object> d = new HashMap<>();
        String id = new UUID(random.nextLong(), random.nextLong()).toString();
        d.put("agency", site.agency().value());
        d.put("site", site.id().value());
        d.put("id", id);
        d.put("entry", new UUID(random.nextLong(), random.nextLong()).toString());
        String audience = List.of("everyone", "government", "agency", "group:x").get(random.nextInt(4));
        d.put("audience", audience);
        if (random.nextInt(8) > 0) {
            d.put("shown-to", random.nextInt(5) == 0 ? "agency" : audience);
        }
        long from = 1 + random.nextInt(10);
        d.put("from", from);
        d.put("to", random.nextInt(3) == 0 ? from + 1 + random.nextInt(4) : Long.MAX_VALUE);
        d.put("type", List.of("news", "page").get(random.nextInt(2)));
        d.put("locale", "nl");
        d.put("language", "nl");
        d.put("title", Language.keyword(WORDS.get(random.nextInt(WORDS.size())) + " " + random.nextInt(9)));
        d.put("published-at", moment(random));
        maybe(random, d, "name", "name_kw", Language.keyword(WORDS.get(random.nextInt(WORDS.size()))));
        maybe(random, d, "body", "body_kw", Language.keyword(WORDS.get(random.nextInt(WORDS.size()))));
        maybe(random, d, "amount", "amount_num", number(random).doubleValue());
        maybe(random, d, "date", "date_date", day(random));
        maybe(random, d, "begins", "begins_time", moment(random));
        maybe(random, d, "featured", "featured_bool", random.nextBoolean());
        maybe(random, d, "place.city", "place_city_kw", Language.keyword(WORDS.get(random.nextInt(WORDS.size()))));
        maybe(
                random,
                d,
                "numbers",
                "numbers_nums",
                List.of(number(random).doubleValue(), number(random).doubleValue()));
        Documents.ofId(UUID.fromString(id), d);
        Optional.ofNullable(d.get("shown-to"))
                .ifPresent(shownTo -> d.put(
                        "readers",
                        IndexedPublication.readers(
                                AgencyId.of(d.get("agency").toString()),
                                SiteId.of(d.get("site").toString()),
                                audience,
                                shownTo.toString())));
        documents.put(id, d);
        return new IndexedPublication(id, d);
    }

    private static void maybe(Random random, Map<String, Object> d, String field, String name, Object value) {
        if (random.nextInt(4) > 0) {
            d.put(name, value);
            @SuppressWarnings("unchecked")
            Set<String> present = (Set<String>) d.computeIfAbsent("present", k -> new HashSet<String>());
            present.add(field);
        }
    }

    private static BigDecimal number(Random random) {
        return BigDecimal.valueOf(random.nextInt(60) - 30, 1);
    }

    private static LocalDate day(Random random) {
        return LocalDate.of(2026, 1, 1).plusDays(random.nextInt(6));
    }

    private static Instant moment(Random random) {
        return Instant.parse("2026-01-01T22:00:00Z").plusSeconds(3600L * random.nextInt(60));
    }

    private static Filter filter(Random random, int depth) {
        int kind = depth == 0 ? 3 : random.nextInt(5);
        return switch (kind) {
            case 0 -> new Filter.And(List.of(filter(random, depth - 1), filter(random, depth - 1)));
            case 1 -> new Filter.Or(List.of(filter(random, depth - 1), filter(random, depth - 1)));
            case 2 -> new Filter.Not(filter(random, depth - 1));
            default -> comparison(random);
        };
    }

    private static Filter comparison(Random random) {
        String field = List.of(
                        "title", "name", "place.city", "amount", "numbers", "date", "begins", "publishedAt", "featured")
                .get(random.nextInt(9));
        if (random.nextInt(8) == 0 && !field.equals("title") && !field.equals("publishedAt")) {
            return new Filter.Comparison(
                    field, random.nextBoolean() ? Operator.EQ : Operator.NE, List.of(new Literal.Nothing()));
        }
        List<Operator> operators =
                switch (field) {
                    case "title", "name", "place.city" -> List.of(Operator.values());
                    case "featured" -> List.of(Operator.EQ, Operator.NE, Operator.IN);
                    default ->
                        List.of(
                                Operator.EQ,
                                Operator.NE,
                                Operator.GT,
                                Operator.GE,
                                Operator.LT,
                                Operator.LE,
                                Operator.IN,
                                Operator.ANY);
                };
        Operator operator = operators.get(random.nextInt(operators.size()));
        List<Literal> values = new ArrayList<>(List.of(literal(random, field)));
        if (operator.takesList() && random.nextBoolean()) {
            values.add(literal(random, field));
        }
        return new Filter.Comparison(field, operator, values);
    }

    private static Literal literal(Random random, String field) {
        String word = WORDS.get(random.nextInt(WORDS.size()));
        return switch (field) {
            case "title" -> new Literal.Text(random.nextBoolean() ? word : word + " " + random.nextInt(9));
            case "name", "place.city" -> new Literal.Text(random.nextBoolean() ? word : word.substring(0, 2));
            case "amount", "numbers" -> new Literal.Number(number(random));
            case "date" -> new Literal.Day(day(random));
            case "featured" -> new Literal.Truth(random.nextBoolean());
            default -> random.nextBoolean() ? new Literal.Day(day(random)) : new Literal.Moment(moment(random));
        };
    }

    private static SiteRef site(String id, String agency) {
        return new SiteRef(
                SiteId.of(id), AgencyId.of(agency), 12, SiteState.OPEN, id, ZONE.getId(), List.of("nl", "en"));
    }
}
