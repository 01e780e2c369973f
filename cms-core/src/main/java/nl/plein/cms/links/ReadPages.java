package nl.plein.cms.links;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import nl.plein.cms.content.DraftsForPublishing;
import nl.plein.cms.content.DraftsWritten;
import nl.plein.cms.content.TranslationKey;
import nl.plein.cms.people.Caller;
import nl.plein.cms.people.Calling;
import nl.plein.cms.publishing.OpenPages;
import nl.plein.cms.tenancy.AgencyContext;
import nl.plein.cms.tenancy.PlatformData;
import nl.plein.cms.tenancy.SiteRef;
import nl.plein.cms.tenancy.Sites;

/**
 * Takes in what published pages link to on sites where that was never done: those from before there was such a thing, and imported
 * ones, whose drafts nobody saved here. Drafts that are not published follow when they are saved.
 */
@ApplicationScoped
public class ReadPages {

    private static final int AT_ONCE = 200;

    @Inject
    Sites sites;

    @Inject
    AgencyContext context;

    @Inject
    Calling calling;

    @Inject
    Pages pages;

    public void perform() {
        for (SiteRef site : sites.all()) {
            if (!pages.areRead(site)) {
                context.in(site.agency(), () -> calling.as(Caller.SYSTEM, () -> read(site)));
            }
        }
    }

    private boolean read(SiteRef site) {
        List<TranslationKey> keys = pages.of(site);
        for (int from = 0; from < keys.size(); from += AT_ONCE) {
            pages.keep(site, keys.subList(from, Math.min(keys.size(), from + AT_ONCE)));
        }
        pages.markRead(site);
        return true;
    }

    /** In short transactions. */
    @ApplicationScoped
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    static class Pages {

        @Inject
        @PlatformData
        EntityManager platform;

        @Inject
        OpenPages openPages;

        @Inject
        DraftsForPublishing drafts;

        @Inject
        KeepLinks keepLinks;

        @Inject
        Clock clock;

        boolean areRead(SiteRef site) {
            return platform.find(ReadSite.class, site.id().value()) != null;
        }

        List<TranslationKey> of(SiteRef site) {
            return new ArrayList<>(openPages.all(site.id()).keySet());
        }

        void keep(SiteRef site, List<TranslationKey> keys) {
            keepLinks.keep(
                    site.id(),
                    drafts.of(site.id(), keys).stream()
                            .map(draft ->
                                    new DraftsWritten.Words(site.id(), draft.key(), draft.type(), draft.payload()))
                            .toList());
        }

        void markRead(SiteRef site) {
            platform.persist(new ReadSite(site.id(), clock.instant()));
        }
    }
}
