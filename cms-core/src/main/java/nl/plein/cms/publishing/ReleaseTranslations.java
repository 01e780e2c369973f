package nl.plein.cms.publishing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.plein.cms.content.TranslationKey;
import nl.plein.cms.kernel.Invalid;
import nl.plein.cms.kernel.NotFound;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.kernel.Stale;
import nl.plein.cms.people.Access;
import nl.plein.cms.people.Permission;
import nl.plein.cms.tenancy.SiteRef;

/** Makes drafts visible and takes other pages away, as one version: all or nothing. */
@ApplicationScoped
public class ReleaseTranslations {

    @Inject
    Access access;

    @Inject
    ReadyDrafts readyDrafts;

    @Inject
    OpenPages openPages;

    @Inject
    PublishEntries publishEntries;

    @Inject
    MakeVersion makeVersion;

    /**
     * What visitors see already as it would be is left alone, so that the version is made of what is new.
     *
     * @param publish   their newest drafts
     * @param unpublish those that visitors do not see are left alone
     * @throws NotFound {@code unknown-entry}
     * @throws Invalid  {@code not-publishable} with findings, {@code release-changes-nothing}
     * @throws Stale    {@code release-overtaken}
     * @throws nl.plein.cms.kernel.Conflict {@code path-taken}
     */
    public Receipt perform(SiteId site, List<TranslationKey> publish, List<TranslationKey> unpublish) {
        SiteRef ref = access.require(Permission.CONTENT_PUBLISH, site);
        List<Publishable> ready = publish.isEmpty() ? List.of() : readyDrafts.of(ref, publish, Map.of());
        Map<TranslationKey, OpenPages.Page> same = sameAlready(ready, openPages.of(site, publish));
        List<Publishable> fresh = ready.stream()
                .filter(one -> !same.containsKey(one.translation()))
                .toList();
        if (fresh.isEmpty() && openPages.of(site, unpublish).isEmpty()) {
            throw changesNothing();
        }
        Map<TranslationKey, Closing> closings = new HashMap<>();
        unpublish.forEach(one -> closings.put(one, Closing.SUPERSEDED));
        Runnable stillSo = () -> refuseOvertaken(site, same);
        Receipt receipt = fresh.isEmpty()
                ? makeVersion.perform(site, new Intent() {
                    @Override
                    public Act prepare(long batch, long version) {
                        return Act.release(Map.of(), closings);
                    }

                    @Override
                    public void refuseUnseen(SiteRef now) {
                        stillSo.run();
                    }
                })
                : publishEntries.publish(site, fresh, staged -> Act.release(staged, closings), stillSo);
        if (!receipt.madeVersion()) {
            throw changesNothing();
        }
        return receipt;
    }

    private static Invalid changesNothing() {
        return new Invalid(
                "release-changes-nothing",
                "Visitors see all of this already: save drafts that say more, or drop the release.");
    }

    private static Map<TranslationKey, OpenPages.Page> sameAlready(
            List<Publishable> ready, Map<TranslationKey, OpenPages.Page> open) {
        Map<TranslationKey, OpenPages.Page> same = new HashMap<>();
        for (Publishable one : ready) {
            OpenPages.Page page = open.get(one.translation());
            if (page != null && page.isAlready(one)) {
                same.put(one.translation(), page);
            }
        }
        return same;
    }

    /** What was left alone because visitors see it has to be there when the rest appears: all or nothing. */
    private void refuseOvertaken(SiteId site, Map<TranslationKey, OpenPages.Page> same) {
        if (!openPages.of(site, new ArrayList<>(same.keySet())).equals(same)) {
            throw new Stale(
                    "release-overtaken",
                    "A page of this release was changed or taken away in the meantime: look at the review, then try again.");
        }
    }
}
