package nl.plein.cms.schedules;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import nl.plein.cms.audit.Audit;
import nl.plein.cms.content.Draft;
import nl.plein.cms.content.DraftsForPublishing;
import nl.plein.cms.content.TranslationKey;
import nl.plein.cms.kernel.Conflict;
import nl.plein.cms.kernel.Ids;
import nl.plein.cms.kernel.Invalid;
import nl.plein.cms.kernel.Json;
import nl.plein.cms.kernel.NotFound;
import nl.plein.cms.kernel.RevisionId;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.people.Access;
import nl.plein.cms.people.Calling;
import nl.plein.cms.people.Permission;
import nl.plein.cms.tenancy.PlatformData;
import nl.plein.cms.tenancy.SiteRef;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Keeps in mind that something is to happen to a translation at a time. Whoever asks for it is asked again at that time. */
@ApplicationScoped
public class ScheduleTranslation {

    @Inject
    Access access;

    @Inject
    Calling calling;

    @Inject
    DraftsForPublishing drafts;

    @Inject
    @PlatformData
    EntityManager platform;

    @Inject
    Audit audit;

    @Inject
    Ids ids;

    @Inject
    Clock clock;

    /**
     * @param time as {@link DueTime} reads it
     * @param only the draft that may be published, refused at the due time if it is no longer the newest; empty for
     *             whatever the draft is then
     * @throws NotFound {@code unknown-entry}
     * @throws Invalid  {@code unreadable-time}, {@code time-past}, {@code time-too-far}, {@code only-to-publish}
     * @throws Conflict {@code not-the-draft}
     */
    @Transactional
    public Schedule perform(
            SiteId site, TranslationKey translation, ScheduledAct act, String time, Optional<RevisionId> only) {
        SiteRef ref = access.require(Permission.CONTENT_PUBLISH, site);
        DueTime due = DueTime.of(time, ref.zone());
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        due.refuseOutside(now);
        refuseOther(site, translation, act, only);
        var schedule = new Schedule(new ScheduleId(ids.next()), ref.agency(), site, translation, act, now);
        schedule.plan(due, only, calling.current().person());
        platform.persist(schedule);
        audit.record("schedules.schedule", "site/" + site, details(schedule));
        return schedule;
    }

    /** @throws Conflict {@code not-the-draft} */
    void refuseOther(SiteId site, TranslationKey translation, ScheduledAct act, Optional<RevisionId> only) {
        Draft draft = drafts.of(site, List.of(translation)).stream()
                .findFirst()
                .orElseThrow(() -> new NotFound(
                        "unknown-entry",
                        "There is no entry " + translation.entry() + " in " + translation.locale() + " on this site."));
        if (only.isPresent() && act != ScheduledAct.PUBLISH) {
            throw new Invalid("only-to-publish", "Name a revision only where something is published.");
        }
        if (only.isPresent() && !only.get().equals(draft.revision())) {
            throw new Conflict(
                    "not-the-draft",
                    "The draft was saved again after this revision: look at what is new, then name the newest revision.");
        }
    }

    static JsonNode details(Schedule schedule) {
        ObjectNode details = Json.mapper()
                .createObjectNode()
                .put("schedule", schedule.id().toString())
                .put("act", schedule.act().key())
                .put("at", schedule.due().toString());
        schedule.translation()
                .ifPresent(one -> details.put("entry", one.entry().toString()).put("locale", one.locale()));
        schedule.release().ifPresent(one -> details.put("release", one.toString()));
        return details;
    }
}
