package nl.plein.cms.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import nl.plein.cms.kernel.AgencyId;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.media.AssetRef;
import nl.plein.cms.media.Assets;
import nl.plein.cms.media.BlobStore;
import nl.plein.cms.media.StoreAsset;
import nl.plein.cms.media.UploadGate;
import nl.plein.cms.model.ContentType;
import nl.plein.cms.model.ContentTypes;
import nl.plein.cms.model.DefineType;
import nl.plein.cms.people.Caller;
import nl.plein.cms.people.Calling;
import nl.plein.cms.publishing.PublishEntries;
import nl.plein.cms.tenancy.AddHostname;
import nl.plein.cms.tenancy.Agencies;
import nl.plein.cms.tenancy.AgencyContext;
import nl.plein.cms.tenancy.FoundAgency;
import nl.plein.cms.tenancy.FoundSite;
import nl.plein.cms.tenancy.Hostname;
import nl.plein.cms.tenancy.SiteRef;
import nl.plein.cms.tenancy.Sites;
import tools.jackson.databind.JsonNode;

/**
 * Loads an agency from a folder (docs/import.md): types, then site by site files, entries and what frames them; each site is
 * published as one version. Idempotent: what is there is left alone, so that a load that died goes on when it is run again.
 */
@ApplicationScoped
public class LoadBundle {

    @Inject
    Agencies agencies;

    @Inject
    FoundAgency foundAgency;

    @Inject
    Sites sites;

    @Inject
    FoundSite foundSite;

    @Inject
    AddHostname addHostname;

    @Inject
    ContentTypes types;

    @Inject
    DefineType defineType;

    @Inject
    Assets assets;

    @Inject
    StoreAsset storeAsset;

    @Inject
    UploadGate uploads;

    @Inject
    BundleEntries entries;

    @Inject
    PublishEntries publishEntries;

    @Inject
    AgencyContext context;

    @Inject
    Calling calling;

    /** @throws nl.plein.cms.kernel.Invalid {@code broken-bundle}, with file and problem */
    public void perform(Path folder) throws IOException {
        Bundle bundle = Bundle.read(folder);
        var agency = AgencyId.of(bundle.agency());
        calling.as(Caller.SYSTEM, () -> {
            if (agencies.find(agency).isEmpty()) {
                foundAgency.perform(agency, bundle.name());
            }
            context.in(agency, () -> load(bundle, agency));
        });
    }

    private void load(Bundle bundle, AgencyId agency) {
        for (Bundle.Part type : bundle.types()) {
            type.attempt(() -> {
                if (types.find(type.key()).isEmpty()) {
                    defineType.perform(type.json());
                }
            });
        }
        Map<String, ContentType> known = new HashMap<>();
        types.all().forEach(type -> known.put(type.key(), type));
        for (Bundle.Site site : bundle.sites()) {
            load(site, found(site, agency), known);
        }
    }

    private SiteRef found(Bundle.Site site, AgencyId agency) {
        var id = SiteId.of(site.id());
        site.definition().attempt(() -> {
            JsonNode json = site.definition().json();
            if (sites.find(id).isEmpty()) {
                List<String> locales = texts(json.path("locales"));
                String name = json.path("name").isString()
                        ? json.path("name").stringValue()
                        : json.path("name")
                                .path(locales.isEmpty() ? "" : locales.get(0))
                                .asString(site.id());
                foundSite.perform(agency, id, name, json.path("timeZone").asString("Europe/Amsterdam"), locales);
            }
            AddHostname.Rank rank = AddHostname.Rank.CANONICAL;
            for (String host : texts(json.path("hosts"))) {
                if (sites.byHost(host).isEmpty()) {
                    addHostname.perform(id, Hostname.of(host), rank);
                }
                rank = AddHostname.Rank.ALIAS;
            }
        });
        return sites.get(id);
    }

    private void load(Bundle.Site site, SiteRef ref, Map<String, ContentType> types) {
        if (ref.version() > 0) {
            return;
        }
        Map<String, UUID> files = files(site, ref);
        Map<String, UUID> ids = entries.reserve(ref, site.entries());
        var keys = new LocalKeys(ids, files);
        var translations = entries.write(ref, site.entries(), keys, types, BundleParts.groups(site));
        site.definition().attempt(() -> publishEntries.perform(ref.id(), translations, BundleParts.of(site, keys)));
    }

    /** File name to asset; a file that the site has already is used again. */
    private Map<String, UUID> files(Bundle.Site site, SiteRef ref) {
        Map<String, UUID> bySha = new HashMap<>();
        for (AssetRef asset : assets.ofSite(ref.id())) {
            bySha.put(asset.sha256(), asset.id().value());
        }
        Map<String, UUID> files = new HashMap<>();
        for (Path file : listed(site.assets())) {
            String name = String.valueOf(file.getFileName());
            files.put(name, uploads.through(() -> asset(ref, file, name, bySha)));
        }
        return files;
    }

    private UUID asset(SiteRef ref, Path file, String name, Map<String, UUID> bySha) {
        try {
            BlobStore.Stored stored = storeAsset.bytes(Files.newInputStream(file));
            return bySha.computeIfAbsent(
                    stored.sha256(),
                    sha -> storeAsset.perform(ref.id(), name, stored).id().value());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> listed(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<String> texts(JsonNode list) {
        var texts = new ArrayList<String>();
        list.forEach(text -> texts.add(text.asString("")));
        return texts;
    }
}
