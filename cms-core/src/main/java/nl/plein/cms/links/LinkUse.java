package nl.plein.cms.links;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.net.URI;
import java.util.UUID;
import nl.plein.cms.content.TranslationKey;
import nl.plein.cms.kernel.AgencyId;
import nl.plein.cms.kernel.EntryId;
import nl.plein.cms.kernel.SiteId;

/** A translation links to an address outside. */
@Entity
@Table(name = "link_use")
public class LinkUse {

    @Id
    private UUID id;

    @Column(name = "agency_id")
    private String agency;

    @Column(name = "site_id")
    private String site;

    @Column(name = "entry_id")
    private UUID entry;

    private String locale;

    @Column(name = "link_id")
    private UUID link;

    private String url;

    /** Else only what visitors see may have it. */
    @Column(name = "in_draft")
    private boolean inDraft;

    /** Whether it was not seen yet that there is a row for the address. */
    private boolean fresh;

    protected LinkUse() {}

    LinkUse(UUID id, AgencyId agency, SiteId site, TranslationKey translation, URI url) {
        this.id = id;
        this.agency = agency.value();
        this.site = site.value();
        this.entry = translation.entry().value();
        this.locale = translation.locale();
        this.link = OutsideLink.idOf(url);
        this.url = url.toString();
        this.inDraft = true;
        this.fresh = true;
    }

    UUID id() {
        return id;
    }

    AgencyId agency() {
        return new AgencyId(agency);
    }

    SiteId site() {
        return new SiteId(site);
    }

    TranslationKey translation() {
        return new TranslationKey(new EntryId(entry), locale);
    }

    UUID link() {
        return link;
    }

    URI url() {
        return URI.create(url);
    }

    void beInDraft(boolean whether) {
        inDraft = whether;
    }

    void beFresh() {
        fresh = true;
    }

    void grow() {
        fresh = false;
    }
}
