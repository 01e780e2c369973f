package nl.plein.cms.publishing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.plein.cms.content.Draft;
import nl.plein.cms.content.DraftsForPublishing;
import nl.plein.cms.content.TranslationKey;
import nl.plein.cms.kernel.Finding;
import nl.plein.cms.kernel.Invalid;
import nl.plein.cms.kernel.NotFound;
import nl.plein.cms.kernel.Seen;
import nl.plein.cms.model.ContentTypes;
import nl.plein.cms.model.Model;
import nl.plein.cms.tenancy.SiteRef;
import nl.plein.cms.workflow.MayPublish;
import tools.jackson.databind.JsonNode;

/** Takes the newest drafts and lets through only what keeps all rules of its type. */
@ApplicationScoped
class ReadyDrafts {

    private static final List<String> DATES = List.of("publishedAt", "date");
    private static final int MOST_FINDINGS = 100;

    @Inject
    DraftsForPublishing drafts;

    @Inject
    ContentTypes types;

    @Inject
    Model model;

    @Inject
    AllowedTypes allowedTypes;

    @Inject
    FocalPoints focalPoints;

    @Inject
    MayPublish mayPublish;

    /**
     * @param seen revisions that a draft must be one of; none for whatever it is
     * @throws NotFound {@code unknown-entry} if a translation is not there or in the trash
     * @throws Invalid  {@code not-publishable} with findings; their pointers begin with the translation's number
     * @throws nl.plein.cms.kernel.Refusal as {@link MayPublish} says, if the workflow of one does not let it through
     */
    @Transactional
    List<Publishable> of(SiteRef site, List<TranslationKey> translations, Map<TranslationKey, Seen> seen) {
        long version = types.version();
        Map<TranslationKey, Draft> found = new HashMap<>();
        drafts.of(site.id(), translations).forEach(draft -> found.put(draft.key(), draft));
        List<Draft> inOrder = new ArrayList<>();
        for (TranslationKey translation : translations) {
            Draft draft = found.get(translation);
            if (draft == null) {
                throw unknown(translation);
            }
            seen.getOrDefault(draft.key(), Seen.ANY)
                    .refuseOther(draft.revision().toString());
            inOrder.add(draft);
        }
        List<Finding> findings = findings(inOrder);
        if (!findings.isEmpty()) {
            throw new Invalid(
                    "not-publishable",
                    findings.get(0).message(),
                    findings.subList(0, Math.min(findings.size(), MOST_FINDINGS)));
        }
        mayPublish.require(site, inOrder);
        return publishables(site, inOrder, version);
    }

    /** Where drafts break rules of their types; pointers begin with the number of the draft. */
    List<Finding> findings(List<Draft> inOrder) {
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < inOrder.size(); i++) {
            Draft draft = inOrder.get(i);
            String pointer = "/" + i + "/fields";
            model.findings(types.get(draft.type()), draft.payload(), true)
                    .forEach(finding -> findings.add(finding.under(pointer)));
        }
        findings.addAll(allowedTypes.findings(inOrder));
        return findings;
    }

    /** What drafts would be published as, whether they may be or not. */
    List<Publishable> publishables(SiteRef site, List<Draft> inOrder) {
        return publishables(site, inOrder, types.version());
    }

    private List<Publishable> publishables(SiteRef site, List<Draft> inOrder, long version) {
        FocalPoints.Known points =
                focalPoints.of(inOrder.stream().map(Draft::payload).toList());
        return inOrder.stream()
                .map(draft -> publishable(site, draft, points, version))
                .toList();
    }

    static NotFound unknown(TranslationKey translation) {
        return new NotFound(
                "unknown-entry",
                "There is no entry " + translation.entry() + " in " + translation.locale() + " on this site.");
    }

    private static Publishable publishable(SiteRef site, Draft draft, FocalPoints.Known points, long version) {
        return new Publishable(
                draft.key(),
                draft.audience(),
                draft.path(),
                draft.type(),
                draft.title(),
                draft.parent(),
                draft.revision(),
                datedAt(draft.payload(), ZoneId.of(site.timeZone())),
                points.in(draft.payload()),
                version);
    }

    private static Optional<Instant> datedAt(JsonNode payload, ZoneId zone) {
        for (String field : DATES) {
            JsonNode value = payload.path(field);
            if (value.isString()) {
                return instant(value.stringValue(), zone);
            }
        }
        return Optional.empty();
    }

    /** A day begins at midnight in the site's zone. */
    private static Optional<Instant> instant(String text, ZoneId zone) {
        try {
            return Optional.of(
                    text.length() == 10
                            ? LocalDate.parse(text).atStartOfDay(zone).toInstant()
                            : OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
