package nl.plein.cms.publishing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.plein.cms.content.Draft;
import nl.plein.cms.content.DraftsForPublishing;
import nl.plein.cms.content.TranslationKey;
import nl.plein.cms.tenancy.SiteRef;

/**
 * What drafts would be as publications, whether they may be published or not: for those who show drafts to the people they are
 * meant for. Nothing is written. Who may ask is for the caller to say.
 */
@ApplicationScoped
public class DraftPublications {

    @Inject
    DraftsForPublishing drafts;

    @Inject
    ReadyDrafts readyDrafts;

    /** @param now when they would be published @return without those that are not there or in the trash */
    @Transactional
    public List<Publication> of(SiteRef site, List<TranslationKey> translations, Instant now) {
        List<Draft> found = drafts.of(site.id(), translations);
        List<Publishable> wanted = readyDrafts.publishables(site, found);
        List<Publication> publications = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            publications.add(publication(site, found.get(i), wanted.get(i), now));
        }
        return publications;
    }

    private static Publication publication(SiteRef site, Draft draft, Publishable wanted, Instant now) {
        Instant first = Optional.ofNullable(draft.firstPublishedAt()).orElse(now);
        return new Publication(
                draft.revision().value(),
                site.id(),
                draft.entry(),
                draft.locale(),
                draft.audience(),
                draft.path(),
                draft.type(),
                draft.title(),
                draft.parent(),
                draft.revision(),
                wanted.contentHash(),
                wanted.datedAt().orElse(first),
                now,
                site.version(),
                Versions.OPEN,
                Closing.OPEN,
                wanted.payload());
    }
}
