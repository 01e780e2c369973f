package nl.plein.cms.previews;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import nl.plein.cms.kernel.Audience;
import nl.plein.cms.kernel.Hashes;
import nl.plein.cms.kernel.PersonId;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.releases.ReleaseId;
import org.eclipse.persistence.annotations.Multitenant;
import org.eclipse.persistence.annotations.MultitenantType;
import org.eclipse.persistence.annotations.TenantDiscriminatorColumn;
import org.jspecify.annotations.Nullable;

/** A link, who made it, and what it shows. Only hashes of what opens it are kept. */
@Entity
@Table(name = "preview_link")
@Multitenant(MultitenantType.SINGLE_TABLE)
@TenantDiscriminatorColumn(name = "agency_id", contextProperty = "eclipselink.tenant-id", length = 63)
public class Preview {

    @Id
    private UUID id;

    @Column(name = "site_id")
    private String site;

    private String name;

    private String audience;

    @Column(name = "release_id")
    private @Nullable UUID release;

    @Column(name = "shown_at")
    private @Nullable Instant at;

    @Column(name = "person_id")
    private @Nullable UUID person;

    @Column(name = "link_hash")
    private String linkHash;

    @Column(name = "cookie_hash")
    private String cookieHash;

    @Column(name = "created_at")
    private Instant created;

    @Column(name = "expires_at")
    private Instant expires;

    @Column(name = "revoked_at")
    private @Nullable Instant revoked;

    protected Preview() {}

    Preview(
            PreviewId id,
            SiteId site,
            String name,
            PreviewSubject subject,
            Audience audience,
            Optional<PersonId> person,
            Instant created,
            Instant expires,
            String secret) {
        this.id = id.value();
        this.site = site.value();
        this.name = name;
        this.audience = audience.value();
        this.release =
                subject instanceof PreviewSubject.OfRelease one ? one.release().value() : null;
        this.at = subject instanceof PreviewSubject.AtTime one ? one.at() : null;
        this.person = person.map(PersonId::value).orElse(null);
        this.created = created;
        this.expires = expires;
        this.linkHash = Hashes.sha256(secret);
        this.cookieHash = Hashes.sha256(cookieOf(secret));
    }

    /** What a browser keeps instead of the secret of the link: it opens pages, but can't be sent on as a link. */
    static String cookieOf(String secret) {
        return Hashes.sha256("preview\n" + secret);
    }

    public PreviewId id() {
        return new PreviewId(id);
    }

    SiteId site() {
        return new SiteId(site);
    }

    public String name() {
        return name;
    }

    public PreviewSubject subject() {
        if (release != null) {
            return new PreviewSubject.OfRelease(new ReleaseId(release));
        }
        return at == null ? new PreviewSubject.Drafts() : new PreviewSubject.AtTime(at);
    }

    /** As whom its visitors see the site. */
    public Audience audience() {
        return Audience.of(audience);
    }

    /** Who made it, and is asked each time whether they may still see this; empty for the installation itself. */
    public Optional<PersonId> person() {
        return Optional.ofNullable(person).map(PersonId::new);
    }

    public Instant created() {
        return created;
    }

    public Instant expires() {
        return expires;
    }

    public Optional<Instant> revoked() {
        return Optional.ofNullable(revoked);
    }

    String linkHash() {
        return linkHash;
    }

    String cookieHash() {
        return cookieHash;
    }

    boolean isOpenAt(Instant now) {
        return revoked == null && now.isBefore(expires);
    }

    void revoke(Instant now) {
        revoked = now;
    }
}
