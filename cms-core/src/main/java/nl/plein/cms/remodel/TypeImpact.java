package nl.plein.cms.remodel;

import java.util.List;
import nl.plein.cms.content.TranslationKey;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.model.FieldFate;
import nl.plein.cms.workflow.Words;

/**
 * What a change of a type would mean.
 *
 * @param type        that changes
 * @param model       the version of the model that this was worked out on
 * @param fingerprint names this impact, whole: another model, other texts at fault or another definition have another one
 * @param texts       that were looked at: drafts, and what visitors see where it is not the draft
 * @param fields      to which something happens
 * @param lost        values that have no place in the changed type
 * @param unfit       texts that could not be published any more, and why
 * @param rewritten   texts that are carried over in the background
 * @param filters     that lists can't ask any more as they do now
 */
public record TypeImpact(
        String type,
        long model,
        String fingerprint,
        long texts,
        List<FieldFate> fields,
        Told lost,
        Told unfit,
        Told rewritten,
        List<LostFilter> filters) {

    /** Examples that are told of each, at most. */
    public static final int EXAMPLES = 20;

    public TypeImpact {
        fields = List.copyOf(fields);
        filters = List.copyOf(filters);
    }

    /**
     * Some texts: how many, and the first of them.
     *
     * @param drafts  translations whose draft is among them
     * @param shown   translations of which visitors see such a text
     */
    public record Told(long drafts, long shown, List<Example> examples) {

        public Told {
            examples = List.copyOf(examples);
        }

        public boolean isNone() {
            return drafts == 0 && shown == 0;
        }
    }

    /**
     * One text.
     *
     * @param path    of its page; empty if it has none
     * @param shown   whether visitors see this text
     * @param pointer JSON Pointer into its fields; empty for the whole
     * @param code    stable
     */
    public record Example(
            SiteId site,
            TranslationKey translation,
            String title,
            String path,
            boolean draft,
            boolean shown,
            String pointer,
            String code,
            Words words) {}

    /** @param name as filters and sorts write it @param code {@code filter-gone} or {@code filter-changed} */
    public record LostFilter(String name, String code, Words words) {}

    /** Whether something would be lost or refused that is there or works now, so that somebody has to have seen it. */
    public boolean takesAway() {
        return !lost.isNone() || !unfit.isNone() || texts > 0 && !filters.isEmpty();
    }
}
