package nl.plein.cms.search;

import java.util.ArrayList;
import java.util.List;
import nl.plein.cms.kernel.Invalid;

/** Cuts a filter into words, quoted texts, bare values and signs. */
final class FilterTokens {

    enum Kind {
        WORD,
        TEXT,
        BARE,
        SIGN,
        END
    }

    /** @param position of its first character, counted from 1 */
    record Token(Kind kind, String text, int position) {
        boolean is(String sign) {
            return kind == Kind.SIGN && text.equals(sign);
        }

        boolean isWord(String word) {
            return kind == Kind.WORD && text.equals(word);
        }

        String shown() {
            return kind == Kind.END ? "the end" : "'" + (text.length() > 40 ? text.substring(0, 40) + "…" : text) + "'";
        }
    }

    private final String filter;
    private int next;

    private FilterTokens(String filter) {
        this.filter = filter;
    }

    /** The tokens of a filter, closed by one {@link Kind#END}. */
    static List<Token> of(String filter) {
        FilterTokens source = new FilterTokens(filter);
        List<Token> tokens = new ArrayList<>();
        do {
            tokens.add(source.token());
        } while (tokens.get(tokens.size() - 1).kind() != Kind.END);
        return tokens;
    }

    private Token token() {
        while (next < filter.length() && Character.isWhitespace(filter.charAt(next))) {
            next++;
        }
        int start = next;
        if (start == filter.length()) {
            return new Token(Kind.END, "", start + 1);
        }
        char first = filter.charAt(start);
        if (first == '(' || first == ')' || first == ',') {
            next++;
            return new Token(Kind.SIGN, String.valueOf(first), start + 1);
        }
        if (first == '\'') {
            return new Token(Kind.TEXT, quoted(), start + 1);
        }
        if (isLetter(first)) {
            return new Token(Kind.WORD, run("_."), start + 1);
        }
        if (isDigit(first) || first == '-') {
            return new Token(Kind.BARE, run("-+:."), start + 1);
        }
        throw FilterParser.bad(
                start + 1,
                "found " + shown(start)
                        + ", which can't start anything here. Texts stand between single quotes, as in title eq 'Markt'");
    }

    private String shown(int at) {
        return "'" + filter.substring(at, filter.offsetByCodePoints(at, 1)) + "'";
    }

    private String run(String also) {
        int start = next;
        while (next < filter.length()
                && (isLetter(filter.charAt(next))
                        || isDigit(filter.charAt(next))
                        || also.indexOf(filter.charAt(next)) >= 0)) {
            next++;
        }
        return filter.substring(start, next);
    }

    private String quoted() {
        StringBuilder text = new StringBuilder();
        int start = next++;
        while (next < filter.length()) {
            char c = filter.charAt(next++);
            if (c != '\'') {
                text.append(c);
            } else if (next < filter.length() && filter.charAt(next) == '\'') {
                text.append('\'');
                next++;
            } else {
                return text.toString();
            }
        }
        throw unfinished(start);
    }

    private static Invalid unfinished(int start) {
        return FilterParser.bad(
                start + 1, "this text has no closing quote. Inside a text, write a quote twice, as in 'foto''s'");
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
