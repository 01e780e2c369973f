package nl.plein.cms.remodel;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.plein.cms.content.Entries;
import nl.plein.cms.content.StoredText;
import nl.plein.cms.content.TranslationKey;
import nl.plein.cms.kernel.EntryId;
import nl.plein.cms.kernel.Finding;
import nl.plein.cms.kernel.Json;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.model.FieldValue;
import nl.plein.cms.model.Loss;
import nl.plein.cms.model.TypeProposal;
import nl.plein.cms.model.TypeProposal.Judgement;
import nl.plein.cms.tenancy.SiteRef;
import nl.plein.cms.workflow.SchemaWords;
import nl.plein.cms.workflow.Words;
import tools.jackson.databind.JsonNode;

/** Judges texts one by one and keeps count. */
final class Weighing {

    private static final Words REWRITTEN =
            new Words("Wordt overgezet naar de nieuwe velden.", "Is carried over into the fields as they will be.");

    private final TypeProposal proposal;
    private final Entries entries;
    private final Tally lost = new Tally();
    private final Tally unfit = new Tally();
    private final Tally rewritten = new Tally();
    private final MessageDigest digest;
    private final Map<String, EntryId> holders = new HashMap<>();
    private long texts;

    /** One kind of consequence. A translation counts once as a draft and once as what visitors see. */
    private static final class Tally {
        private final Set<TranslationKey> drafts = new HashSet<>();
        private final Set<TranslationKey> shown = new HashSet<>();
        private final List<TypeImpact.Example> examples = new ArrayList<>();

        void add(SiteId site, StoredText text, String pointer, String code, Words words) {
            if (text.draft()) {
                drafts.add(text.translation());
            }
            if (text.shown()) {
                shown.add(text.translation());
            }
            if (examples.size() < TypeImpact.EXAMPLES) {
                examples.add(new TypeImpact.Example(
                        site,
                        text.translation(),
                        text.title(),
                        text.path(),
                        text.draft(),
                        text.shown(),
                        pointer,
                        code,
                        words));
            }
        }

        TypeImpact.Told told() {
            return new TypeImpact.Told(drafts.size(), shown.size(), examples);
        }
    }

    /** A reference that has to lead to an entry of certain types. */
    private record Bound(StoredText text, FieldValue value, UUID target, String pointer) {}

    Weighing(TypeProposal proposal, Entries entries) {
        this.proposal = proposal;
        this.entries = entries;
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
        note(proposal.model() + " " + proposal.before().tag());
        note(Json.canonical(proposal.definition()));
    }

    void add(SiteRef site, List<StoredText> page) {
        List<Bound> bound = new ArrayList<>();
        for (StoredText text : page) {
            texts++;
            Judgement judged = proposal.judge(text.type(), text.fields());
            judged.losses().forEach(loss -> lose(site.id(), text, loss));
            judged.unfit().forEach(finding -> refuse(site.id(), text, finding));
            if (judged.rewritten()) {
                rewritten.add(site.id(), text, "", "rewritten", REWRITTEN);
            }
            proposal.newlyBound(text.type(), judged.fields()).forEach(value -> bind(text, value, bound));
            proposal.newlyUnique(text.type(), judged.fields()).forEach(value -> claim(site.id(), text, value));
        }
        refuseWrongTargets(site.id(), bound);
    }

    private void lose(SiteId site, StoredText text, Loss loss) {
        note(text, loss.pointer(), loss.code());
        lost.add(site, text, loss.pointer(), loss.code(), LossWords.of(loss));
    }

    private void refuse(SiteId site, StoredText text, Finding finding) {
        refuse(site, text, finding.pointer(), finding.code(), SchemaWords.of(finding));
    }

    private void refuse(SiteId site, StoredText text, String pointer, String code, Words words) {
        note(text, pointer, code);
        unfit.add(site, text, pointer, code, words);
    }

    private static void bind(StoredText text, FieldValue value, List<Bound> bound) {
        JsonNode json = value.value();
        for (int i = 0; i < (json.isArray() ? json.size() : 1); i++) {
            JsonNode one = json.isArray() ? json.path(i) : json;
            String id = one.path("entry").asString("");
            if (id.length() == 36) {
                bound.add(
                        new Bound(text, value, UUID.fromString(id), value.pointer() + (json.isArray() ? "/" + i : "")));
            }
        }
    }

    private void refuseWrongTargets(SiteId site, List<Bound> bound) {
        Set<UUID> targets = new HashSet<>();
        bound.forEach(one -> targets.add(one.target()));
        Map<UUID, String> types = targets.isEmpty() ? Map.of() : entries.typesOf(targets);
        for (Bound one : bound) {
            String type = types.get(one.target());
            List<String> allowed = one.value().field().allowedTypes();
            if (type != null && !allowed.contains(type)) {
                refuse(
                        site,
                        one.text(),
                        one.pointer(),
                        "type-not-allowed",
                        new Words(
                                "Dit verwijst naar een item van het type \"" + type + "\": kies er een van het type "
                                        + String.join(", ", allowed) + ".",
                                "This points at an entry of type \"" + type + "\": choose one of type "
                                        + String.join(", ", allowed) + "."));
            }
        }
    }

    private void claim(SiteId site, StoredText text, FieldValue value) {
        EntryId entry = text.translation().entry();
        EntryId holder = holders.putIfAbsent(
                site + "\n" + text.type() + "\n" + value.path() + "\n" + Json.canonical(value.value()), entry);
        if (holder != null && !holder.equals(entry)) {
            refuse(
                    site,
                    text,
                    value.pointer(),
                    "value-taken",
                    new Words(
                            "Item " + holder + " heeft deze waarde ook: geef een van beide een andere.",
                            "Entry " + holder + " has this value too: give one of them another."));
        }
    }

    private void note(StoredText text, String pointer, String code) {
        note(text.revision() + " " + pointer + " " + code);
    }

    private void note(String line) {
        digest.update((line + "\n").getBytes(StandardCharsets.UTF_8));
    }

    TypeImpact impact(List<TypeImpact.LostFilter> filters) {
        note(rewritten.told().drafts() + " " + rewritten.told().shown());
        return new TypeImpact(
                proposal.before().key(),
                proposal.model(),
                HexFormat.of().formatHex(digest.digest()).substring(0, 40),
                texts,
                proposal.fates(),
                lost.told(),
                unfit.told(),
                rewritten.told(),
                filters);
    }
}
