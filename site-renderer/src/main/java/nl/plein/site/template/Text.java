package nl.plein.site.template;

/** What is done to words before they are printed. */
public final class Text {
    private Text() {}

    /** At a word's end where there is one near, with an ellipsis. */
    public static String cut(String text, int length) {
        if (text.length() <= length || length < 1) {
            return text;
        }
        int end = text.lastIndexOf(' ', length);
        int at = end > length / 2 ? end : length;
        return text.substring(0, Character.isLowSurrogate(text.charAt(at)) ? at - 1 : at)
                        .stripTrailing() + "…";
    }
}
