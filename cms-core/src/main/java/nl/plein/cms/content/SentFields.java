package nl.plein.cms.content;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.plein.cms.kernel.Conflict;
import nl.plein.cms.kernel.Finding;
import nl.plein.cms.kernel.Invalid;
import nl.plein.cms.model.ContentType;
import nl.plein.cms.model.Loss;
import nl.plein.cms.model.PayloadForms;
import tools.jackson.databind.JsonNode;

/** Reads what a writer sent who may have opened the draft before its type was changed. */
@ApplicationScoped
class SentFields {

    @Inject
    Payloads payloads;

    @Inject
    PayloadForms forms;

    @Inject
    KeptDrafts keptDrafts;

    /**
     * By the fields that the type has now. Who says which version of the model the fields are of is taken at their word;
     * otherwise they are of today if they fit, and else of the time of their base.
     *
     * @param base  empty if it is no more
     * @param model the version of the model whose fields were sent
     * @throws Invalid  as {@link Payloads#read}
     * @throws Conflict {@code type-changed} with {@code kept}, {@code mine} and {@code head} if what the writer changed has no
     *                  place in the type any more; what was sent is kept aside
     */
    Payload read(
            ContentType type,
            Entry entry,
            Translation translation,
            Optional<Revision> base,
            JsonNode fields,
            OptionalLong model) {
        if (model.isPresent()) {
            return model.getAsLong() >= forms.current()
                    ? payloads.read(type, fields)
                    : former(type, entry, translation, base, fields, model.getAsLong());
        }
        try {
            return payloads.read(type, fields);
        } catch (Invalid refusal) {
            Optional<Revision> older = base.filter(revision -> isOfFormer(type, revision));
            if (older.isEmpty()) {
                throw refusal;
            }
            return former(type, entry, translation, base, fields, older.get().model());
        }
    }

    /** Whether the type has changed since so that this revision would say it otherwise. */
    private boolean isOfFormer(ContentType type, Revision revision) {
        return forms.upgraded(type.key(), revision.payload(), revision.model()) != revision.payload();
    }

    private Payload former(
            ContentType type,
            Entry entry,
            Translation translation,
            Optional<Revision> base,
            JsonNode fields,
            long model) {
        List<Loss> losses = new ArrayList<>();
        JsonNode now = forms.upgraded(type.key(), fields, model, losses);
        List<Loss> changed =
                losses.stream().filter(loss -> isChanged(loss, base, fields)).toList();
        if (!changed.isEmpty()) {
            throw lost(entry, translation, base, fields, changed);
        }
        return payloads.read(type, now);
    }

    private static boolean isChanged(Loss loss, Optional<Revision> base, JsonNode fields) {
        return base.map(revision -> revision.payload().at(loss.pointer()))
                .filter(fields.at(loss.pointer())::equals)
                .isEmpty();
    }

    private Conflict lost(
            Entry entry, Translation translation, Optional<Revision> base, JsonNode fields, List<Loss> losses) {
        UUID basedOn = base.map(Revision::id).orElse(translation.head().value());
        UUID kept = keptDrafts.keep(
                entry, translation, new nl.plein.cms.kernel.RevisionId(basedOn), Payloads.asSent(fields));
        String places = losses.stream().map(Loss::pointer).collect(Collectors.joining(", "));
        return new Conflict(
                "type-changed",
                "The type of this entry was changed since you opened it, and what you wrote at " + places
                        + " has no place in it any more. What you sent is kept aside as " + kept
                        + ": read the draft again and take over what is to stay.",
                losses.stream()
                        .map(loss -> new Finding("/fields" + loss.pointer(), loss.code(), sentence(loss)))
                        .toList(),
                Map.of(
                        "kept",
                        kept.toString(),
                        "mine",
                        fields,
                        "head",
                        translation.head().toString()));
    }

    private static String sentence(Loss loss) {
        return loss.code().equals(Loss.REMOVED)
                ? "The field \"" + loss.field().label("en") + "\" is there no more."
                : "The field \"" + loss.field().label("en") + "\" holds another kind of value now.";
    }
}
