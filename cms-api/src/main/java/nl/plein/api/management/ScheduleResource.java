package nl.plein.api.management;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.plein.api.problem.Refused;
import nl.plein.api.wire.Conditions;
import nl.plein.api.wire.Listing;
import nl.plein.cms.content.TranslationKey;
import nl.plein.cms.kernel.EntryId;
import nl.plein.cms.kernel.Finding;
import nl.plein.cms.kernel.Invalid;
import nl.plein.cms.kernel.RevisionId;
import nl.plein.cms.kernel.Seen;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.people.Access;
import nl.plein.cms.people.Permission;
import nl.plein.cms.releases.ReleaseId;
import nl.plein.cms.schedules.CancelSchedule;
import nl.plein.cms.schedules.ChangeSchedule;
import nl.plein.cms.schedules.Schedule;
import nl.plein.cms.schedules.ScheduleId;
import nl.plein.cms.schedules.ScheduleRelease;
import nl.plein.cms.schedules.ScheduleState;
import nl.plein.cms.schedules.ScheduleTranslation;
import nl.plein.cms.schedules.ScheduledAct;
import nl.plein.cms.schedules.Schedules;
import nl.plein.cms.tenancy.SiteRef;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** What is to happen to translations and releases at a time, and what became of it. */
@Path("/manage/v1/sites/{site}/schedules")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class ScheduleResource {

    /**
     * Of an entry in a locale, or of a release.
     *
     * @param act      {@code publish}, {@code unpublish} or {@code archive}; a release is published
     * @param at       as the site's clock shows it, or with an offset
     * @param revision the one draft that may be published; absent for whatever the draft is then
     */
    public record NewSchedule(
            @Nullable String entry,
            @Nullable String locale,
            @Nullable String release,
            String act,
            String at,
            @Nullable String revision) {

        TranslationKey translation() {
            if (entry == null || locale == null) {
                throw bad();
            }
            return new TranslationKey(EntryId.of(entry), locale);
        }

        /** Empty if it is to be of a translation. */
        Optional<ReleaseId> ofRelease() {
            if (release != null && (entry != null || locale != null || revision != null || !act.equals("publish"))) {
                throw bad();
            }
            return Optional.ofNullable(release).map(ReleaseId::of);
        }

        private static Invalid bad() {
            return new Invalid(
                    "bad-schedule",
                    "Name an \"entry\" and its \"locale\", or a \"release\" alone, with the act \"publish\".");
        }
    }

    /** Another time. @param revision as in {@link NewSchedule} */
    public record NewTime(String at, @Nullable String revision) {}

    /** @param pointer to the field of the draft */
    public record ScheduleFinding(String pointer, String code, String message) {

        static ScheduleFinding of(Finding finding) {
            return new ScheduleFinding(finding.pointer(), finding.code(), finding.message());
        }
    }

    /** Why it could not be done. @param detail a sentence that says what to do */
    public record ScheduleRefusal(String code, String detail, List<ScheduleFinding> errors) {}

    /**
     * @param at        the moment
     * @param siteTime  the same, on the clock of the site
     * @param clock     {@code plain}, {@code skipped} or {@code twice}: whether the clock shows the time that was asked for
     * @param person    who is asked for the permission at that time
     * @param version   of the site that it made; absent if nothing had to change
     */
    public record ScheduleView(
            String id,
            @Nullable String entry,
            @Nullable String locale,
            @Nullable String release,
            String act,
            @Nullable String revision,
            Instant at,
            String siteTime,
            String clock,
            String state,
            @Nullable String person,
            Instant createdAt,
            @Nullable Instant endedAt,
            @Nullable Long version,
            @Nullable ScheduleRefusal refusal) {

        static ScheduleView of(SiteRef site, Schedule schedule) {
            return new ScheduleView(
                    schedule.id().toString(),
                    schedule.translation().map(one -> one.entry().toString()).orElse(null),
                    schedule.translation().map(TranslationKey::locale).orElse(null),
                    schedule.release().map(Object::toString).orElse(null),
                    schedule.act().key(),
                    schedule.revision().map(Object::toString).orElse(null),
                    schedule.due(),
                    DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(schedule.due().atZone(site.zone())),
                    schedule.reading().key(),
                    schedule.state().key(),
                    schedule.person().map(Object::toString).orElse(null),
                    schedule.created(),
                    schedule.ended().orElse(null),
                    schedule.madeVersion().orElse(null),
                    refusal(schedule));
        }

        private static @Nullable ScheduleRefusal refusal(Schedule schedule) {
            return schedule.code().isEmpty()
                    ? null
                    : new ScheduleRefusal(
                            schedule.code(),
                            schedule.sentence(),
                            schedule.findings().stream()
                                    .map(ScheduleFinding::of)
                                    .toList());
        }
    }

    @Inject
    Once once;

    @Inject
    Access access;

    @Inject
    Schedules schedules;

    @Inject
    ScheduleTranslation scheduleTranslation;

    @Inject
    ScheduleRelease scheduleRelease;

    @Inject
    ChangeSchedule changeSchedule;

    @Inject
    CancelSchedule cancelSchedule;

    /** By their times, past ones first. */
    @GET
    public Listing<ScheduleView> list(
            @PathParam("site") SiteId site,
            @QueryParam("state") @Nullable String state,
            @QueryParam("entry") @Nullable String entry,
            @QueryParam("release") @Nullable String release,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("pageSize") @DefaultValue("20") int pageSize) {
        SiteRef ref = access.require(Permission.CONTENT_WRITE, site);
        var filter = new Schedules.Filter(
                state == null ? null : ScheduleState.of(state),
                entry == null ? null : EntryId.of(entry),
                release == null ? null : ReleaseId.of(release));
        List<Schedule> found = schedules.page(site, filter, spot(cursor), Listing.oneMore(pageSize));
        return Listing.page(
                found,
                pageSize,
                last -> last.due().toEpochMilli() + "_" + last.id(),
                schedule -> ScheduleView.of(ref, schedule));
    }

    private static Optional<Schedules.Spot> spot(@Nullable String cursor) {
        if (cursor == null) {
            return Optional.empty();
        }
        String[] parts = cursor.split("_", 2);
        try {
            return Optional.of(new Schedules.Spot(
                    Instant.ofEpochMilli(Long.parseLong(parts[0])), UUID.fromString(parts[parts.length - 1])));
        } catch (IllegalArgumentException e) {
            throw Refused.query("cursor", "bad-cursor", "Give the cursor as \"next\" of the page before has it.");
        }
    }

    /** Who asks for it is asked for the permission again at the due time. */
    @POST
    @APIResponseSchema(value = ScheduleView.class, responseCode = "201")
    public Response schedule(@PathParam("site") SiteId site, NewSchedule wanted) {
        SiteRef ref = access.require(Permission.CONTENT_PUBLISH, site);
        Optional<ReleaseId> release = wanted.ofRelease();
        ScheduledAct act = ScheduledAct.of(wanted.act());
        Optional<RevisionId> only = Optional.ofNullable(wanted.revision()).map(RevisionId::of);
        return once.act(() -> {
            Schedule made = release.isPresent()
                    ? scheduleRelease.perform(site, release.get(), wanted.at())
                    : scheduleTranslation.perform(site, wanted.translation(), act, wanted.at(), only);
            return tagged(
                    Response.created(URI.create("/manage/v1/sites/" + site + "/schedules/" + made.id())), ref, made);
        });
    }

    /** The answer's ETag is for the If-Match of a change or a cancellation. */
    @GET
    @Path("{schedule}")
    @APIResponseSchema(ScheduleView.class)
    public Response get(@PathParam("site") SiteId site, @PathParam("schedule") String id) {
        SiteRef ref = access.require(Permission.CONTENT_WRITE, site);
        return tagged(Response.ok(), ref, schedules.get(site, ScheduleId.of(id)));
    }

    /** If-Match names the schedule, or is {@code *}. */
    @PUT
    @Path("{schedule}")
    @APIResponseSchema(ScheduleView.class)
    public Response change(
            @PathParam("site") SiteId site,
            @PathParam("schedule") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            NewTime wanted) {
        SiteRef ref = access.require(Permission.CONTENT_PUBLISH, site);
        Seen seen = Conditions.seen(ifMatch);
        Optional<RevisionId> only = Optional.ofNullable(wanted.revision()).map(RevisionId::of);
        return tagged(Response.ok(), ref, changeSchedule.perform(site, ScheduleId.of(id), wanted.at(), only, seen));
    }

    /** If-Match names the schedule, or is {@code *}. It stays in the list, cancelled. */
    @DELETE
    @Path("{schedule}")
    public void cancel(
            @PathParam("site") SiteId site,
            @PathParam("schedule") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch) {
        access.require(Permission.CONTENT_PUBLISH, site);
        cancelSchedule.perform(site, ScheduleId.of(id), Conditions.seen(ifMatch));
    }

    private static Response tagged(Response.ResponseBuilder answer, SiteRef site, Schedule schedule) {
        return answer.entity(ScheduleView.of(site, schedule))
                .header("ETag", "\"" + schedule.tag() + "\"")
                .build();
    }
}
