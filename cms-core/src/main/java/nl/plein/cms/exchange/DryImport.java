package nl.plein.cms.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.plein.cms.exchange.ImportBatches.Wanted;
import nl.plein.cms.exchange.ImportBatches.Written;
import nl.plein.cms.exchange.Origins.Known;
import nl.plein.cms.kernel.EntryId;
import nl.plein.cms.kernel.Hashes;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.media.AssetRef;

/** Says what would be done, and touches nothing. */
final class DryImport implements ImportHand {

    private final ImportBatch batch;
    private final SiteId site;
    private final Archive archive;
    private final ImportReport report;
    private final Map<String, UUID> bySha = new HashMap<>();
    private final Map<String, Optional<UUID>> byMember = new HashMap<>();

    /** @param known what the site has: a file that is there already would be used again */
    DryImport(ImportBatch batch, SiteId site, Archive archive, List<AssetRef> known, ImportReport report) {
        this.batch = batch;
        this.site = site;
        this.archive = archive;
        this.report = report;
        known.forEach(asset -> bySha.putIfAbsent(asset.sha256(), asset.id().value()));
        report.dry();
    }

    @Override
    public void reserve(List<Known> wanted) {
        // nothing comes of it
    }

    @Override
    public List<Written> write(List<Wanted> wanted) {
        return batch.foresee(site, wanted);
    }

    @Override
    public Optional<UUID> asset(ArchiveMember member, List<String> notes) {
        return byMember.computeIfAbsent(member.name(), name -> read(member, notes));
    }

    private Optional<UUID> read(ArchiveMember member, List<String> notes) {
        MessageDigest digest = Hashes.sha256();
        try (var in = new DigestInputStream(archive.open(member), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            notes.add("The file " + member.shownName() + " can't be read.");
            return Optional.empty();
        }
        String sha = HexFormat.of().formatHex(digest.digest());
        return Optional.of(
                bySha.computeIfAbsent(sha, key -> UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8))));
    }

    @Override
    public void publish(List<EntryId> entries) {
        report.foreseen(entries.size(), 0);
    }

    @Override
    public void menus(List<SourceMenu> menus, Map<String, EntryId> entries) {
        menus.forEach(menu -> report.note("The menu \"" + menu.name() + "\" would become a menu of the site."));
    }

    @Override
    public void redirects(Map<String, List<Placement>> aliases) {
        Set<String> pages = new HashSet<>();
        aliases.values().forEach(claims -> claims.forEach(claim -> pages.add(claim.path())));
        report.foreseen(0, (int) aliases.keySet().stream()
                .filter(alias -> !pages.contains(alias))
                .count());
    }
}
