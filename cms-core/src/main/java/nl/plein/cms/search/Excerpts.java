package nl.plein.cms.search;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import nl.plein.cms.model.ContentTypes;
import nl.plein.cms.publishing.Publication;
import nl.plein.cms.search.SearchPage.Hit;
import tools.jackson.databind.JsonNode;

/**
 * Shows in publications where the words stand that were searched for. A publication's text is analysed once, and kept as
 * long as its payload is held in memory, in about a twelfth of the memory that Java may use. (An index that marks matches
 * analyses the texts of all hits for each search, which takes most of its time.)
 */
@ApplicationScoped
class Excerpts {

    private static final int MOST = 3;

    /** Matches further on in a text are found, but not shown. */
    private static final int LOOKED_THROUGH = 100_000;

    @Inject
    PublicationIndex index;

    @Inject
    ContentTypes types;

    /** Weak keys are compared by identity: payloads in memory are shared, and never change. */
    private final Cache<JsonNode, Analysed> analysed = Caffeine.newBuilder()
            .weakKeys()
            .maximumWeight(Runtime.getRuntime().maxMemory() / 12)
            .weigher((JsonNode payload, Analysed one) ->
                    one.title().weight() + one.text().weight())
            .build();

    private record Analysed(AnalysedText title, AnalysedText text, Language language) {}

    List<Hit> hits(List<Publication> publications, SearchedWords searched) {
        Map<Language, int[]> words = new EnumMap<>(Language.class);
        return publications.stream()
                .map(one -> hit(
                        one,
                        words.computeIfAbsent(
                                Language.of(one.locale()), language -> index.words(language, searched.whole())
                                        .hashes()),
                        searched.starts()))
                .toList();
    }

    private Hit hit(Publication publication, int[] words, List<String> starts) {
        Language language = Language.of(publication.locale());
        Analysed known = analysed.getIfPresent(publication.fields());
        if (known == null
                || known.language() != language
                || !known.title().text().equals(publication.title())) {
            known = analyse(publication, language);
            analysed.put(publication.fields(), known);
        }
        BitSet inTitle = known.title().matching(words, starts);
        BitSet inText = known.text().matching(words, starts);
        return new Hit(
                publication,
                inTitle.isEmpty() ? Optional.empty() : Optional.of(known.title().marked(inTitle)),
                known.text().excerpts(inText, MOST));
    }

    private Analysed analyse(Publication publication, Language language) {
        String text = types.find(publication.type())
                .map(type -> PayloadValues.of(type, publication.fields(), language, types::find)
                        .text())
                .orElse("");
        String looked = text.length() > LOOKED_THROUGH ? text.substring(0, LOOKED_THROUGH) : text;
        Locale locale = Locale.forLanguageTag(publication.locale());
        return new Analysed(
                analysed(publication.title(), language, locale), analysed(looked, language, locale), language);
    }

    private AnalysedText analysed(String text, Language language, Locale locale) {
        return new AnalysedText(text, index.words(language, text), locale);
    }
}
