package nl.plein.api.management;

import java.util.List;
import nl.plein.api.management.WorkflowView.WordsView;
import nl.plein.cms.model.FieldFate;
import nl.plein.cms.model.FieldKind;
import nl.plein.cms.remodel.TypeImpact;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What another definition of a type would mean.
 *
 * @param model       the version of the model that this was worked out on
 * @param fingerprint names this impact; to be stated with the change
 * @param needed      whether the change is refused without the fingerprint
 * @param texts       that were looked at
 * @param lost        values that have no place in the changed type
 * @param unfit       texts that could not be published any more
 * @param rewritten   texts that are carried over in the background; what visitors see of them is shown anew
 * @param filters     what lists can't ask any more as they do now
 */
@Schema(name = "TypeImpact")
public record TypeImpactView(
        String type,
        long model,
        String fingerprint,
        boolean needed,
        long texts,
        List<FieldView> fields,
        ToldView lost,
        ToldView unfit,
        ToldView rewritten,
        List<FilterView> filters) {

    /**
     * A field to which something happens.
     *
     * @param to   where texts will hold it; absent if they won't
     * @param from its kind now; absent for a new field
     * @param kind that it will have; absent for one that goes
     */
    @Schema(name = "TypeImpactField")
    public record FieldView(
            String pointer, @Nullable String to, String fate, @Nullable String from, @Nullable String kind) {

        static FieldView of(FieldFate fate) {
            return new FieldView(
                    fate.pointer(),
                    fate.to().orElse(null),
                    fate.fate().key(),
                    fate.from().map(FieldKind::key).orElse(null),
                    fate.kind().map(FieldKind::key).orElse(null));
        }
    }

    /**
     * How many, and the first of them.
     *
     * @param drafts    translations whose draft is among them
     * @param published translations of which visitors see such a text
     */
    @Schema(name = "TypeImpactTold")
    public record ToldView(long drafts, long published, List<ExampleView> examples) {

        static ToldView of(TypeImpact.Told told) {
            return new ToldView(
                    told.drafts(),
                    told.shown(),
                    told.examples().stream().map(ExampleView::of).toList());
        }
    }

    /**
     * A text.
     *
     * @param path      of its page; absent if it has none
     * @param pointer   into its fields; empty for the whole
     */
    @Schema(name = "TypeImpactExample")
    public record ExampleView(
            String site,
            String entry,
            String locale,
            String title,
            @Nullable String path,
            boolean draft,
            boolean published,
            String pointer,
            String code,
            WordsView message) {

        static ExampleView of(TypeImpact.Example example) {
            return new ExampleView(
                    example.site().value(),
                    example.translation().entry().toString(),
                    example.translation().locale(),
                    example.title(),
                    example.path().isEmpty() ? null : example.path(),
                    example.draft(),
                    example.shown(),
                    example.pointer(),
                    example.code(),
                    WordsView.of(example.words()));
        }
    }

    /** @param name as filters and sorts write it */
    @Schema(name = "TypeImpactFilter")
    public record FilterView(String name, String code, WordsView message) {}

    static TypeImpactView of(TypeImpact impact) {
        return new TypeImpactView(
                impact.type(),
                impact.model(),
                impact.fingerprint(),
                impact.takesAway(),
                impact.texts(),
                impact.fields().stream().map(FieldView::of).toList(),
                ToldView.of(impact.lost()),
                ToldView.of(impact.unfit()),
                ToldView.of(impact.rewritten()),
                impact.filters().stream()
                        .map(filter -> new FilterView(filter.name(), filter.code(), WordsView.of(filter.words())))
                        .toList());
    }
}
