package nl.plein.cms.publishing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.plein.cms.content.Draft;
import nl.plein.cms.content.DraftsForPublishing;
import nl.plein.cms.content.TranslationKey;
import nl.plein.cms.kernel.Finding;
import nl.plein.cms.kernel.NotFound;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.people.Access;
import nl.plein.cms.people.Permission;
import nl.plein.cms.tenancy.SiteRef;
import nl.plein.cms.workflow.MayPublish;

/** What would become of translations if they were published and taken away together now. Changes nothing. */
@ApplicationScoped
public class ReleaseOutlook {

    @Inject
    Access access;

    @Inject
    DraftsForPublishing drafts;

    @Inject
    ReadyDrafts readyDrafts;

    @Inject
    MayPublish mayPublish;

    @Inject
    Planner planner;

    @Inject
    PublishEntries publishEntries;

    @Inject
    UniqueValues uniqueValues;

    @Inject
    OpenPages openPages;

    /**
     * Of one translation.
     *
     * @param title    of the draft; empty if it is gone
     * @param pathNow  where visitors find it; absent if they don't
     * @param pathThen where they would
     * @param same     whether they would notice nothing
     * @param findings why it can't be done: rules of its type, its workflow for the caller, its address, its values
     */
    public record Outlook(
            String title, Optional<String> pathNow, Optional<String> pathThen, boolean same, List<Finding> findings) {}

    /** @return of each translation that was named, in their order */
    @Transactional
    public Map<TranslationKey, Outlook> of(SiteId site, List<TranslationKey> publish, List<TranslationKey> unpublish) {
        SiteRef ref = access.require(Permission.CONTENT_WRITE, site);
        List<Draft> there = drafts.of(site, publish);
        List<Publishable> wanted = readyDrafts.publishables(ref, there);
        Map<TranslationKey, List<Finding>> findings = findings(ref, there, wanted, unpublish);
        Map<TranslationKey, Publishable> byKey = new HashMap<>();
        wanted.forEach(one -> byKey.put(one.translation(), one));
        Map<TranslationKey, String> titles = new HashMap<>();
        drafts.of(site, unpublish).forEach(draft -> titles.put(draft.key(), draft.title()));
        List<TranslationKey> all = new ArrayList<>(publish);
        all.addAll(unpublish);
        Map<TranslationKey, OpenPages.Page> open = openPages.of(site, all);
        Map<TranslationKey, Outlook> outlooks = new LinkedHashMap<>();
        for (TranslationKey key : publish) {
            Optional<Publishable> draft = Optional.ofNullable(byKey.get(key));
            Optional<OpenPages.Page> page = Optional.ofNullable(open.get(key));
            outlooks.put(
                    key,
                    new Outlook(
                            draft.map(Publishable::title).orElse(""),
                            page.map(OpenPages.Page::path),
                            draft.map(Publishable::path),
                            draft.isPresent()
                                    && page.filter(now -> now.isAlready(draft.get()))
                                            .isPresent(),
                            findings.getOrDefault(key, List.of(gone(key)))));
        }
        for (TranslationKey key : unpublish) {
            Optional<String> now = Optional.ofNullable(open.get(key)).map(OpenPages.Page::path);
            outlooks.put(
                    key, new Outlook(titles.getOrDefault(key, ""), now, Optional.empty(), now.isEmpty(), List.of()));
        }
        return outlooks;
    }

    /** Of each draft that is there, also if there is nothing to say. */
    private Map<TranslationKey, List<Finding>> findings(
            SiteRef site, List<Draft> there, List<Publishable> wanted, List<TranslationKey> unpublish) {
        Map<TranslationKey, List<Finding>> found = new HashMap<>();
        there.forEach(draft -> found.put(draft.key(), new ArrayList<>()));
        Set<TranslationKey> touched = new HashSet<>(found.keySet());
        touched.addAll(unpublish);
        List<Finding> numbered = new ArrayList<>(readyDrafts.findings(there));
        numbered.addAll(mayPublish.findings(site, there));
        numbered.addAll(uniqueValues.taken(site.id(), publishEntries.claims(wanted), touched));
        for (Finding one : numbered) {
            int end = one.pointer().indexOf('/', 1);
            int number = Integer.parseInt(
                    one.pointer().substring(1, end < 0 ? one.pointer().length() : end));
            String pointer = end < 0 ? "" : one.pointer().substring(end);
            found.computeIfAbsent(there.get(number).key(), key -> new ArrayList<>())
                    .add(new Finding(pointer, one.code(), one.message()));
        }
        Map<TranslationKey, Standing> openings = new HashMap<>();
        wanted.forEach(one -> openings.put(one.translation(), one.standing()));
        Map<TranslationKey, Closing> closings = new HashMap<>();
        unpublish.forEach(key -> closings.put(key, Closing.SUPERSEDED));
        planner.pagesAfter(site.id(), Act.release(openings, closings))
                .collisions()
                .forEach(one -> found.computeIfAbsent(one.one().translation(), key -> new ArrayList<>())
                        .add(one.finding()));
        return found;
    }

    private static Finding gone(TranslationKey key) {
        NotFound gone = ReadyDrafts.unknown(key);
        return new Finding("", gone.code(), gone.message() + " Take it out of the release.");
    }
}
