package nl.plein.cms.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a visitor searches for, as far as it can stand in a text: without what is to be absent, phrases as their words.
 *
 * @param whole  words to be analysed as texts are
 * @param starts beginnings of words, in small letters
 */
record SearchedWords(String whole, List<String> starts) {

    private static final Pattern PART = Pattern.compile("(-?)(?:\"([^\"]*)\"|(\\S+))");

    static SearchedWords of(String words) {
        StringBuilder whole = new StringBuilder();
        List<String> starts = new ArrayList<>();
        Matcher part = PART.matcher(words);
        while (part.find()) {
            boolean isPhrase = part.group(2) != null;
            String said = isPhrase ? part.group(2) : part.group(3);
            if (!part.group(1).isEmpty()) {
                continue;
            }
            if (!isPhrase && said.endsWith("*") && said.length() > 1) {
                starts.add(said.substring(0, said.length() - 1).toLowerCase(Locale.ROOT));
            } else {
                whole.append(said).append(' ');
            }
        }
        return new SearchedWords(whole.toString(), List.copyOf(starts));
    }
}
