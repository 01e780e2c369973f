package nl.plein.cms.publishing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import nl.plein.cms.content.TranslationKey;
import nl.plein.cms.people.Viewer;

/**
 * What is to be seen of a site instead of what is published.
 *
 * @param shown    also instead of what is published of the same translations
 * @param hidden   translations of which nothing is to be seen
 * @param day      what is to be today; empty for the day that the site has
 */
public record Overlay(List<Publication> shown, Set<TranslationKey> hidden, Optional<LocalDate> day) {

    /**
     * A page of the way from nothing to the newest version, with this laid over it.
     *
     * @param page as {@link ChangeFeed} tells it to the same viewer
     */
    public ChangePage over(ChangePage page, Viewer viewer) {
        Set<TranslationKey> replaced = replaced();
        List<Change> changes = new ArrayList<>();
        for (Change change : page.items()) {
            boolean gone = change instanceof Change.EntryThere there
                    && replaced.contains(there.publication().translation());
            if (!gone) {
                changes.add(change instanceof Change.PartThere there ? onDay(there) : change);
            }
        }
        if (page.complete()) {
            shown.stream()
                    .filter(one -> viewer.sees(one.audience()))
                    .map(Change.EntryThere::new)
                    .forEach(changes::add);
        }
        return new ChangePage(page.after(), page.until(), changes, page.complete(), page.next());
    }

    private Set<TranslationKey> replaced() {
        Set<TranslationKey> replaced = new HashSet<>(hidden);
        shown.forEach(one -> replaced.add(one.translation()));
        return replaced;
    }

    private Change onDay(Change.PartThere there) {
        SitePart part = there.part();
        if (day.isEmpty() || part.kind() != PartKind.SETTING || !part.key().equals(VersionSteps.SITE_DAY)) {
            return there;
        }
        return new Change.PartThere(new SitePart(
                part.id(),
                part.kind(),
                part.key(),
                part.audience(),
                part.origin(),
                Objects.requireNonNull(TurnSiteDays.dayIs(day.get()).value()),
                part.from(),
                part.to()));
    }
}
