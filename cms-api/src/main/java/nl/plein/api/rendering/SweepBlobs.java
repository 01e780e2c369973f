package nl.plein.api.rendering;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import nl.plein.cms.jobs.Job;
import nl.plein.cms.jobs.Jobs;
import nl.plein.cms.media.Assets;
import nl.plein.cms.media.BlobStore;
import nl.plein.cms.media.Renditions;
import nl.plein.cms.media.UploadGate;
import nl.plein.cms.publishing.LiveSites;
import nl.plein.cms.tenancy.Agencies;
import nl.plein.cms.tenancy.Agency;
import nl.plein.cms.tenancy.AgencyContext;
import nl.plein.cms.tenancy.SiteRef;
import nl.plein.cms.tenancy.Sites;
import nl.plein.cms.theme.ThemePackages;
import nl.plein.site.tree.Reachable;

/**
 * Deletes the blobs that nothing needs any more: no live site, no asset, no job that still has to read its upload. After
 * an erasure this takes away the pages that held the erased words.
 */
@ApplicationScoped
class SweepBlobs {

    private static final Pattern BLOB = Pattern.compile("\\b[0-9a-f]{64}\\b");

    @Inject
    BlobStore store;

    @Inject
    StoredBlobs blobs;

    @Inject
    Sites sites;

    @Inject
    LiveSites live;

    @Inject
    Agencies agencies;

    @Inject
    AgencyContext context;

    @Inject
    Assets assets;

    @Inject
    Renditions renditions;

    @Inject
    ThemePackages packages;

    @Inject
    Jobs jobs;

    @Inject
    UploadGate uploads;

    /** The caller makes sure that nothing is being rendered: what is on its way is not yet needed by anything. */
    void perform() {
        uploads.whileClosed(this::sweep);
    }

    private void sweep() {
        Set<String> needed = new HashSet<>();
        for (Agency agency : agencies.all()) {
            context.in(agency.id(), () -> {
                renditions.forgetOrphans();
                needed.addAll(packages.allBlobs());
                return needed.addAll(assets.allBlobs());
            });
        }
        for (Job job : jobs.unfinished()) {
            BLOB.matcher(job.input().toString()).results().forEach(found -> needed.add(found.group()));
        }
        addPages(needed);
        List<String> unneeded = new ArrayList<>();
        store.each(name -> {
            if (!needed.contains(name)) {
                unneeded.add(name);
            }
        });
        unneeded.forEach(store::delete);
    }

    private void addPages(Set<String> needed) {
        var reachable = new Reachable(blobs, needed);
        for (SiteRef site : sites.all()) {
            live.liveRoot(site.id()).ifPresent(root -> {
                try {
                    reachable.add(root.root());
                } catch (IOException e) {
                    throw new UncheckedIOException("the live pages of " + site.id() + " can't be read", e);
                }
            });
        }
    }
}
