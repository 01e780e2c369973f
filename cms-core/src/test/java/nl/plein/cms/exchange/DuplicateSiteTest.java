package nl.plein.cms.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import nl.plein.cms.content.CreateEntry;
import nl.plein.cms.content.NewEntry;
import nl.plein.cms.content.SaveDraft;
import nl.plein.cms.content.TranslationKey;
import nl.plein.cms.content.Translations;
import nl.plein.cms.content.Written;
import nl.plein.cms.jobs.Job;
import nl.plein.cms.jobs.JobId;
import nl.plein.cms.jobs.JobState;
import nl.plein.cms.jobs.Jobs;
import nl.plein.cms.kernel.EntryId;
import nl.plein.cms.kernel.Json;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.model.DefineType;
import nl.plein.cms.people.Viewer;
import nl.plein.cms.publishing.Moments;
import nl.plein.cms.publishing.PartChange;
import nl.plein.cms.publishing.PartKind;
import nl.plein.cms.publishing.PathAnswer;
import nl.plein.cms.publishing.Publication;
import nl.plein.cms.publishing.Publications;
import nl.plein.cms.publishing.PublishEntries;
import nl.plein.cms.publishing.SiteParts;
import nl.plein.cms.tenancy.Hostname;
import nl.plein.cms.tenancy.SiteRef;
import nl.plein.cms.tenancy.Sites;
import nl.plein.cms.testkit.OnDatabase;
import nl.plein.cms.testkit.Plein;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

@OnDatabase
class DuplicateSiteTest {

    @Parameter
    Plein plein;

    @Test
    void a_copy_shows_the_same_pages_with_entries_of_its_own() {
        SiteRef original = plein.aSite();
        SiteId copy = SiteId.of(original.id() + "-copy");
        plein.inAgency(original.agency(), () -> {
            fill(original.id());

            JobId job = plein.get(DuplicateSite.class)
                    .perform(original.id(), copy, "Kopie", List.of(Hostname.of(copy + ".example")));

            assertThat(ended(job).state()).isEqualTo(JobState.DONE);
            Publication there = at(original.id(), "/over-ons/team");
            Publication here = at(copy, "/over-ons/team");
            assertThat(here.entry()).isNotEqualTo(there.entry());
            assertThat(here.title()).isEqualTo("Team");
            assertThat(here.parent()).contains(at(copy, "/over-ons").entry());
            assertThat(here.fields().path("body").asString())
                    .contains("data-entry=\"" + at(copy, "/over-ons").entry() + "\"");
        });
    }

    @Test
    void a_newer_draft_stays_a_draft_and_menus_lead_to_the_copy() {
        SiteRef original = plein.aSite();
        SiteId copy = SiteId.of(original.id() + "-copy");
        plein.inAgency(original.agency(), () -> {
            EntryId team = fill(original.id());
            var key = new nl.plein.cms.content.TranslationKey(team, "nl");
            plein.get(SaveDraft.class)
                    .perform(
                            original.id(),
                            key,
                            plein.get(Translations.class)
                                    .get(original.id(), key)
                                    .head(),
                            Json.parse("{\"title\":\"Ons team\"}"));

            ended(plein.get(DuplicateSite.class).perform(original.id(), copy, "Kopie", List.of()));

            EntryId copied = at(copy, "/over-ons/team").entry();
            assertThat(at(copy, "/over-ons/team").title()).isEqualTo("Team");
            assertThat(plein.get(Translations.class)
                            .get(copy, new nl.plein.cms.content.TranslationKey(copied, "nl"))
                            .title())
                    .isEqualTo("Ons team");
            assertThat(menu(copy)).contains(copied.toString()).doesNotContain(team.toString());
            assertThat(plein.get(Sites.class).get(copy).name()).isEqualTo("Kopie");
        });
    }

    /** @return the entry of the page /over-ons/team */
    private EntryId fill(SiteId site) {
        plein.get(DefineType.class)
                .perform(Json.parse("{\"key\":\"page\",\"name\":{\"nl\":\"Pagina\"},\"tree\":true,\"fields\":["
                        + "{\"key\":\"title\",\"kind\":\"text\"},{\"key\":\"body\",\"kind\":\"richText\"}]}"));
        EntryId about = create(site, NewEntry.of("page", "nl", Json.parse("{\"title\":\"Over ons\"}")));
        String link = "<p>Zie <a data-entry=\\\"" + about + "\\\">over ons</a></p>";
        EntryId team = create(
                site,
                NewEntry.of("page", "nl", Json.parse("{\"title\":\"Team\",\"body\":\"" + link + "\"}"))
                        .under(about));
        var menu = Json.parse("{\"items\":[{\"label\":\"Team\",\"entry\":\"" + team + "\"}]}");
        plein.get(PublishEntries.class)
                .perform(
                        site,
                        List.of(new TranslationKey(about, "nl"), new TranslationKey(team, "nl")),
                        List.of(new PartChange(PartKind.MENU, "main.nl", menu)));
        return team;
    }

    private EntryId create(SiteId site, NewEntry entry) {
        Written.Saved saved = plein.get(CreateEntry.class).perform(site, entry);
        return saved.key().entry();
    }

    private Publication at(SiteId site, String path) {
        var answer = plein.get(Publications.class)
                .byPath(site, path, Viewer.PUBLIC, plein.get(Moments.class).now(site));
        return ((PathAnswer.Found) answer).publication();
    }

    private String menu(SiteId site) {
        return plein.get(SiteParts.class).at(site, plein.get(Moments.class).now(site)).stream()
                .filter(part -> part.kind() == PartKind.MENU)
                .findFirst()
                .orElseThrow()
                .value()
                .toString();
    }

    private Job ended(JobId id) {
        return plein.eventually(Duration.ofSeconds(30), () -> plein.get(Jobs.class)
                .find(id)
                .filter(job -> job.state().isOver())
                .or(Optional::empty));
    }
}
