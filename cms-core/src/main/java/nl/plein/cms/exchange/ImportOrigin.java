package nl.plein.cms.exchange;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Optional;
import java.util.UUID;
import nl.plein.cms.kernel.EntryId;
import nl.plein.cms.kernel.JsonConverter;
import nl.plein.cms.kernel.RevisionId;
import nl.plein.cms.kernel.SiteId;
import org.eclipse.persistence.annotations.Multitenant;
import org.eclipse.persistence.annotations.MultitenantType;
import org.eclipse.persistence.annotations.TenantDiscriminatorColumn;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Remembers which entry something outside became, and what of it was imported last. */
@Entity
@Table(name = "import_origin")
@Multitenant(MultitenantType.SINGLE_TABLE)
@TenantDiscriminatorColumn(name = "agency_id", contextProperty = "eclipselink.tenant-id", length = 63)
class ImportOrigin {

    static final int LONGEST_NAME = 500;
    static final int LONGEST_ADDRESS = 1000;

    @Id
    private UUID id;

    @Column(name = "site_id")
    private String site;

    @Column(name = "origin")
    private String name;

    @Column(name = "address")
    private String address;

    @Column(name = "entry_id")
    private UUID entry;

    @Column(name = "revision_id")
    private @Nullable String revision;

    @Column(name = "content_hash")
    private @Nullable String contentHash;

    @Column(name = "published")
    private @Nullable String published;

    @Convert(converter = JsonConverter.class)
    @Column(name = "merged_base")
    private @Nullable JsonNode mergedBase;

    protected ImportOrigin() {}

    /**
     * Reserves an entry for something that is about to be imported.
     *
     * @param name    unique in the site: {@code file:…}, {@code author:…}, {@code tag:…}
     * @param address where the source wants its page; may be empty
     */
    ImportOrigin(UUID id, SiteId site, String name, String address, EntryId entry) {
        this.id = id;
        this.site = site.value();
        this.name = name;
        this.address = address;
        this.entry = entry.value();
    }

    String name() {
        return name;
    }

    String address() {
        return address;
    }

    EntryId entry() {
        return new EntryId(entry);
    }

    /** The revision that the last import made; empty while the entry is only reserved. */
    Optional<RevisionId> revision() {
        return Optional.ofNullable(revision).map(RevisionId::of);
    }

    boolean hasContent(String hash) {
        return hash.equals(contentHash);
    }

    boolean hasPublished(String hash) {
        return hash.equals(published);
    }

    void imported(RevisionId newRevision, String hash) {
        revision = newRevision.toString();
        contentHash = hash;
        mergedBase = null;
    }

    /** @param source what the source said: the revision holds words of editors too, so it can't be the next base */
    void merged(RevisionId newRevision, String hash, JsonNode source) {
        imported(newRevision, hash);
        mergedBase = source;
    }

    /** Keeps no words; the entry is known still, so that it is not imported anew. */
    void forget() {
        mergedBase = null;
    }

    /** What the source said last; empty where that is the revision itself. */
    Optional<JsonNode> mergedBase() {
        return Optional.ofNullable(mergedBase);
    }

    /** Whether nobody but imports wrote the draft. */
    boolean wrote(RevisionId head) {
        return mergedBase == null && head.toString().equals(revision);
    }

    void published() {
        published = contentHash;
    }

    boolean waitsForPublishing() {
        return contentHash != null && !contentHash.equals(published);
    }
}
