package nl.plein.cms.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import nl.plein.cms.content.TranslationKey;
import nl.plein.cms.kernel.Audience;
import nl.plein.cms.kernel.Hashes;
import nl.plein.cms.kernel.Slug;
import nl.plein.cms.model.ContentType;
import nl.plein.cms.model.ContentTypes;
import nl.plein.cms.publishing.Closing;
import nl.plein.cms.publishing.Publication;
import nl.plein.cms.tenancy.SiteRef;

/** What publications say in the index. */
@ApplicationScoped
class Documents {

    @Inject
    ContentTypes types;

    /**
     * @param intervals of each translation all that the index holds, so that closed ones know who may see the open one
     * @param stamp     of the rebuild that the site's documents belong to
     */
    List<IndexedPublication> of(SiteRef site, Collection<Publication> intervals, String stamp) {
        Map<String, ContentType> known = new HashMap<>();
        types.all().forEach(type -> known.put(type.key(), type));
        Map<TranslationKey, Audience> open = new HashMap<>();
        intervals.stream().filter(Publication::isOpen).forEach(p -> open.put(p.translation(), p.audience()));
        List<IndexedPublication> documents = new ArrayList<>();
        for (Publication publication : intervals) {
            Optional<Audience> shownTo = publication.closing() == Closing.WITHDRAWN
                    ? Optional.empty()
                    : Optional.ofNullable(open.get(publication.translation()));
            documents.add(document(site, publication, shownTo, stamp, known));
        }
        return documents;
    }

    private static IndexedPublication document(
            SiteRef site,
            Publication publication,
            Optional<Audience> shownTo,
            String stamp,
            Map<String, ContentType> types) {
        Language language = Language.of(publication.locale());
        Map<String, Object> values = new TreeMap<>();
        Optional.ofNullable(types.get(publication.type())).ifPresent(type -> {
            PayloadValues payload =
                    PayloadValues.of(type, publication.fields(), language, key -> Optional.ofNullable(types.get(key)));
            values.putAll(payload.values());
            values.put(IndexedPublication.WORDS_OF_TEXT + language.code(), publication.title() + "\n" + payload.text());
        });
        values.put(IndexedPublication.AGENCY, site.agency().value());
        values.put(IndexedPublication.SITE, site.id().value());
        values.put(IndexedPublication.AUDIENCE, publication.audience().value());
        shownTo.ifPresent(audience -> {
            values.put(IndexedPublication.SHOWN_TO, audience.value());
            values.put(
                    IndexedPublication.READERS,
                    IndexedPublication.readers(
                            site.agency(), site.id(), publication.audience().value(), audience.value()));
        });
        values.put(IndexedPublication.FROM, publication.from());
        values.put(IndexedPublication.TO, publication.to());
        ofId(publication.id(), values);
        values.put(IndexedPublication.ENTRY, publication.entry().toString());
        values.put(IndexedPublication.TYPE, publication.type());
        values.put(IndexedPublication.LOCALE, publication.locale());
        values.put(IndexedPublication.LANGUAGE, language.code());
        values.put(IndexedPublication.PATH, publication.path());
        values.put(IndexedPublication.SLUG, slugs(publication));
        values.put(IndexedPublication.TITLE, Language.keyword(publication.title()));
        values.put(IndexedPublication.WORDS_OF_TITLE + language.code(), publication.title());
        values.put(IndexedPublication.PUBLISHED_AT, publication.publishedAt().truncatedTo(ChronoUnit.MILLIS));
        values.put(IndexedPublication.UPDATED_AT, publication.updatedAt().truncatedTo(ChronoUnit.MILLIS));
        values.put(IndexedPublication.CONTENT, Hashes.sha256(values.toString()));
        values.put(IndexedPublication.STAMP, stamp);
        return new IndexedPublication(publication.id().toString(), values);
    }

    /** The id, also as two numbers, of which the smallest stands for all zeros, so that they order as its text does. */
    static void ofId(UUID id, Map<String, Object> values) {
        values.put(IndexedPublication.ID, id.toString());
        values.put(IndexedPublication.ID_HIGH, id.getMostSignificantBits() ^ Long.MIN_VALUE);
        values.put(IndexedPublication.ID_LOW, id.getLeastSignificantBits() ^ Long.MIN_VALUE);
    }

    private static List<String> slugs(Publication publication) {
        String last = publication.path().substring(publication.path().lastIndexOf('/') + 1);
        String ofTitle = Slug.of(publication.title());
        return last.isEmpty() || last.equals(ofTitle) ? List.of(ofTitle) : List.of(last, ofTitle);
    }
}
