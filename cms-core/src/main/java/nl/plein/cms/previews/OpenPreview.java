package nl.plein.cms.previews;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import nl.plein.cms.kernel.Hashes;
import nl.plein.cms.kernel.Refusal;
import nl.plein.cms.people.Access;
import nl.plein.cms.people.Caller;
import nl.plein.cms.people.Calling;
import nl.plein.cms.people.Permission;
import nl.plein.cms.people.Persons;
import nl.plein.cms.tenancy.SiteRef;

/**
 * Lets in by a link, and then by the cookie that it is swapped for: as long as the link is open and its maker may still see
 * what it shows. Whatever is the matter, the answer is the same.
 */
@ApplicationScoped
public class OpenPreview {

    @Inject
    Previews previews;

    @Inject
    Persons persons;

    @Inject
    Calling calling;

    @Inject
    Access access;

    @Inject
    Clock clock;

    /** @param cookie lets in from now on @param life until the link is over */
    public record Swapped(String cookie, Duration life) {}

    /** @param id as it was sent @param secret of the link */
    @Transactional
    public Optional<Swapped> byLink(SiteRef site, String id, String secret) {
        return find(site, id, secret, Preview::linkHash)
                .map(found ->
                        new Swapped(Preview.cookieOf(secret), Duration.between(clock.instant(), found.expires())));
    }

    /** @param id as it was sent @param cookie that the link was swapped for */
    @Transactional
    public Optional<Preview> byCookie(SiteRef site, String id, String cookie) {
        return find(site, id, cookie, Preview::cookieHash);
    }

    private Optional<Preview> find(SiteRef site, String id, String secret, Function<Preview, String> hash) {
        try {
            return previews.find(site.id(), PreviewId.of(id))
                    .filter(found -> isSame(Hashes.sha256(secret), hash.apply(found)))
                    .filter(found -> found.isOpenAt(clock.instant()))
                    .filter(found -> maySee(site, found));
        } catch (Refusal no) {
            return Optional.empty();
        }
    }

    private static boolean isSame(String one, String other) {
        return MessageDigest.isEqual(
                one.getBytes(StandardCharsets.US_ASCII), other.getBytes(StandardCharsets.US_ASCII));
    }

    /** Whether its maker could make it today. */
    private boolean maySee(SiteRef site, Preview preview) {
        Optional<Caller> maker = makerOf(preview);
        return maker.isPresent()
                && calling.as(maker.get(), () -> {
                    access.require(Permission.CONTENT_WRITE, site.id());
                    return access.viewerOf(site).sees(preview.audience());
                });
    }

    /** Empty if they are let in no longer. */
    private Optional<Caller> makerOf(Preview preview) {
        return preview.person().isEmpty()
                ? Optional.of(Caller.SYSTEM)
                : persons.find(preview.person().get())
                        .filter(person -> !person.isBlocked())
                        .map(person -> new Caller(Caller.Kind.PERSON, Optional.of(person.id()), person.name()));
    }
}
