package nl.plein.site.template;

import org.jspecify.annotations.Nullable;

/** The characters that mean something in HTML. */
public final class Html {
    private Html() {}

    /** For text and for attribute values in either kind of quotes. */
    public static String escape(String text) {
        int length = text.length();
        int from = 0;
        StringBuilder out = null;
        for (int i = 0; i < length; i++) {
            String entity = entity(text.charAt(i));
            if (entity != null) {
                if (out == null) {
                    out = new StringBuilder(length + 32);
                }
                out.append(text, from, i).append(entity);
                from = i + 1;
            }
        }
        return out == null ? text : out.append(text, from, length).toString();
    }

    private static @Nullable String entity(char c) {
        return switch (c) {
            case '&' -> "&amp;";
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            case '"' -> "&quot;";
            case '\'' -> "&#39;";
            default -> null;
        };
    }
}
