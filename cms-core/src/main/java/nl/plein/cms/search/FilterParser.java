package nl.plein.cms.search;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import nl.plein.cms.kernel.Invalid;
import nl.plein.cms.search.FilterTokens.Kind;
import nl.plein.cms.search.FilterTokens.Token;

/**
 * Reads the filter of a list, such as {@code publishedAt ge 2026-01-01 and (tags any ('water', 'wegen') or not featured eq true)}.
 *
 * <pre>
 * filter     = some ;
 * some       = every { "or" every } ;
 * every      = one { "and" one } ;
 * one        = "not" one | "(" some ")" | comparison ;
 * comparison = field operator value | field ("in" | "any") ( value | "(" value { "," value } ")" ) ;
 * value      = 'text' | number | true | false | null | 2026-01-01 | 2026-01-01T09:00:00Z ;
 * </pre>
 *
 * Bounds: 2,000 characters, 16 levels of brackets and nots, 50 comparisons.
 */
public final class FilterParser {

    static final int MAX_LENGTH = 2_000;
    static final int MAX_DEPTH = 16;
    static final int MAX_TERMS = 50;

    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,18}(\\.[0-9]{1,18})?");
    private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Pattern MOMENT = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt].+");

    private final List<Token> tokens;
    private int at;
    private int depth;
    private int terms;

    private FilterParser(List<Token> tokens) {
        this.tokens = tokens;
    }

    /** @throws Invalid {@code bad-filter}, with the position (from 1), what was found there, and what could stand there */
    public static Filter parse(String filter) {
        if (filter.length() > MAX_LENGTH) {
            throw new Invalid(
                    "bad-filter",
                    "The filter has " + filter.length() + " characters; at most " + MAX_LENGTH + " are read.");
        }
        FilterParser parser = new FilterParser(FilterTokens.of(filter));
        Filter parsed = parser.some();
        if (parser.peek().kind() != Kind.END) {
            throw parser.expected("and, or, or the end of the filter");
        }
        return parsed;
    }

    private Filter some() {
        List<Filter> found = new ArrayList<>(List.of(every()));
        while (peek().isWord("or")) {
            take();
            found.add(every());
        }
        return found.size() == 1 ? found.get(0) : new Filter.Or(found);
    }

    private Filter every() {
        List<Filter> found = new ArrayList<>(List.of(one()));
        while (peek().isWord("and")) {
            take();
            found.add(one());
        }
        return found.size() == 1 ? found.get(0) : new Filter.And(found);
    }

    private Filter one() {
        if (peek().isWord("not")) {
            deeper();
            Filter of = one();
            depth--;
            return new Filter.Not(of);
        }
        if (peek().is("(")) {
            deeper();
            Filter inside = some();
            close("and, or, or a closing bracket");
            depth--;
            return inside;
        }
        return comparison();
    }

    private void deeper() {
        Token opening = take();
        if (++depth > MAX_DEPTH) {
            throw bad(opening.position(), "this is nested deeper than " + MAX_DEPTH + " levels");
        }
    }

    private Filter comparison() {
        if (peek().kind() != Kind.WORD) {
            throw expected("a field's name, not, or an opening bracket");
        }
        Token field = take();
        if (++terms > MAX_TERMS) {
            throw bad(field.position(), "the filter has more than " + MAX_TERMS + " comparisons");
        }
        Operator operator = operator();
        if (operator.takesList() && peek().is("(")) {
            return new Filter.Comparison(field.text(), operator, list(operator));
        }
        return new Filter.Comparison(field.text(), operator, List.of(value(operator)));
    }

    private Operator operator() {
        Token token = peek();
        Optional<Operator> operator = token.kind() == Kind.WORD ? Operator.of(token.text()) : Optional.empty();
        if (operator.isEmpty()) {
            throw expected("an operator: " + Operator.WORDS);
        }
        take();
        return operator.get();
    }

    private List<Literal> list(Operator operator) {
        take();
        List<Literal> values = new ArrayList<>(List.of(value(operator)));
        while (peek().is(",")) {
            take();
            values.add(value(operator));
        }
        close("a comma or a closing bracket");
        return values;
    }

    private void close(String instead) {
        if (!peek().is(")")) {
            throw expected(instead);
        }
        take();
    }

    private Literal value(Operator operator) {
        Token token = peek();
        Literal value = literal(token);
        if (operator.searches()
                && !(value instanceof Literal.Text text && !text.value().isBlank())) {
            throw expected("a text of at least one letter after " + operator.word());
        }
        boolean ordered = !(value instanceof Literal.Truth || value instanceof Literal.Nothing);
        if (operator.compares() && !ordered) {
            throw expected("a text, number, date or moment after " + operator.word());
        }
        if (operator.takesList() && value instanceof Literal.Nothing) {
            throw expected("a value after " + operator.word() + " (ask for missing values with eq null)");
        }
        take();
        return value;
    }

    private Literal literal(Token token) {
        switch (token.kind()) {
            case TEXT:
                return new Literal.Text(token.text());
            case BARE:
                return bare(token);
            case WORD:
                switch (token.text()) {
                    case "true":
                        return new Literal.Truth(true);
                    case "false":
                        return new Literal.Truth(false);
                    case "null":
                        return new Literal.Nothing();
                    default:
                        throw expected("a value; a text stands between single quotes, as in '" + token.text() + "'");
                }
            default:
                throw expected(
                        "a value: 'text', number, true, false, null, date (2026-01-31) or moment (2026-01-31T09:00:00Z)");
        }
    }

    private Literal bare(Token token) {
        String text = token.text();
        try {
            if (NUMBER.matcher(text).matches()) {
                return new Literal.Number(new BigDecimal(text));
            }
            if (DAY.matcher(text).matches()) {
                return new Literal.Day(LocalDate.parse(text));
            }
            if (MOMENT.matcher(text).matches()) {
                return new Literal.Moment(moment(text));
            }
        } catch (DateTimeException noSuchDate) {
            throw bad(token.position(), token.shown() + " is no date or moment that exists. " + EXAMPLES);
        }
        throw bad(token.position(), token.shown() + " is no number, date or moment. " + EXAMPLES);
    }

    private static final String EXAMPLES =
            "Write 12, -3.5, 2026-01-31 or 2026-01-31T09:00:00Z (a plus sign in a URL is %2B)";

    private static Instant moment(String text) {
        Instant moment = OffsetDateTime.parse(text.toUpperCase(Locale.ROOT)).toInstant();
        int year = moment.atOffset(ZoneOffset.UTC).getYear();
        if (year < 0 || year > 9999) {
            throw new DateTimeException("outside the years that four digits can write");
        }
        return moment;
    }

    private Token peek() {
        return tokens.get(at);
    }

    private Token take() {
        return tokens.get(at++);
    }

    private Invalid expected(String possible) {
        return bad(peek().position(), "found " + peek().shown() + ", expected " + possible);
    }

    static Invalid bad(int position, String reason) {
        return new Invalid("bad-filter", "Filter, position " + position + ": " + reason + ".");
    }
}
