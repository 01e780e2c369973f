package nl.plein.cms.publishing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.plein.cms.content.Entries;
import nl.plein.cms.content.EntryRef;
import nl.plein.cms.kernel.AssetId;
import nl.plein.cms.kernel.Audience;
import nl.plein.cms.kernel.EntryId;
import nl.plein.cms.media.AssetRef;
import nl.plein.cms.media.Assets;
import nl.plein.cms.model.ContentTypes;
import nl.plein.cms.model.Model;
import nl.plein.cms.workflow.Gate;
import nl.plein.cms.workflow.Reason;
import nl.plein.cms.workflow.Severity;
import nl.plein.cms.workflow.Subject;
import nl.plein.cms.workflow.Words;

/**
 * Finds references and links to entries and files that lead nowhere, or where not all readers may follow. They never stand
 * in the way of a version, which shows such a link as plain text until there is something to lead to.
 */
@ApplicationScoped
public class SoundReferences implements Gate {

    @Inject
    ContentTypes types;

    @Inject
    Model model;

    @Inject
    Entries entries;

    @Inject
    Assets assets;

    @Inject
    Ground ground;

    @Override
    public String key() {
        return "references";
    }

    @Override
    @Transactional
    public List<Reason> findings(Subject subject) {
        List<NamedTargets.Target> targets = NamedTargets.in(model.values(
                types.get(subject.draft().type()),
                subject.draft().payload(),
                field -> NamedTargets.KINDS.contains(field.kind())));
        Set<UUID> named = new HashSet<>();
        Set<AssetId> files = new HashSet<>();
        for (NamedTargets.Target target : targets) {
            if (target.isAsset()) {
                files.add(new AssetId(target.id()));
            } else {
                named.add(target.id());
            }
        }
        Map<AssetId, AssetRef> kept = assets.findAll(files);
        Map<UUID, String> known = entries.typesOf(named);
        Map<UUID, Set<Audience>> shown = shown(subject, named);
        List<Reason> found = new ArrayList<>();
        for (NamedTargets.Target target : targets) {
            Optional<Reason> reason = target.isAsset()
                    ? kept.containsKey(new AssetId(target.id())) ? Optional.empty() : Optional.of(fileGone(target))
                    : about(subject, target, known.containsKey(target.id()), shown);
            reason.filter(one -> !found.contains(one)).ifPresent(found::add);
        }
        return found;
    }

    /** For whom each is published, in any locale. */
    private Map<UUID, Set<Audience>> shown(Subject subject, Set<UUID> named) {
        Map<UUID, Set<Audience>> shown = new HashMap<>();
        for (Standing standing : ground.openOf(subject.site().id(), named)) {
            shown.computeIfAbsent(standing.translation().entry().value(), id -> new HashSet<>())
                    .add(standing.audience());
        }
        return shown;
    }

    private Optional<Reason> about(
            Subject subject, NamedTargets.Target target, boolean isKnown, Map<UUID, Set<Audience>> shown) {
        if (!isKnown) {
            return Optional.of(reason(
                    target,
                    "target-gone",
                    "leidt naar iets dat er niet meer is: kies iets anders of haal %s weg",
                    "leads to something that is no more: choose something else or take %s out"));
        }
        Optional<EntryRef> here = entries.find(subject.site().id(), new EntryId(target.id()));
        if (here.isEmpty()) {
            return Optional.empty(); // of another site of the agency, which this one does not answer for
        }
        if (here.get().deletedAt().isPresent()) {
            return Optional.of(reason(
                    target,
                    "target-in-trash",
                    "leidt naar iets in de prullenbak: haal dat terug of haal %s weg",
                    "leads to something in the trash: take that back or take %s out"));
        }
        Set<Audience> audiences = shown.getOrDefault(target.id(), Set.of());
        if (audiences.isEmpty()) {
            return Optional.of(reason(
                    target,
                    "target-not-published",
                    "leidt naar iets dat niet gepubliceerd is: publiceer dat ook, of haal %s weg",
                    "leads to something that is not published: publish that too, or take %s out"));
        }
        Audience readers = subject.draft().audience();
        return audiences.stream().anyMatch(audience -> audience.covers(readers))
                ? Optional.empty()
                : Optional.of(reason(
                        target,
                        "target-for-fewer",
                        "leidt naar iets dat niet al uw lezers mogen zien: kies iets anders of haal %s weg",
                        "leads to something that not all your readers may see: choose something else or take %s out"));
    }

    private static Reason fileGone(NamedTargets.Target target) {
        return reason(
                target,
                "file-gone",
                "leidt naar een bestand dat er niet meer is: kies een ander of haal %s weg",
                "leads to a file that is no more: choose another or take %s out");
    }

    /** @param nl with %s for what is to be taken out */
    private static Reason reason(NamedTargets.Target target, String code, String nl, String en) {
        boolean isLink = !target.words().isEmpty();
        String words =
                target.words().length() <= 60 ? target.words() : target.words().substring(0, 59) + "…";
        return new Reason(
                target.pointer(),
                code,
                Severity.WARNING,
                new Words(
                        (isLink ? "De link “" + words + "” " : "Deze verwijzing ")
                                + nl.formatted(isLink ? "de link" : "de verwijzing") + ".",
                        (isLink ? "The link “" + words + "” " : "This reference ")
                                + en.formatted(isLink ? "the link" : "the reference") + "."));
    }
}
