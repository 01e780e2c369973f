package nl.plein.api.management;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import nl.plein.cms.kernel.Finding;
import nl.plein.cms.publishing.EntryImpact;
import nl.plein.cms.publishing.PageRef;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What an act with an entry would mean. What the caller may not see is counted in {@code hidden} and not named.
 *
 * @param refused      why the act would be refused now; absent if it would not
 * @param addresses    of the translations in question
 * @param redirects    that lead to the entry now
 * @param givingWay    redirects and tombstones that would go
 * @param menus        that name it
 * @param under        entries that lie under it
 * @param moving       pages that would lie elsewhere; visitors see it when they are published
 * @param lists        in which visitors may find it
 */
@Schema(name = "EntryImpact")
public record EntryImpactView(
        String act,
        @Nullable RefusedView refused,
        List<AddressView> addresses,
        List<String> redirects,
        List<String> givingWay,
        PagesView linkedFrom,
        DraftsView draftsLinking,
        List<String> menus,
        List<TranslationView> translations,
        long under,
        List<MovingView> moving,
        List<ListView> lists,
        PagesView named) {

    @Schema(name = "EntryImpactRefused")
    public record RefusedView(String code, String detail, List<FindingView> errors) {

        static RefusedView of(EntryImpact.Obstacle obstacle) {
            return new RefusedView(
                    obstacle.code(),
                    obstacle.message(),
                    obstacle.findings().stream().map(FindingView::of).toList());
        }
    }

    @Schema(name = "EntryImpactFinding")
    public record FindingView(String pointer, String code, String detail) {

        static FindingView of(Finding finding) {
            return new FindingView(finding.pointer(), finding.code(), finding.message());
        }
    }

    /**
     * @param from       where visitors find it; absent if nowhere
     * @param to         where they would; absent if nowhere
     * @param leaves     what stays at {@code from}
     * @param declinable whether the redirect can be declined
     */
    @Schema(name = "EntryImpactAddress")
    public record AddressView(
            String locale,
            String audience,
            @Nullable String from,
            @Nullable String to,
            String leaves,
            boolean declinable) {

        static AddressView of(EntryImpact.Address address) {
            return new AddressView(
                    address.locale(),
                    address.audience().value(),
                    address.from().orElse(null),
                    address.to().orElse(null),
                    address.trace().name().toLowerCase(Locale.ROOT),
                    address.trace() == EntryImpact.Trace.REDIRECT);
        }
    }

    /** @param path absent if it has no page */
    @Schema(name = "EntryImpactPage")
    public record PageView(String entry, String locale, String type, String title, @Nullable String path) {

        static PageView of(PageRef page) {
            return new PageView(
                    page.entry().toString(),
                    page.locale(),
                    page.type(),
                    page.title(),
                    page.path().isEmpty() ? null : page.path());
        }
    }

    /** At most fifty are named. */
    @Schema(name = "EntryImpactPages")
    public record PagesView(List<PageView> items, long total, long hidden) {

        static PagesView of(EntryImpact.Named<PageRef> named) {
            return new PagesView(each(named, PageView::of), named.total(), named.hidden());
        }
    }

    /** @param place into its fields */
    @Schema(name = "EntryImpactDraft")
    public record DraftView(String entry, String locale, String title, String place) {

        static DraftView of(EntryImpact.DraftLink link) {
            return new DraftView(
                    link.translation().entry().toString(), link.translation().locale(), link.title(), link.place());
        }
    }

    /** At most fifty are named. */
    @Schema(name = "EntryImpactDrafts")
    public record DraftsView(List<DraftView> items, long total, long hidden) {

        static DraftsView of(EntryImpact.Named<EntryImpact.DraftLink> named) {
            return new DraftsView(each(named, DraftView::of), named.total(), named.hidden());
        }
    }

    /** @param path of its draft; absent if it has no page */
    @Schema(name = "EntryImpactTranslation")
    public record TranslationView(String locale, String title, @Nullable String path, boolean published) {

        static TranslationView of(EntryImpact.Locale one) {
            return new TranslationView(
                    one.locale(), one.title(), one.path().isEmpty() ? null : one.path(), one.published());
        }
    }

    /** @param published whether visitors see it */
    @Schema(name = "EntryImpactMoving")
    public record MovingView(String entry, String locale, String from, String to, boolean published) {

        static MovingView of(EntryImpact.Moving moving) {
            return new MovingView(
                    moving.translation().entry().toString(),
                    moving.translation().locale(),
                    moving.from(),
                    moving.to(),
                    moving.published());
        }
    }

    /** @param entries that visitors find in it now */
    @Schema(name = "EntryImpactList")
    public record ListView(String type, String locale, long entries) {}

    private static <T, V> List<V> each(EntryImpact.Named<T> named, Function<T, V> view) {
        return named.items().stream().map(view).toList();
    }

    static EntryImpactView of(String act, EntryImpact impact) {
        return new EntryImpactView(
                act,
                impact.obstacle().map(RefusedView::of).orElse(null),
                impact.addresses().stream().map(AddressView::of).toList(),
                impact.redirects(),
                impact.givingWay(),
                PagesView.of(impact.linkedFrom()),
                DraftsView.of(impact.draftsLinking()),
                impact.menus(),
                impact.translations().stream().map(TranslationView::of).toList(),
                impact.under(),
                impact.moving().stream().map(MovingView::of).toList(),
                impact.lists().stream()
                        .map(list -> new ListView(list.type(), list.locale(), list.entries()))
                        .toList(),
                PagesView.of(impact.named()));
    }
}
