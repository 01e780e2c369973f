package nl.plein.cms.publishing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import nl.plein.cms.content.TranslationKey;
import nl.plein.cms.kernel.Invalid;
import nl.plein.cms.kernel.Seen;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.people.Access;
import nl.plein.cms.people.Permission;
import nl.plein.cms.tenancy.SiteRef;

/** Makes the drafts of translations visible, as one version. */
@ApplicationScoped
public class PublishEntries {

    private static final int STAGED_AT_ONCE = 500;

    @Inject
    Access access;

    @Inject
    ReadyDrafts readyDrafts;

    @Inject
    Staging staging;

    @Inject
    UniqueValues uniqueValues;

    @Inject
    MakeVersion makeVersion;

    /**
     * Publishes the newest draft of each.
     *
     * @throws nl.plein.cms.kernel.NotFound {@code unknown-entry}
     * @throws Invalid                      {@code nothing-to-publish}, {@code double}, {@code not-publishable} with findings
     * @throws nl.plein.cms.kernel.Conflict {@code path-taken}
     */
    public Receipt perform(SiteId site, List<TranslationKey> translations) {
        return perform(site, translations, Map.of());
    }

    /**
     * Publishes the newest draft of each, if it is the one that was seen. What is saved meanwhile stays a draft.
     *
     * @param seen revisions; none for whatever is the newest
     * @throws nl.plein.cms.kernel.Stale {@code precondition-failed}
     */
    public Receipt perform(SiteId site, List<TranslationKey> translations, Map<TranslationKey, Seen> seen) {
        return perform(site, translations, seen, Set.of());
    }

    /**
     * The same, and of those who decline it the former address does not lead to where they are now.
     *
     * @param declined see {@link EntryImpact.Trace#REDIRECT}
     */
    public Receipt perform(
            SiteId site,
            List<TranslationKey> translations,
            Map<TranslationKey, Seen> seen,
            Set<TranslationKey> declined) {
        SiteRef ref = access.require(Permission.CONTENT_PUBLISH, site);
        return publish(site, readyDrafts.of(ref, translations, seen), List.of(), declined);
    }

    /** The same, together with what frames them: menus and redirects may name entries of the same version. */
    public Receipt perform(SiteId site, List<TranslationKey> translations, List<PartChange> parts) {
        access.require(Permission.SITE_MANAGE, site);
        SiteRef ref = access.require(Permission.CONTENT_PUBLISH, site);
        PartRules.check(ref, parts);
        return publish(site, readyDrafts.of(ref, translations, Map.of()), parts, Set.of());
    }

    Receipt publish(SiteId site, List<Publishable> ready) {
        return publish(site, ready, List.of(), Set.of());
    }

    private Receipt publish(
            SiteId site, List<Publishable> ready, List<PartChange> parts, Set<TranslationKey> declined) {
        return publish(site, ready, staged -> Act.opening(staged, parts).declining(declined), () -> {});
    }

    /**
     * @param of      what the staged publications are part of
     * @param stillSo called under the lock, before anything is written; refuses if what the act rests on has changed
     */
    Receipt publish(
            SiteId site, List<Publishable> ready, Function<Map<TranslationKey, Standing>, Act> of, Runnable stillSo) {
        if (ready.isEmpty()) {
            throw new Invalid("nothing-to-publish", "Name at least one translation to publish.");
        }
        refuseCollisions(ready);
        List<UniqueValues.Claim> claims = claims(ready);
        Staging.Begun begun = staging.begin(site, ready.subList(0, Math.min(STAGED_AT_ONCE, ready.size())));
        long batch = begun.batch();
        Map<TranslationKey, Standing> staged = new LinkedHashMap<>(begun.staged());
        try {
            for (int from = STAGED_AT_ONCE; from < ready.size(); from += STAGED_AT_ONCE) {
                int to = Math.min(from + STAGED_AT_ONCE, ready.size());
                staged.putAll(staging.publications(site, batch, ready.subList(from, to)));
            }
        } catch (RuntimeException e) {
            makeVersion.clear(site, batch);
            throw e;
        }
        Act act = of.apply(staged);
        return makeVersion.perform(site, batch, new Intent() {
            @Override
            public Act prepare(long sameBatch, long version) {
                return act;
            }

            @Override
            public void refuseUnseen(SiteRef now) {
                stillSo.run();
            }

            @Override
            public void refuseTaken(SiteId id) {
                if (!claims.isEmpty()) {
                    uniqueValues.refuseTaken(id, claims, act.translations());
                }
            }
        });
    }

    List<UniqueValues.Claim> claims(List<Publishable> ready) {
        List<UniqueValues.Claim> claims = new ArrayList<>();
        for (int i = 0; i < ready.size(); i++) {
            claims.addAll(uniqueValues.of(ready.get(i), "/" + i));
        }
        return claims;
    }

    /** Those within the list; collisions with what is open are found when the act is planned, and again under the lock. */
    private static void refuseCollisions(List<Publishable> ready) {
        Map<TranslationKey, Standing> opening = new HashMap<>();
        for (Publishable one : ready) {
            if (opening.put(one.translation(), one.standing()) != null) {
                throw new Invalid(
                        "double",
                        "Entry " + one.translation().entry() + " is named twice in "
                                + one.translation().locale() + ".");
            }
        }
        new Pages(Map.of(), opening, List.of()).refuseCollisions();
    }
}
