package nl.plein.cms.jobs;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import nl.plein.cms.kernel.AgencyId;
import nl.plein.cms.kernel.JsonConverter;
import nl.plein.cms.kernel.PersonId;
import nl.plein.cms.kernel.SiteId;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A piece of background work and what became of it. */
@Entity
@Table(name = "job")
public class Job {

    private static final int LONGEST_LOG = 200_000;

    @Id
    private UUID id;

    private String kind;

    @Column(name = "agency_id")
    private @Nullable String agency;

    @Column(name = "site_id")
    private @Nullable String site;

    @Column(name = "person_id")
    private @Nullable String person;

    @Enumerated(EnumType.STRING)
    private JobState state;

    @Convert(converter = JsonConverter.class)
    private JsonNode input;

    @Convert(converter = JsonConverter.class)
    private @Nullable JsonNode report;

    private String log;
    private long done;
    private long total;
    private @Nullable String failure;

    @Column(name = "cancel_asked")
    private boolean cancelAsked;

    @Column(name = "created_at")
    private Instant created;

    @Column(name = "ended_at")
    private @Nullable Instant ended;

    protected Job() {}

    Job(
            JobId id,
            String kind,
            @Nullable AgencyId agency,
            @Nullable SiteId site,
            @Nullable PersonId person,
            JsonNode input,
            Instant created) {
        this.id = id.value();
        this.kind = kind;
        this.agency = agency == null ? null : agency.value();
        this.site = site == null ? null : site.value();
        this.person = person == null ? null : person.toString();
        this.input = input;
        this.created = created;
        this.state = JobState.WAITING;
        this.log = "";
    }

    public JobId id() {
        return new JobId(id);
    }

    public String kind() {
        return kind;
    }

    public Optional<AgencyId> agency() {
        return Optional.ofNullable(agency).map(AgencyId::new);
    }

    public Optional<SiteId> site() {
        return Optional.ofNullable(site).map(SiteId::new);
    }

    public Optional<PersonId> person() {
        return Optional.ofNullable(person).map(PersonId::of);
    }

    public JobState state() {
        return state;
    }

    public JsonNode input() {
        return input;
    }

    public Optional<JsonNode> report() {
        return Optional.ofNullable(report);
    }

    /** Lines, each ended by a line feed. */
    public String log() {
        return log;
    }

    public long done() {
        return done;
    }

    /** 0 while unknown. */
    public long total() {
        return total;
    }

    /** Why it failed, in words for people. */
    public Optional<String> failure() {
        return Optional.ofNullable(failure);
    }

    public Instant created() {
        return created;
    }

    public Optional<Instant> ended() {
        return Optional.ofNullable(ended);
    }

    public boolean isCancelAsked() {
        return cancelAsked;
    }

    void begin() {
        state = JobState.RUNNING;
    }

    void pause() {
        state = JobState.WAITING;
    }

    void progress(long newDone, long newTotal) {
        done = newDone;
        total = newTotal;
    }

    void addToLog(String line) {
        if (log.length() + line.length() < LONGEST_LOG) {
            log = log + line.replace('\n', ' ') + "\n";
        }
    }

    void report(JsonNode newReport) {
        report = newReport;
    }

    void askToCancel(Instant now) {
        cancelAsked = true;
        if (state == JobState.WAITING) {
            end(JobState.CANCELLED, now);
        }
    }

    void end(JobState newState, Instant now) {
        state = newState;
        ended = now;
    }

    void fail(String why, Instant now) {
        failure = why.length() > 2_000 ? why.substring(0, 2_000) : why;
        end(JobState.FAILED, now);
    }
}
