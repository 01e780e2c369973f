package nl.plein.cms.releases;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import nl.plein.cms.content.TranslationKey;
import nl.plein.cms.kernel.EntryId;
import nl.plein.cms.kernel.SiteId;
import org.eclipse.persistence.annotations.Multitenant;
import org.eclipse.persistence.annotations.MultitenantType;
import org.eclipse.persistence.annotations.TenantDiscriminatorColumn;

/** The row of a {@link ReleaseItem}. */
@Entity
@Table(name = "release_item")
@Multitenant(MultitenantType.SINGLE_TABLE)
@TenantDiscriminatorColumn(name = "agency_id", contextProperty = "eclipselink.tenant-id", length = 63)
class StoredItem {

    @Id
    private UUID id;

    @Column(name = "site_id")
    private String site;

    @Column(name = "release_id")
    private UUID release;

    private int place;

    @Column(name = "entry_id")
    private UUID entry;

    private String locale;

    @Enumerated(EnumType.STRING)
    private ReleaseAct act;

    protected StoredItem() {}

    StoredItem(UUID id, SiteId site, ReleaseId release, int place, ReleaseItem item) {
        this.id = id;
        this.site = site.value();
        this.release = release.value();
        this.place = place;
        this.entry = item.translation().entry().value();
        this.locale = item.translation().locale();
        this.act = item.act();
    }

    ReleaseItem item() {
        return new ReleaseItem(new TranslationKey(new EntryId(entry), locale), act);
    }
}
