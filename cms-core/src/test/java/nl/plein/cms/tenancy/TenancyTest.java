package nl.plein.cms.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import nl.plein.cms.kernel.AgencyId;
import nl.plein.cms.kernel.AssetId;
import nl.plein.cms.kernel.Conflict;
import nl.plein.cms.kernel.Invalid;
import nl.plein.cms.kernel.NotFound;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.media.Assets;
import nl.plein.cms.media.BlobStore;
import nl.plein.cms.media.StoreAsset;
import nl.plein.cms.testkit.OnEveryDatabase;
import nl.plein.cms.testkit.Plein;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

@OnEveryDatabase
class TenancyTest {

    @Parameter
    Plein plein;

    @Test
    void an_asset_of_one_agency_is_invisible_to_another() {
        SiteRef mine = plein.aSite();
        AgencyId other = plein.anAgency().id();

        AssetId asset = plein.inAgency(mine.agency(), () -> anAsset(mine.id()));

        plein.inAgency(mine.agency(), () -> assertThat(assets().find(asset)).isPresent());
        plein.inAgency(other, () -> assertThat(assets().find(asset)).isEmpty());
        plein.inAgency(other, () -> assertThat(assets().ofSite(mine.id())).isEmpty());
    }

    @Test
    void without_an_agency_there_is_no_data() {
        assertThatThrownBy(() -> assets().find(new AssetId(java.util.UUID.randomUUID())))
                .hasStackTraceContaining("works for no agency");
    }

    @Test
    void a_transaction_of_one_agency_can_not_reach_another() {
        SiteRef mine = plein.aSite();
        AgencyId other = plein.anAgency().id();

        assertThatThrownBy(() -> plein.inAgency(
                        mine.agency(),
                        () -> plein.transaction(() -> {
                            assets().ofSite(mine.id());
                            plein.inAgency(other, () -> assets().ofSite(mine.id()));
                        })))
                .hasStackTraceContaining("belongs to agency " + mine.agency());
    }

    @Test
    void a_refused_act_leaves_nothing_behind() {
        SiteRef site = plein.aSite();

        assertThatThrownBy(() -> plein.inAgency(
                        site.agency(),
                        () -> plein.transaction(() -> {
                            anAsset(site.id());
                            throw new Invalid("no", "No.");
                        })))
                .isInstanceOf(Invalid.class);

        plein.inAgency(
                site.agency(), () -> assertThat(assets().ofSite(site.id())).isEmpty());
    }

    @Test
    void the_id_of_a_site_is_taken_in_the_whole_installation() {
        SiteRef site = plein.aSite();
        AgencyId other = plein.anAgency().id();

        assertThatThrownBy(() ->
                        plein.get(FoundSite.class).perform(other, site.id(), "Mine", "Europe/Amsterdam", List.of("nl")))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("choose another one");
    }

    @Test
    void a_hostname_answers_with_its_site_and_with_no_other() {
        SiteRef mine = plein.aSite();
        SiteRef theirs = plein.aSite();
        Hostname host = Hostname.of(mine.id() + ".Example.org");
        AddHostname addHostname = plein.get(AddHostname.class);

        addHostname.perform(mine.id(), host, AddHostname.Rank.ALIAS);

        assertThat(sites().byHost(mine.id() + ".EXAMPLE.org").map(SiteRef::id)).contains(mine.id());
        assertThat(sites().hostsOf(mine.id()).get(0).isCanonical()).isTrue();
        assertThatThrownBy(() -> addHostname.perform(theirs.id(), host, AddHostname.Rank.ALIAS))
                .isInstanceOf(Conflict.class);
    }

    @Test
    void one_hostname_is_canonical_at_a_time() {
        SiteRef site = plein.aSite();
        Hostname first = Hostname.of("first." + site.id() + ".example");
        Hostname second = Hostname.of("second." + site.id() + ".example");
        plein.get(AddHostname.class).perform(site.id(), first, AddHostname.Rank.CANONICAL);
        plein.get(AddHostname.class).perform(site.id(), second, AddHostname.Rank.CANONICAL);

        assertThat(sites().hostsOf(site.id()))
                .filteredOn(SiteHost::isCanonical)
                .extracting(SiteHost::host)
                .containsExactly(second.value());

        plein.get(RemoveHostname.class).perform(site.id(), second);

        assertThat(sites().hostsOf(site.id())).singleElement().satisfies(host -> assertThat(host.isCanonical())
                .isTrue());
    }

    @Test
    void a_site_that_is_open_can_not_be_deleted() {
        SiteRef site = plein.aSite();
        DeleteSite delete = plein.get(DeleteSite.class);

        assertThatThrownBy(() -> delete.perform(site.id())).isInstanceOf(Conflict.class);
        plein.get(CloseSite.class).perform(site.id());
        plein.inAgency(site.agency(), () -> delete.perform(site.id()));

        assertThatThrownBy(() -> sites().get(site.id())).isInstanceOf(NotFound.class);
    }

    @Test
    void settings_of_a_site_must_make_sense() {
        AgencyId agency = plein.anAgency().id();
        FoundSite found = plein.get(FoundSite.class);

        assertThatThrownBy(() -> found.perform(agency, SiteId.of("x1"), "X", "Europe/Leiden", List.of("nl")))
                .hasMessageContaining("Europe/Amsterdam");
        assertThatThrownBy(() -> found.perform(agency, SiteId.of("x2"), "X", "UTC", List.of("dutch language")))
                .hasMessageContaining("BCP 47");
        assertThatThrownBy(() -> SiteId.of("No Good")).hasMessageContaining("lower-case");
    }

    private AssetId anAsset(SiteId site) {
        var stored = plein.get(BlobStore.class)
                .put(new java.io.ByteArrayInputStream("%PDF-1.7".getBytes(StandardCharsets.UTF_8)));
        return plein.get(StoreAsset.class).perform(site, "Plan B.PDF", stored).id();
    }

    private Assets assets() {
        return plein.get(Assets.class);
    }

    private Sites sites() {
        return plein.get(Sites.class);
    }
}
