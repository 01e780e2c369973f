package nl.plein.cms.participation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import nl.plein.cms.kernel.ContributionId;
import nl.plein.cms.kernel.Invalid;
import nl.plein.cms.kernel.Json;
import nl.plein.cms.kernel.NotFound;
import nl.plein.cms.participation.AddContribution.Wanted;
import nl.plein.cms.publishing.ChangeSiteParts;
import nl.plein.cms.publishing.PartChange;
import nl.plein.cms.publishing.PartKind;
import nl.plein.cms.tenancy.SiteRef;
import nl.plein.cms.tenancy.Sites;
import nl.plein.cms.testkit.OnDatabase;
import nl.plein.cms.testkit.Plein;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

@OnDatabase
class ContributionsTest {

    @Parameter
    Plein plein;

    @Test
    void a_contribution_of_one_agency_is_invisible_to_another() {
        SiteRef site = aSiteWith("{\"contact\":true}");
        SiteRef other = aSiteWith("{\"contact\":true}");
        ContributionId id = add(site, message("Dag")).id();

        assertThat(all(site)).extracting(ContributionRef::text).containsExactly("Dag");
        plein.inAgency(other.agency(), () -> {
            assertThatThrownBy(() -> plein.get(Contributions.class).get(site.id(), id))
                    .isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> plein.get(DeleteContribution.class).perform(site.id(), id))
                    .isInstanceOf(NotFound.class);
            assertThat(plein.get(Contributions.class).page(site.id(), Optional.empty(), Optional.empty(), 10))
                    .isEmpty();
        });
    }

    @Test
    void nothing_is_taken_by_a_form_that_the_site_has_not_opened() {
        SiteRef site = aSiteWith("{\"useful\":true}");

        assertThatThrownBy(() -> add(site, message("Dag"))).isInstanceOf(NotFound.class);
        assertThat(add(site, verdict("/a", "no")).answer()).isEqualTo("no");
    }

    @Test
    void what_is_not_acceptable_is_refused_field_by_field() {
        SiteRef site = aSiteWith("{\"contact\":true,\"useful\":true}");

        assertThat(refused(site, message(" "))).containsExactly("/text");
        assertThat(refused(site, message("x".repeat(AddContribution.LONGEST_TEXT + 1))))
                .containsExactly("/text");
        assertThat(refused(site, verdict("/a", "maybe"))).containsExactly("/answer");
        for (String path :
                List.of("", "a", "//example.org", "/a?b", "/a#b", "/a\\b", "/a b", "/a\n", "/" + "x".repeat(1_000))) {
            assertThat(refused(site, verdict(path, "yes"))).as(path).containsExactly("/page");
        }
        for (String email : List.of("a", "a@", "@b", "a@b@c", "a b@c", "<a@b>", "a@b,c@d", "a@" + "b".repeat(400))) {
            assertThat(refused(site, new Wanted(ContributionKind.MESSAGE, "nl", "/a", "", "", email, "Dag")))
                    .as(email)
                    .containsExactly("/email");
        }
        assertThat(refused(site, new Wanted(ContributionKind.MESSAGE, "fr", "/a", "", "", "", "Dag")))
                .containsExactly("/locale");
    }

    @Test
    void the_newest_come_first_and_pages_follow_each_other() {
        SiteRef site = aSiteWith("{\"contact\":true,\"useful\":true}");
        for (int i = 0; i < 5; i++) {
            add(site, message("Bericht " + i));
            add(site, verdict("/a", "yes"));
        }

        plein.inAgency(site.agency(), () -> {
            Contributions contributions = plein.get(Contributions.class);
            var kind = Optional.of(ContributionKind.MESSAGE);
            List<ContributionRef> first = contributions.page(site.id(), kind, Optional.empty(), 3);
            List<ContributionRef> second =
                    contributions.page(site.id(), kind, Optional.of(first.get(2).id()), 3);
            assertThat(first).extracting(ContributionRef::text).containsExactly("Bericht 4", "Bericht 3", "Bericht 2");
            assertThat(second).extracting(ContributionRef::text).containsExactly("Bericht 1", "Bericht 0");
        });
    }

    @Test
    void pages_of_no_use_come_first() {
        SiteRef site = aSiteWith("{\"useful\":true}");
        add(site, verdict("/goed", "yes"));
        add(site, verdict("/goed", "yes"));
        add(site, verdict("/slecht", "no"));
        add(site, verdict("/slecht", "yes"));

        plein.inAgency(site.agency(), () -> assertThat(
                        plein.get(Contributions.class).usefulness(site.id(), 10))
                .containsExactly(
                        new Contributions.Usefulness("/slecht", 1, 1), new Contributions.Usefulness("/goed", 2, 0)));
    }

    @Test
    void what_is_older_than_the_site_keeps_is_forgotten() {
        SiteRef site = aSiteWith("{\"contact\":true,\"keepDays\":30}");
        add(site, message("Oud"));
        plein.clock().advance(Duration.ofDays(20));
        add(site, message("Nieuw"));
        plein.clock().advance(Duration.ofDays(11));

        plein.get(ForgetContributions.class).perform();

        assertThat(all(site)).extracting(ContributionRef::text).containsExactly("Nieuw");
    }

    private SiteRef aSiteWith(String forms) {
        SiteRef site = plein.aSite();
        plein.inAgency(site.agency(), () -> plein.get(ChangeSiteParts.class)
                .perform(
                        site.id(),
                        List.of(new PartChange(
                                PartKind.SETTING, "forms", Json.mapper().readTree(forms)))));
        return plein.get(Sites.class).get(site.id());
    }

    private ContributionRef add(SiteRef site, Wanted wanted) {
        return plein.inAgency(
                site.agency(), () -> plein.get(AddContribution.class).perform(site, wanted));
    }

    private List<ContributionRef> all(SiteRef site) {
        return plein.inAgency(site.agency(), () -> plein.get(Contributions.class)
                .page(site.id(), Optional.empty(), Optional.empty(), 100));
    }

    private List<String> refused(SiteRef site, Wanted wanted) {
        try {
            add(site, wanted);
            return List.of();
        } catch (Invalid invalid) {
            return invalid.findings().stream().map(finding -> finding.pointer()).toList();
        }
    }

    private static Wanted message(String text) {
        return new Wanted(ContributionKind.MESSAGE, "nl", "/contact", "", "Sam", "sam@example.nl", text);
    }

    private static Wanted verdict(String page, String answer) {
        return new Wanted(ContributionKind.VERDICT, "nl", page, answer, "", "", "");
    }
}
