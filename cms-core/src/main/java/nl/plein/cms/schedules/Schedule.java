package nl.plein.cms.schedules;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.plein.cms.content.TranslationKey;
import nl.plein.cms.kernel.AgencyId;
import nl.plein.cms.kernel.EntryId;
import nl.plein.cms.kernel.Finding;
import nl.plein.cms.kernel.Json;
import nl.plein.cms.kernel.JsonConverter;
import nl.plein.cms.kernel.PersonId;
import nl.plein.cms.kernel.Refusal;
import nl.plein.cms.kernel.RevisionId;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.releases.ReleaseId;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** That something is to happen to a translation or a release at a time, and what became of it. */
@Entity
@Table(name = "schedule")
public class Schedule {

    /** Broken so often in a row, it is tried no more. */
    static final int TRIES = 5;

    private static final int LONGEST = 2_000;

    @Id
    private UUID id;

    @Column(name = "agency_id")
    private String agency;

    @Column(name = "site_id")
    private String site;

    @Column(name = "entry_id")
    private @Nullable UUID entry;

    private @Nullable String locale;

    @Column(name = "release_id")
    private @Nullable UUID release;

    @Enumerated(EnumType.STRING)
    private ScheduledAct act;

    @Column(name = "revision_id")
    private @Nullable UUID revision;

    @Column(name = "due_at")
    private Instant due;

    @Enumerated(EnumType.STRING)
    private DueTime.Reading reading;

    @Column(name = "person_id")
    private @Nullable UUID person;

    @Enumerated(EnumType.STRING)
    private ScheduleState state;

    @Column(name = "made_version")
    private @Nullable Long madeVersion;

    private String code;
    private String sentence;

    @Convert(converter = JsonConverter.class)
    private JsonNode findings;

    private int tries;

    @Column(name = "next_try_at")
    private Instant nextTry;

    @Column(name = "created_at")
    private Instant created;

    @Column(name = "ended_at")
    private @Nullable Instant ended;

    private long changes;

    protected Schedule() {}

    Schedule(ScheduleId id, AgencyId agency, SiteId site, TranslationKey translation, ScheduledAct act, Instant now) {
        this(id, agency, site, act, now);
        this.entry = translation.entry().value();
        this.locale = translation.locale();
    }

    Schedule(ScheduleId id, AgencyId agency, SiteId site, ReleaseId release, Instant now) {
        this(id, agency, site, ScheduledAct.PUBLISH, now);
        this.release = release.value();
    }

    private Schedule(ScheduleId id, AgencyId agency, SiteId site, ScheduledAct act, Instant now) {
        this.id = id.value();
        this.agency = agency.value();
        this.site = site.value();
        this.act = act;
        this.created = now;
        this.due = now;
        this.reading = DueTime.Reading.PLAIN;
        open();
    }

    public ScheduleId id() {
        return new ScheduleId(id);
    }

    public AgencyId agency() {
        return new AgencyId(agency);
    }

    public SiteId site() {
        return new SiteId(site);
    }

    /** Empty if it is of a release. */
    public Optional<TranslationKey> translation() {
        return entry == null || locale == null
                ? Optional.empty()
                : Optional.of(new TranslationKey(new EntryId(entry), locale));
    }

    /** Empty if it is of a translation. */
    public Optional<ReleaseId> release() {
        return Optional.ofNullable(release).map(ReleaseId::new);
    }

    public ScheduledAct act() {
        return act;
    }

    /** The one draft that may be published; empty for whatever the draft is then. */
    public Optional<RevisionId> revision() {
        return Optional.ofNullable(revision).map(RevisionId::new);
    }

    public Instant due() {
        return due;
    }

    public DueTime.Reading reading() {
        return reading;
    }

    /** Who wants it, and is asked for the permission at the due time; empty for the installation itself. */
    public Optional<PersonId> person() {
        return Optional.ofNullable(person).map(PersonId::new);
    }

    public ScheduleState state() {
        return state;
    }

    /** The site version it made; empty unless it was done, and if nothing had to change. */
    public Optional<Long> madeVersion() {
        return Optional.ofNullable(madeVersion);
    }

    /** Stable, kebab-case; empty unless it could not be done. */
    public String code() {
        return code;
    }

    /** What to do, for people; empty unless it could not be done. */
    public String sentence() {
        return sentence;
    }

    /** What is wrong where, of the fields of the draft. */
    public List<Finding> findings() {
        List<Finding> found = new ArrayList<>();
        findings.forEach(one -> found.add(new Finding(
                one.path("pointer").stringValue(""),
                one.path("code").stringValue(""),
                one.path("message").stringValue(""))));
        return found;
    }

    public Instant created() {
        return created;
    }

    public Optional<Instant> ended() {
        return Optional.ofNullable(ended);
    }

    /** Changes with each change. */
    public String tag() {
        return Long.toString(changes);
    }

    Instant nextTry() {
        return nextTry;
    }

    boolean isDue(Instant now) {
        return state == ScheduleState.WAITING && !due.isAfter(now) && !nextTry.isAfter(now);
    }

    /** What it was refused for is forgotten. */
    void plan(DueTime time, Optional<RevisionId> only, Optional<PersonId> by) {
        due = time.at();
        reading = time.reading();
        revision = only.map(RevisionId::value).orElse(null);
        person = by.map(PersonId::value).orElse(null);
        changes++;
        open();
    }

    private void open() {
        state = ScheduleState.WAITING;
        code = "";
        sentence = "";
        findings = Json.mapper().createArrayNode();
        tries = 0;
        nextTry = Instant.EPOCH;
        ended = null;
    }

    void done(@Nullable Long version, Instant now) {
        madeVersion = version;
        end(ScheduleState.DONE, now);
    }

    void cancel(Instant now) {
        end(ScheduleState.CANCELLED, now);
    }

    void refuse(Refusal why, Instant now) {
        say(why.code(), why.message());
        findings = Json.mapper().valueToTree(why.findings());
        end(ScheduleState.REFUSED, now);
    }

    /** It broke: to be tried again after a pause that doubles, or no more. */
    void fail(Instant now) {
        tries++;
        changes++;
        say(
                "schedule-failed",
                "This broke for a reason that the log of the server has under " + id
                        + ": when it is mended, give the schedule another time.");
        nextTry = now.plus(Duration.ofSeconds(1L << tries));
        if (tries >= TRIES) {
            end(ScheduleState.FAILED, now);
        }
    }

    private void say(String newCode, String words) {
        code = newCode;
        sentence = words.length() > LONGEST ? words.substring(0, LONGEST) : words;
    }

    private void end(ScheduleState how, Instant now) {
        state = how;
        ended = now;
        changes++;
    }
}
