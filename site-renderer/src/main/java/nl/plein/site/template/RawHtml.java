package nl.plein.site.template;

/** HTML that the renderer made itself and therefore prints as it is. No template can make one. */
public record RawHtml(String html) implements CharSequence {
    public static final RawHtml EMPTY = new RawHtml("");

    @Override
    public int length() {
        return html.length();
    }

    @Override
    public char charAt(int index) {
        return html.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return html.subSequence(start, end);
    }

    @Override
    public String toString() {
        return html;
    }
}
