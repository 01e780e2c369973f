package nl.plein.cms.content;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import nl.plein.cms.kernel.EntryId;
import nl.plein.cms.kernel.RevisionId;
import org.eclipse.persistence.annotations.Multitenant;
import org.eclipse.persistence.annotations.MultitenantType;
import org.eclipse.persistence.annotations.TenantDiscriminatorColumn;
import org.jspecify.annotations.Nullable;

/** Which revision of which other translation of its entry a translation says the same as. */
@Entity
@Table(name = "translation_source")
@Multitenant(MultitenantType.SINGLE_TABLE)
@TenantDiscriminatorColumn(name = "agency_id", contextProperty = "eclipselink.tenant-id", length = 63)
public class TranslationSource {

    /** Of the translation. */
    @Id
    private UUID id;

    @Column(name = "site_id")
    private String site;

    @Column(name = "entry_id")
    private UUID entry;

    private String locale;

    @Column(name = "source_locale")
    private String sourceLocale;

    @Column(name = "source_revision")
    private UUID sourceRevision;

    @Column(name = "followed_at")
    private Instant followedAt;

    @Column(name = "followed_by")
    private UUID followedBy;

    protected TranslationSource() {}

    TranslationSource(
            Entry entry, Translation translation, Translation source, UUID revision, Instant now, @Nullable UUID by) {
        this.id = translation.id();
        this.site = entry.site().value();
        this.entry = entry.id();
        this.locale = translation.locale();
        this.sourceLocale = source.locale();
        this.sourceRevision = revision;
        this.followedAt = now;
        this.followedBy = NoId.or(by);
    }

    UUID id() {
        return id;
    }

    TranslationKey translation() {
        return new TranslationKey(new EntryId(entry), locale);
    }

    TranslationKey source() {
        return new TranslationKey(new EntryId(entry), sourceLocale);
    }

    RevisionId revision() {
        return new RevisionId(sourceRevision);
    }

    Instant followedAt() {
        return followedAt;
    }

    Optional<UUID> followedBy() {
        return NoId.unless(followedBy);
    }
}
