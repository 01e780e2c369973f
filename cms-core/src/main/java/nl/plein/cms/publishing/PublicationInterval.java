package nl.plein.cms.publishing;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.OneToOne;
import jakarta.persistence.PrimaryKeyJoinColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import nl.plein.cms.content.TranslationKey;
import nl.plein.cms.kernel.Audience;
import nl.plein.cms.kernel.EntryId;
import nl.plein.cms.kernel.Hashes;
import nl.plein.cms.kernel.RevisionId;
import nl.plein.cms.kernel.SiteId;
import org.eclipse.persistence.annotations.JoinFetch;
import org.eclipse.persistence.annotations.JoinFetchType;
import org.eclipse.persistence.annotations.Multitenant;
import org.eclipse.persistence.annotations.MultitenantType;
import org.eclipse.persistence.annotations.TenantDiscriminatorColumn;
import tools.jackson.databind.JsonNode;

/** The row of a publication, with its span. Rows are staged by persisting them; bulk updates open, close and mark their spans. */
@Entity
@Table(name = "publication")
@Multitenant(MultitenantType.SINGLE_TABLE)
@TenantDiscriminatorColumn(name = "agency_id", contextProperty = "eclipselink.tenant-id", length = 63)
public class PublicationInterval {

    @Id
    private UUID id;

    @Column(name = "site_id")
    private String site;

    @Column(name = "entry_id")
    private UUID entryId;

    private String locale;
    private String audience;
    private String path;
    private String place;

    @Column(name = "type_key")
    private String typeKey;

    private String title;

    @Column(name = "parent_id")
    private UUID parent;

    @Column(name = "revision_id")
    private UUID revision;

    @Column(name = "content_id")
    private UUID content;

    @Column(name = "content_hash")
    private String contentHash;

    @Column(name = "published_at")
    private Instant publishedAt;

    @Column(name = "first_published_at")
    private Instant firstPublishedAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    @OneToOne(cascade = CascadeType.PERSIST, optional = false)
    @PrimaryKeyJoinColumn(name = "id", referencedColumnName = "id")
    @JoinFetch(JoinFetchType.INNER)
    private PublicationSpan span;

    protected PublicationInterval() {}

    /** A staged row of this batch: visible at no version. */
    static PublicationInterval staged(
            UUID id, SiteId site, long batch, Publishable what, UUID content, Instant first, Instant now) {
        var row = new PublicationInterval();
        row.id = id;
        row.site = site.value();
        row.entryId = what.translation().entry().value();
        row.locale = what.translation().locale();
        row.audience = what.audience().value();
        row.path = what.path();
        row.place = Place.of(what.translation(), what.path());
        row.typeKey = what.type();
        row.title = what.title();
        row.parent = what.parent().map(EntryId::value).orElse(Nil.ID);
        row.revision = what.revision().value();
        row.content = content;
        row.contentHash = what.contentHash();
        row.publishedAt = what.datedAt().orElse(first);
        row.firstPublishedAt = first;
        row.updatedAt = now;
        row.span = PublicationSpan.staged(id, site, batch);
        return row;
    }

    /** This row again, staged under a new id: for roll-back. The words are shared, not copied. */
    PublicationInterval again(UUID newId, long batch) {
        var row = new PublicationInterval();
        row.id = newId;
        row.site = site;
        row.entryId = entryId;
        row.locale = locale;
        row.audience = audience;
        row.path = path;
        row.place = place;
        row.typeKey = typeKey;
        row.title = title;
        row.parent = parent;
        row.revision = revision;
        row.content = content;
        row.contentHash = contentHash;
        row.publishedAt = publishedAt;
        row.firstPublishedAt = firstPublishedAt;
        row.updatedAt = updatedAt;
        row.span = PublicationSpan.staged(newId, new SiteId(site), batch);
        return row;
    }

    /** This row again, staged under a new id, for a file that it names and that is another one now. */
    PublicationInterval withOtherFile(UUID newId, long batch, UUID words, String sha256) {
        PublicationInterval row = again(newId, batch);
        row.content = words;
        row.contentHash = Hashes.sha256(contentHash + " " + sha256);
        return row;
    }

    /** This row, saying the same by other fields, staged under a new id: all that visitors go by stays as it was. */
    PublicationInterval instead(UUID newId, long batch, Publishable what, UUID newContent) {
        PublicationInterval row = again(newId, batch);
        row.title = what.title();
        row.revision = what.revision().value();
        row.content = newContent;
        row.contentHash = what.contentHash();
        return row;
    }

    /** What it would be with these words. @param model the version of the model whose fields the payload has */
    Publishable saying(String newTitle, RevisionId newRevision, JsonNode payload, long model) {
        Optional<Instant> dated = publishedAt.equals(firstPublishedAt) ? Optional.empty() : Optional.of(publishedAt);
        return new Publishable(
                translation(),
                audience(),
                path,
                typeKey,
                newTitle,
                Nil.read(parent).map(EntryId::new),
                newRevision,
                dated,
                payload,
                model);
    }

    RevisionId revision() {
        return new RevisionId(revision);
    }

    UUID id() {
        return id;
    }

    TranslationKey translation() {
        return new TranslationKey(new EntryId(entryId), locale);
    }

    Audience audience() {
        return Audience.of(audience);
    }

    Standing standing() {
        return new Standing(id, translation(), audience(), path);
    }

    UUID content() {
        return content;
    }

    long changedWith() {
        return span.changed();
    }

    long since() {
        return span.since();
    }

    long until() {
        return span.until();
    }

    boolean isVisibleAt(long version) {
        return span.since() <= version && version < span.until();
    }

    boolean isErased() {
        return contentHash.isEmpty();
    }

    PageRef page() {
        return new PageRef(new EntryId(entryId), locale, audience(), path, typeKey, title, contentHash);
    }

    boolean isOpen() {
        return span.until() == Versions.OPEN;
    }

    Closing closing() {
        return span.closing();
    }

    Publication with(JsonNode payload) {
        return new Publication(
                id,
                new SiteId(site),
                new EntryId(entryId),
                locale,
                Audience.of(audience),
                path,
                typeKey,
                title,
                Nil.read(parent).map(EntryId::new),
                new RevisionId(revision),
                contentHash,
                publishedAt,
                updatedAt,
                span.since(),
                span.until(),
                span.closing(),
                payload);
    }
}
