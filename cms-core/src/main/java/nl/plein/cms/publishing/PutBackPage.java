package nl.plein.cms.publishing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.plein.cms.content.RestoreRevision;
import nl.plein.cms.content.Saved;
import nl.plein.cms.content.TranslationKey;
import nl.plein.cms.content.Translations;
import nl.plein.cms.kernel.Invalid;
import nl.plein.cms.kernel.RevisionId;
import nl.plein.cms.kernel.Seen;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.people.Access;
import nl.plein.cms.people.Permission;
import nl.plein.cms.tenancy.AgencyData;

/**
 * Shows visitors again what a page said before it was last changed, in one act. Draft and page say the same then; whatever
 * the draft said stays in the history. Done again, it goes back and forth between the two.
 */
@ApplicationScoped
public class PutBackPage {

    @Inject
    @AgencyData
    EntityManager data;

    @Inject
    Access access;

    @Inject
    Translations translations;

    @Inject
    RestoreRevision restoreRevision;

    @Inject
    PublishEntries publishEntries;

    /**
     * What was withdrawn is never put back.
     *
     * @param seen the revision that visitors see now, or any
     * @throws Invalid {@code not-live} if visitors see nothing of it, {@code nothing-before}, {@code not-publishable} with
     *                 findings if the former words break a rule of today; nothing has changed then
     * @throws nl.plein.cms.kernel.Stale    {@code precondition-failed}
     * @throws nl.plein.cms.kernel.Conflict {@code revision-erased}
     */
    @Transactional
    public Receipt perform(SiteId site, TranslationKey page, Seen seen) {
        access.require(Permission.CONTENT_PUBLISH, site);
        RevisionId now = live(site, page)
                .orElseThrow(() -> new Invalid(
                        "not-live", "Visitors see nothing of this in " + page.locale() + ": publish a draft instead."));
        seen.refuseOther(now.toString());
        RevisionId before = before(site, page, now)
                .orElseThrow(() -> new Invalid(
                        "nothing-before",
                        "Nothing else was ever shown here, or it was withdrawn: choose a revision from the history."));
        Saved draft = restoreRevision.perform(site, page, before, Seen.ANY);
        return publishEntries.perform(
                site, List.of(page), Map.of(page, Seen.of(draft.id().toString())));
    }

    private Optional<RevisionId> live(SiteId site, TranslationKey page) {
        return revisions(site, page, "p.span.until = :until", Map.of("until", Versions.OPEN));
    }

    private Optional<RevisionId> before(SiteId site, TranslationKey page, RevisionId now) {
        List<UUID> same =
                translations.sayingTheSame(now).stream().map(RevisionId::value).toList();
        return revisions(
                site,
                page,
                "p.span.until > 0 and p.span.closing = :closing and p.revision not in :same",
                Map.of("closing", Closing.SUPERSEDED, "same", same));
    }

    private Optional<RevisionId> revisions(SiteId site, TranslationKey page, String which, Map<String, Object> values) {
        var query = data.createQuery(
                        "select p.revision from PublicationInterval p where p.site = :site and p.entryId = :entry"
                                + " and p.locale = :locale and " + which + " order by p.span.until desc",
                        UUID.class)
                .setParameter("site", site.value())
                .setParameter("entry", page.entry().value())
                .setParameter("locale", page.locale())
                .setMaxResults(1);
        values.forEach(query::setParameter);
        return query.getResultStream().findFirst().map(RevisionId::new);
    }
}
