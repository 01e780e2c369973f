package nl.plein.cms.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.plein.cms.kernel.Hashes;
import nl.plein.cms.kernel.Ids;
import nl.plein.cms.kernel.PersonId;
import nl.plein.cms.kernel.Secrets;
import nl.plein.cms.kernel.Settings;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.people.Person;
import nl.plein.cms.people.Persons;
import nl.plein.cms.tenancy.PlatformData;

/**
 * All sessions. They are found by the hash of what a browser brings, at each request anew: one that was ended, or whose person
 * was blocked, is dead with the next request on every node.
 */
@ApplicationScoped
@Transactional
public class Sessions {

    private static final Duration SEEN_TO_WITHIN = Duration.ofMinutes(5);
    private static final int LONGEST_DEVICE = 200;

    @Inject
    @PlatformData
    EntityManager platform;

    @Inject
    Persons persons;

    @Inject
    Settings settings;

    @Inject
    Secrets secrets;

    @Inject
    Ids ids;

    @Inject
    Clock clock;

    /** @param secret of the platform's cookie */
    public Optional<SignedIn> find(String secret) {
        return platform.createQuery("select s from PersonSession s where s.hash = :hash", PersonSession.class)
                .setParameter("hash", Hashes.sha256(secret))
                .getResultStream()
                .findFirst()
                .flatMap(this::use);
    }

    /** @param secret of the cookie of a host of this site */
    public Optional<SignedIn> find(String secret, SiteId site) {
        return Optional.ofNullable(platform.find(SiteSession.class, Hashes.sha256(secret)))
                .filter(found -> found.isOf(site))
                .map(found -> platform.find(PersonSession.class, found.session()))
                .flatMap(this::use);
    }

    /** Asked by those who watch over something that lasts: does not count as use. */
    public boolean isAlive(UUID session) {
        return Optional.ofNullable(platform.find(PersonSession.class, session))
                .filter(found -> found.isAliveAt(clock.instant(), idle()))
                .flatMap(found -> persons.find(found.person()))
                .filter(person -> !person.isBlocked())
                .isPresent();
    }

    private Optional<SignedIn> use(PersonSession session) {
        Instant now = clock.instant();
        Optional<Person> person =
                persons.find(session.person()).filter(found -> !found.isBlocked() && session.isAliveAt(now, idle()));
        if (person.isPresent() && session.seen().plus(SEEN_TO_WITHIN).isBefore(now)) {
            // A narrow statement: two requests at one time must not stumble over each other.
            platform.createQuery("update PersonSession s set s.seen = :now where s.id = :id")
                    .setParameter("now", now)
                    .setParameter("id", session.id())
                    .executeUpdate();
        }
        return person.map(found -> new SignedIn(session.id(), found.caller()));
    }

    /** Those that are alive, the one used last first. */
    public List<PersonSession> of(PersonId person) {
        Instant now = clock.instant();
        return platform.createQuery(
                        "select s from PersonSession s where s.person = :person order by s.seen desc, s.id desc",
                        PersonSession.class)
                .setParameter("person", person.value())
                .getResultStream()
                .filter(session -> session.isAliveAt(now, idle()))
                .toList();
    }

    /** @return the secret, which is kept nowhere here */
    String start(PersonId person, String device) {
        Instant now = clock.instant();
        forgetOver(now);
        String secret = secrets.next();
        platform.persist(new PersonSession(
                ids.next(), person, Hashes.sha256(secret), shortened(device), now, now.plus(longest())));
        return secret;
    }

    /** @return the secret for the hosts of this site; the one before holds no more */
    String goOver(UUID session, SiteId site) {
        platform.createQuery("delete from SiteSession s where s.session = :session and s.site = :site")
                .setParameter("session", session)
                .setParameter("site", site.value())
                .executeUpdate();
        String secret = secrets.next();
        platform.persist(new SiteSession(Hashes.sha256(secret), session, site));
        return secret;
    }

    /** @return whether there was one */
    boolean end(PersonId person, UUID session) {
        return platform.createQuery("delete from PersonSession s where s.id = :id and s.person = :person")
                        .setParameter("id", session)
                        .setParameter("person", person.value())
                        .executeUpdate()
                > 0;
    }

    /** @param but one that stays, if any */
    int endAll(PersonId person, Optional<UUID> but) {
        return platform.createQuery("delete from PersonSession s where s.person = :person and s.id <> :but")
                .setParameter("person", person.value())
                .setParameter("but", but.orElse(new UUID(0, 0)))
                .executeUpdate();
    }

    private void forgetOver(Instant now) {
        platform.createQuery("delete from PersonSession s where s.expires < :now or s.seen < :idle")
                .setParameter("now", now)
                .setParameter("idle", now.minus(idle()))
                .executeUpdate();
    }

    private Duration idle() {
        return Duration.ofMinutes(number("plein.session.idle-minutes", 480));
    }

    private Duration longest() {
        return Duration.ofHours(number("plein.session.hours", 168));
    }

    private long number(String setting, long usual) {
        return settings.get(setting)
                .filter(text -> !text.isBlank())
                .map(Long::parseLong)
                .orElse(usual);
    }

    private static String shortened(String text) {
        return text.length() > LONGEST_DEVICE ? text.substring(0, LONGEST_DEVICE) : text;
    }
}
