package nl.plein.cms.previews;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.plein.cms.content.DraftHeads;
import nl.plein.cms.content.TranslationKey;
import nl.plein.cms.kernel.Audience;
import nl.plein.cms.kernel.Hashes;
import nl.plein.cms.people.Viewer;
import nl.plein.cms.publishing.DraftPublications;
import nl.plein.cms.publishing.OpenPages;
import nl.plein.cms.publishing.Overlay;
import nl.plein.cms.releases.ReleaseAct;
import nl.plein.cms.releases.ReleaseId;
import nl.plein.cms.releases.ReleaseItem;
import nl.plein.cms.releases.Releases;
import nl.plein.cms.schedules.Schedule;
import nl.plein.cms.schedules.ScheduledAct;
import nl.plein.cms.schedules.Schedules;
import nl.plein.cms.tenancy.SiteRef;

/** What a preview shows instead of what is published, as it is now. Whoever asks has been let in by {@link OpenPreview}. */
@ApplicationScoped
@Transactional
public class PreviewContent {

    @Inject
    DraftHeads heads;

    @Inject
    OpenPages openPages;

    @Inject
    DraftPublications publications;

    @Inject
    Releases releases;

    @Inject
    Schedules schedules;

    @Inject
    Clock clock;

    /**
     * Which translations are seen otherwise than they are published.
     *
     * @param pages of the site, published and shown: how large it is
     * @param tag   equal for choices of which everything looks the same
     */
    public record Choice(
            Set<TranslationKey> shown, Set<TranslationKey> hidden, Optional<LocalDate> day, int pages, String tag) {}

    /** Without words: quick enough to be asked for each page. */
    public Choice choose(SiteRef site, Preview preview) {
        Map<TranslationKey, OpenPages.Page> open = openPages.all(site.id());
        var choosing = new Choosing();
        Optional<LocalDate> day = Optional.empty();
        if (preview.subject() instanceof PreviewSubject.Drafts) {
            heads.all(site.id()).stream()
                    .filter(head -> isNew(head, open))
                    .forEach(head -> choosing.show(head.translation()));
        } else if (preview.subject() instanceof PreviewSubject.OfRelease one) {
            choosing.perform(plannedItems(site, one.release()));
        } else if (preview.subject() instanceof PreviewSubject.AtTime one) {
            schedules.waitingUntil(site.id(), one.at()).forEach(schedule -> perform(site, schedule, choosing));
            day = Optional.of(LocalDate.ofInstant(one.at(), site.zone()));
        }
        Set<TranslationKey> all = new HashSet<>(open.keySet());
        all.addAll(choosing.shown);
        return new Choice(choosing.shown, choosing.hidden, day, all.size(), tag(site, choosing, day));
    }

    /** With words. */
    public Overlay overlay(SiteRef site, Preview preview, Choice choice) {
        Instant now = preview.subject() instanceof PreviewSubject.AtTime one ? one.at() : clock.instant();
        return new Overlay(publications.of(site, List.copyOf(choice.shown()), now), choice.hidden(), choice.day());
    }

    /** As whom the site is seen. Members of a group may come from outside: they see what everybody sees, and their group. */
    public Viewer viewer(Preview preview) {
        Audience audience = preview.audience();
        Set<Audience> seen = new HashSet<>();
        seen.add(Audience.EVERYONE);
        seen.add(audience);
        if (!audience.isGroup() && Audience.GOVERNMENT.covers(audience)) {
            seen.add(Audience.GOVERNMENT);
        }
        return new Viewer(Optional.empty(), seen, false);
    }

    private static boolean isNew(DraftHeads.Head head, Map<TranslationKey, OpenPages.Page> open) {
        OpenPages.Page page = open.get(head.translation());
        return page == null
                || !page.revision().equals(head.revision())
                || !page.path().equals(head.path())
                || !page.audience().equals(head.audience());
    }

    /** Nothing of one that was published or taken back since: the site shows that by itself. */
    private List<ReleaseItem> plannedItems(SiteRef site, ReleaseId id) {
        return releases.planned(site.id(), id).map(releases::items).orElse(List.of());
    }

    private void perform(SiteRef site, Schedule schedule, Choosing choosing) {
        schedule.release().ifPresent(release -> choosing.perform(plannedItems(site, release)));
        schedule.translation().ifPresent(translation -> {
            if (schedule.act() != ScheduledAct.PUBLISH) {
                choosing.hide(translation);
            } else if (isStillMeant(site, schedule, translation)) {
                choosing.show(translation);
            }
        });
    }

    /** If one revision was named and the draft has moved on, nothing is published then. */
    private boolean isStillMeant(SiteRef site, Schedule schedule, TranslationKey translation) {
        return schedule.revision().isEmpty()
                || heads.of(site.id(), List.of(translation)).stream()
                        .anyMatch(head -> schedule.revision().get().equals(head.revision()));
    }

    private String tag(SiteRef site, Choosing choosing, Optional<LocalDate> day) {
        List<String> all = new ArrayList<>();
        heads.of(site.id(), choosing.shown).forEach(head -> all.add("+" + head));
        choosing.hidden.forEach(key -> all.add("-" + key));
        all.sort(Comparator.naturalOrder());
        return Hashes.sha256(site.version() + "\n" + day + "\n" + String.join("\n", all));
    }

    /** What happens later counts. */
    private static final class Choosing {
        private final Set<TranslationKey> shown = new LinkedHashSet<>();
        private final Set<TranslationKey> hidden = new LinkedHashSet<>();

        void show(TranslationKey one) {
            hidden.remove(one);
            shown.add(one);
        }

        void hide(TranslationKey one) {
            shown.remove(one);
            hidden.add(one);
        }

        void perform(List<ReleaseItem> items) {
            items.forEach(item -> {
                if (item.act() == ReleaseAct.PUBLISH) {
                    show(item.translation());
                } else {
                    hide(item.translation());
                }
            });
        }
    }
}
