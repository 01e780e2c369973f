package nl.plein.cms.content;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import nl.plein.cms.kernel.Audience;
import nl.plein.cms.kernel.EntryId;
import nl.plein.cms.kernel.RevisionId;
import org.eclipse.persistence.annotations.Multitenant;
import org.eclipse.persistence.annotations.MultitenantType;
import org.eclipse.persistence.annotations.TenantDiscriminatorColumn;
import org.jspecify.annotations.Nullable;

/** An entry in one locale: where its page is, which revision is its draft. */
@Entity
@Table(name = "translation")
@Multitenant(MultitenantType.SINGLE_TABLE)
@TenantDiscriminatorColumn(name = "agency_id", contextProperty = "eclipselink.tenant-id", length = 63)
public class Translation {

    private static final int LONGEST_TITLE = 1_000;

    @Id
    private UUID id;

    @Version
    private long version;

    @Column(name = "site_id")
    private String site;

    @Column(name = "entry_id")
    private UUID entry;

    private String locale;
    private String slug;

    @Column(name = "explicit_path")
    private @Nullable String explicitPath;

    private String path = "";

    @Column(name = "path_key")
    private String pathKey = "";

    private String title = "";

    @Column(name = "head_id")
    private UUID head;

    @Column(name = "head_number")
    private int headNumber;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    @Column(name = "updated_by")
    private UUID updatedBy = NoId.NONE;

    @Column(name = "first_published_at")
    private @Nullable Instant firstPublishedAt;

    @Column(name = "published_revision")
    private UUID publishedRevision = NoId.NONE;

    protected Translation() {}

    Translation(UUID id, Entry entry, String locale, String slug, Optional<String> explicitPath, Instant now) {
        this.id = id;
        this.site = entry.site().value();
        this.entry = entry.id();
        this.locale = locale;
        this.slug = slug;
        this.explicitPath = explicitPath.orElse(null);
        this.createdAt = now;
        this.updatedAt = now;
        this.head = id;
    }

    UUID id() {
        return id;
    }

    UUID entry() {
        return entry;
    }

    String locale() {
        return locale;
    }

    TranslationKey key() {
        return new TranslationKey(new EntryId(entry), locale);
    }

    String slug() {
        return slug;
    }

    Optional<String> explicitPath() {
        return Optional.ofNullable(explicitPath);
    }

    String path() {
        return path;
    }

    String pathKey() {
        return pathKey;
    }

    String title() {
        return title;
    }

    RevisionId head() {
        return new RevisionId(head);
    }

    int headNumber() {
        return headNumber;
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant updatedAt() {
        return updatedAt;
    }

    Optional<UUID> updatedBy() {
        return NoId.unless(updatedBy);
    }

    Optional<Instant> firstPublishedAt() {
        return Optional.ofNullable(firstPublishedAt);
    }

    Optional<UUID> publishedRevision() {
        return NoId.unless(publishedRevision);
    }

    /** The page is here from now on; an empty path means that there is none. */
    void lieAt(String newPath, Audience audience) {
        path = newPath;
        pathKey = newPath.isEmpty() ? "none " + id : keyOf(newPath, audience);
    }

    /** In the trash it holds no path. */
    void freePath() {
        pathKey = "trash " + id;
    }

    /** Two pages may share a path if they are for different audiences. */
    static String keyOf(String path, Audience audience) {
        return audience.value() + " " + path;
    }

    void rename(String newSlug) {
        slug = newSlug;
    }

    void pinTo(Optional<String> newExplicitPath) {
        explicitPath = newExplicitPath.orElse(null);
    }

    void advance(Revision revision, String newTitle) {
        head = revision.id();
        headNumber = revision.number();
        title = shortened(newTitle);
        updatedAt = revision.savedAt();
        updatedBy = NoId.or(revision.savedBy().orElse(null));
    }

    boolean isCalled(String someTitle) {
        return title.equals(shortened(someTitle));
    }

    private static String shortened(String title) {
        return title.length() <= LONGEST_TITLE
                ? title
                : title.substring(0, title.offsetByCodePoints(0, title.codePointCount(0, LONGEST_TITLE) - 1));
    }

    /** Says the same by other fields: nobody has worked on it. */
    void carry(Revision revision, String newTitle) {
        Instant lastWorkedOn = updatedAt;
        UUID lastWriter = updatedBy;
        advance(revision, newTitle);
        updatedAt = lastWorkedOn;
        updatedBy = lastWriter;
    }

    /** Its words are gone for good, and so are those in its path. */
    void redact() {
        title = "";
        slug = "erased";
        explicitPath = null;
        path = "";
        freePath();
    }
}
