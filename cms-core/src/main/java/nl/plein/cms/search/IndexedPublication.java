package nl.plein.cms.search;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import nl.plein.cms.kernel.AgencyId;
import nl.plein.cms.kernel.SiteId;
import org.hibernate.search.engine.backend.document.DocumentElement;
import org.hibernate.search.engine.backend.document.model.dsl.IndexSchemaElement;
import org.hibernate.search.engine.backend.types.Projectable;
import org.hibernate.search.engine.backend.types.Sortable;
import org.hibernate.search.engine.backend.types.dsl.IndexFieldTypeFactory;
import org.hibernate.search.engine.backend.types.dsl.StandardIndexFieldTypeOptionsStep;
import org.hibernate.search.mapper.pojo.bridge.TypeBridge;
import org.hibernate.search.mapper.pojo.bridge.binding.TypeBindingContext;
import org.hibernate.search.mapper.pojo.bridge.mapping.annotation.TypeBinderRef;
import org.hibernate.search.mapper.pojo.bridge.mapping.programmatic.TypeBinder;
import org.hibernate.search.mapper.pojo.bridge.runtime.TypeBridgeWriteContext;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.DocumentId;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.Indexed;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.SearchEntity;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.TypeBinding;

/**
 * One publication interval as the index knows it. Names with a hyphen or without either sign belong to every publication; fields of content types are named
 * {@code <key>_<kind>} and come from a few templates, so that the mapping does not grow with agencies. Several values have the kind's plural.
 */
@SearchEntity(name = "publication")
@Indexed(index = "publication")
@TypeBinding(binder = @TypeBinderRef(type = IndexedPublication.Shape.class))
final class IndexedPublication {

    static final String AGENCY = "agency";
    static final String SITE = "site";
    static final String AUDIENCE = "audience";
    /** The audience that may see this translation now: what was withdrawn has none, what was narrowed a narrower one. */
    static final String SHOWN_TO = "shown-to";

    /** Agency, site and both audiences in one word ({@link #readers}): one look-up instead of four. */
    static final String READERS = "readers";

    static final String FROM = "from";
    static final String TO = "to";
    /** Which rebuild of the site wrote the document last. */
    static final String STAMP = "stamp";
    /** What the document says, as a hash: to find stale ones. */
    static final String CONTENT = "content";

    static final String ID = "id";
    /** The two halves of {@link #ID}, in whose order ties are broken: numbers compare many times faster than texts. */
    static final String ID_HIGH = "id-high";

    static final String ID_LOW = "id-low";
    static final String ENTRY = "entry";
    static final String TYPE = "type";
    static final String LOCALE = "locale";
    /** The {@link Language} whose stems its words have. */
    static final String LANGUAGE = "language";

    static final String PATH = "path";
    static final String TITLE = "title";
    /** The end of the path, and the title made into a slug: the names by which other entries' filters may call this one. */
    static final String SLUG = "slug";

    static final String PUBLISHED_AT = "published-at";
    static final String UPDATED_AT = "updated-at";
    /** The keys of all fields that have a value. */
    static final String PRESENT = "present";
    /** Title, and all text with the title, analysed: {@code title-nl}, {@code text-en}. */
    static final String WORDS_OF_TITLE = "title-";

    static final String WORDS_OF_TEXT = "text-";

    /** For each language one, for each of five forms one, and one for several values. */
    static final int TEMPLATES = Language.values().length + 2 * 5;

    @DocumentId
    final String id;

    final Map<String, Object> values;

    /** @param values by index field; a collection for several */
    IndexedPublication(String id, Map<String, Object> values) {
        this.id = id;
        this.values = Map.copyOf(values);
    }

    /** Those of this audience who, besides, belong to the one that may see the translation now. */
    static String readers(AgencyId agency, SiteId site, String audience, String shownTo) {
        return String.join("\n", agency.value(), site.value(), audience, shownTo);
    }

    /** The fields and templates of the index. */
    public static final class Shape implements TypeBinder {

        @Override
        public void bind(TypeBindingContext context) {
            context.dependencies().useRootOnly();
            IndexSchemaElement root = context.indexSchemaElement();
            for (String exact : List.of(AGENCY, SITE, AUDIENCE, SHOWN_TO, READERS, STAMP, LANGUAGE)) {
                root.field(exact, f -> f.asString()).toReference();
            }
            root.field(PRESENT, f -> f.asString()).multiValued().toReference();
            root.field(SLUG, f -> f.asString().projectable(Projectable.YES))
                    .multiValued()
                    .toReference();
            root.field(CONTENT, f -> f.asString().projectable(Projectable.YES)).toReference();
            for (String sorted : List.of(ID, ENTRY, TYPE, LOCALE, PATH, TITLE)) {
                root.field(sorted, f -> single(f.asString())).toReference();
            }
            for (String number : List.of(FROM, TO, ID_HIGH, ID_LOW)) {
                root.field(number, f -> single(f.asLong())).toReference();
            }
            for (String moment : List.of(PUBLISHED_AT, UPDATED_AT)) {
                root.field(moment, f -> single(f.asInstant())).toReference();
            }
            for (Language language : Language.values()) {
                for (String words : List.of(WORDS_OF_TITLE, WORDS_OF_TEXT)) {
                    root.field(words + language.code(), f -> f.asString().analyzer(language.code()))
                            .toReference();
                }
                root.fieldTemplate(language.code(), f -> f.asString().analyzer(language.code()))
                        .matchingPathGlob("*_" + language.code())
                        .multiValued();
            }
            template(root, Form.KEYWORD, IndexFieldTypeFactory::asString);
            template(root, Form.NUMBER, IndexFieldTypeFactory::asDouble);
            template(root, Form.DAY, IndexFieldTypeFactory::asLocalDate);
            template(root, Form.MOMENT, IndexFieldTypeFactory::asInstant);
            template(root, Form.TRUTH, IndexFieldTypeFactory::asBoolean);
            context.bridge(IndexedPublication.class, new Writer());
        }

        private static void template(
                IndexSchemaElement root,
                Form form,
                java.util.function.Function<IndexFieldTypeFactory, StandardIndexFieldTypeOptionsStep<?, ?>> type) {
            root.fieldTemplate(form.suffix(), f -> single(type.apply(f))).matchingPathGlob("*_" + form.suffix());
            root.fieldTemplate(form.suffix() + "s", type::apply)
                    .matchingPathGlob("*_" + form.suffix() + "s")
                    .multiValued();
        }

        private static StandardIndexFieldTypeOptionsStep<?, ?> single(StandardIndexFieldTypeOptionsStep<?, ?> type) {
            return type.sortable(Sortable.YES).projectable(Projectable.YES);
        }
    }

    private static final class Writer implements TypeBridge<IndexedPublication> {

        @Override
        public void write(DocumentElement target, IndexedPublication publication, TypeBridgeWriteContext context) {
            publication.values.forEach((name, value) -> {
                if (value instanceof Collection<?> several) {
                    several.forEach(one -> target.addValue(name, one));
                } else {
                    target.addValue(name, value);
                }
            });
        }
    }
}
