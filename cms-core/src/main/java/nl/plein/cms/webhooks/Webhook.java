package nl.plein.cms.webhooks;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.plein.cms.kernel.AgencyId;
import nl.plein.cms.kernel.SiteId;
import org.jspecify.annotations.Nullable;

/** Somebody outside is told of a site's versions; and of which it was told last. */
@Entity
@Table(name = "webhook")
public class Webhook {

    /** Failing for so long, it is parked. */
    public static final Duration PATIENCE = Duration.ofDays(3);

    /** How long the secret before signs along, after a new one was made. */
    static final Duration OVERLAP = Duration.ofHours(24);

    /** Whoever sends has given up long before. */
    static final Duration LEASE = Duration.ofSeconds(30);

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
    private static final int GONE = 410;

    @Id
    private UUID id;

    @Column(name = "agency_id")
    private String agency;

    @Column(name = "site_id")
    private String site;

    private String url;
    private String wanted;
    private String secret;

    @Column(name = "old_secret")
    private String oldSecret;

    @Column(name = "old_secret_until")
    private Instant oldSecretUntil;

    @Enumerated(EnumType.STRING)
    private WebhookState state;

    @Column(name = "told_version")
    private long told;

    @Column(name = "replay_after")
    private @Nullable Long replayAfter;

    private int tries;

    @Column(name = "failing_since")
    private @Nullable Instant failingSince;

    @Column(name = "next_try_at")
    private Instant nextTry;

    private String failure;

    @Column(name = "test_asked_at")
    private @Nullable Instant testAsked;

    private @Nullable UUID claim;

    @Column(name = "claimed_until")
    private Instant claimedUntil;

    private String installation;

    @Column(name = "created_at")
    private Instant created;

    private long changes;

    protected Webhook() {}

    /** @param told the version from which on it is told of others @param installation which may send it, see {@link Webhook#park} */
    Webhook(WebhookId id, AgencyId agency, SiteId site, long told, String installation, Instant now) {
        this.id = id.value();
        this.agency = agency.value();
        this.site = site.value();
        this.told = told;
        this.installation = installation;
        this.created = now;
        this.url = "";
        this.wanted = "";
        this.secret = "";
        this.oldSecret = "";
        this.oldSecretUntil = Instant.EPOCH;
        this.claimedUntil = Instant.EPOCH;
        this.nextTry = Instant.EPOCH;
        this.failure = "";
        this.state = WebhookState.ACTIVE;
    }

    public WebhookId id() {
        return new WebhookId(id);
    }

    public AgencyId agency() {
        return new AgencyId(agency);
    }

    public SiteId site() {
        return new SiteId(site);
    }

    public URI url() {
        return URI.create(url);
    }

    public Set<Happening> wanted() {
        return Arrays.stream(wanted.split(" ")).map(Happening::valueOf).collect(Collectors.toUnmodifiableSet());
    }

    public WebhookState state() {
        return state;
    }

    /** The version it was told of last; those after it are yet to be told. */
    public long told() {
        return replayAfter == null ? told : replayAfter;
    }

    /** Why it fails or was parked; empty while all is well. */
    public String failure() {
        return failure;
    }

    public Optional<Instant> failingSince() {
        return Optional.ofNullable(failingSince);
    }

    /** How often in a row it failed. */
    public int tries() {
        return tries;
    }

    /** Not before this is it tried again; empty if it is not tried, or at once. */
    public Optional<Instant> nextTry() {
        return state == WebhookState.ACTIVE && tries > 0 ? Optional.of(nextTry) : Optional.empty();
    }

    public Instant created() {
        return created;
    }

    /** Until when the secret before signs along. */
    public Instant oldSecretUntil() {
        return oldSecretUntil;
    }

    /** Changes with each change that somebody makes. */
    public String tag() {
        return Long.toString(changes);
    }

    void aim(URI to, Collection<Happening> what) {
        url = to.toString();
        wanted = what.stream().distinct().sorted().map(Happening::name).collect(Collectors.joining(" "));
        changes++;
    }

    void newSecret(String newSecret, Instant now) {
        oldSecret = secret;
        oldSecretUntil = secret.isEmpty() ? Instant.EPOCH : now.plus(OVERLAP);
        secret = newSecret;
        changes++;
    }

    /** The newest first. */
    List<String> secrets(Instant now) {
        return oldSecretUntil.isAfter(now) ? List.of(secret, oldSecret) : List.of(secret);
    }

    void pause() {
        state = WebhookState.PAUSED;
        changes++;
    }

    /** To be sent at once, whatever went wrong before. */
    void resume(String byInstallation) {
        state = WebhookState.ACTIVE;
        installation = byInstallation;
        recover();
        changes++;
    }

    /** From the next time on that nobody is at it, so that two are never under way. */
    void replay(long after) {
        replayAfter = after;
    }

    void askForTest(Instant now) {
        testAsked = now;
    }

    boolean isTestAsked() {
        return testAsked != null;
    }

    /** Whether this installation may send it; else it came with a back-up, and its receiver knows another one. */
    boolean belongsTo(String other) {
        return installation.equals(other);
    }

    boolean isDue(long newest, Instant now) {
        boolean behind = state == WebhookState.ACTIVE && told() < newest && !nextTry.isAfter(now);
        return !claimedUntil.isAfter(now) && (isTestAsked() || behind);
    }

    /** @return proof, for whoever says what came of it */
    UUID claim(UUID by, Instant now) {
        if (replayAfter != null) {
            told = replayAfter;
            replayAfter = null;
        }
        claim = by;
        claimedUntil = now.plus(LEASE);
        return by;
    }

    boolean isClaimedBy(UUID by) {
        return by.equals(claim);
    }

    private void release() {
        claim = null;
        claimedUntil = Instant.EPOCH;
    }

    void tested() {
        testAsked = null;
        release();
    }

    /** It knows of this version now, or there is nothing in it for it. */
    void tell(long version) {
        told = version;
        recover();
        release();
    }

    private void recover() {
        tries = 0;
        failingSince = null;
        nextTry = Instant.EPOCH;
        failure = "";
    }

    /**
     * Once more after a pause that doubles, from 5 seconds to an hour; no more after {@link #PATIENCE}, or at once if the receiver
     * says that it is gone (410).
     *
     * @param rest how long the receiver asks to be left alone
     */
    void fail(String why, int status, Duration rest, Instant now) {
        release();
        failure = why;
        failingSince = failingSince == null ? now : failingSince;
        Duration pause = tries < 16 ? FIRST_PAUSE.multipliedBy(1L << tries) : LONGEST_PAUSE;
        pause = pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
        nextTry = now.plus(rest.compareTo(pause) > 0 ? rest : pause);
        tries++;
        if (status == GONE || !now.isBefore(failingSince.plus(PATIENCE))) {
            park(why);
        }
    }

    void park(String why) {
        state = WebhookState.PARKED;
        failure = why;
        release();
    }
}
