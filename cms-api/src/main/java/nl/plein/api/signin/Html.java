package nl.plein.api.signin;

import java.util.Collection;
import java.util.stream.Collectors;

/** A piece of HTML. What is put into it is escaped, unless it is a piece of HTML itself. */
record Html(String text) {

    static final Html NOTHING = new Html("");

    /** @param template with {@code {}} for each value, outside of tags or in quoted attributes */
    static Html of(String template, Object... values) {
        var html = new StringBuilder();
        int from = 0;
        for (Object value : values) {
            int at = template.indexOf("{}", from);
            if (at < 0) {
                throw new IllegalArgumentException("more values than places: " + template);
            }
            html.append(template, from, at).append(value instanceof Html part ? part.text : escaped(value.toString()));
            from = at + 2;
        }
        return new Html(html.append(template.substring(from)).toString());
    }

    static Html all(Collection<Html> parts) {
        return new Html(parts.stream().map(Html::text).collect(Collectors.joining()));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
