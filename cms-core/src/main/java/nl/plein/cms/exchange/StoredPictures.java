package nl.plein.cms.exchange;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.plein.cms.kernel.Refusal;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.media.AssetRef;
import nl.plein.cms.media.BlobStore;
import nl.plein.cms.media.StoreAsset;
import nl.plein.cms.media.UploadGate;

/** Stores the pictures of an archive that its texts show, each once; one that the site has already is used again. */
final class StoredPictures {

    private final Archive archive;
    private final SiteId site;
    private final StoreAsset storeAsset;
    private final UploadGate uploads;
    private final Map<String, AssetRef> bySha = new HashMap<>();
    private final Map<String, Optional<UUID>> byMember = new HashMap<>();

    StoredPictures(Archive archive, SiteId site, StoreAsset storeAsset, UploadGate uploads, List<AssetRef> known) {
        this.archive = archive;
        this.site = site;
        this.storeAsset = storeAsset;
        this.uploads = uploads;
        known.forEach(asset -> bySha.putIfAbsent(asset.sha256(), asset));
    }

    /** Empty, with a note, if the file is no picture or can't be read. */
    Optional<UUID> asset(ArchiveMember member, List<String> notes) {
        Optional<UUID> known = byMember.get(member.name());
        if (known == null) {
            known = picture(member, notes);
            byMember.put(member.name(), known);
        }
        return known;
    }

    private AssetRef stored(ArchiveMember member) {
        try {
            BlobStore.Stored stored = storeAsset.bytes(archive.open(member));
            return bySha.computeIfAbsent(stored.sha256(), sha -> storeAsset.perform(site, member.baseName(), stored));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<UUID> picture(ArchiveMember member, List<String> notes) {
        if (member.size() > StoreAsset.LARGEST) {
            notes.add("The picture " + member.shownName() + " is too large.");
            return Optional.empty();
        }
        try {
            AssetRef asset = uploads.through(() -> stored(member));
            if (!asset.mediaType().startsWith("image/")) {
                notes.add("The file " + member.shownName() + " is no picture: " + asset.mediaType() + ".");
                return Optional.empty();
            }
            return Optional.of(asset.id().value());
        } catch (UncheckedIOException e) {
            notes.add("The picture " + member.shownName() + " can't be read.");
            return Optional.empty();
        } catch (Refusal e) {
            notes.add("The picture " + member.shownName() + " was not taken: " + e.message());
            return Optional.empty();
        }
    }
}
