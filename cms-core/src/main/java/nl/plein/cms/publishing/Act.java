package nl.plein.cms.publishing;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.plein.cms.content.TranslationKey;
import nl.plein.cms.kernel.AssetId;
import nl.plein.cms.kernel.EntryId;

/**
 * What one version is to change, before it is known what that means for what is open.
 *
 * @param name     for the receipt
 * @param openings staged publications; what is open of the same translation is closed
 * @param closings translations that are to be visible no longer, and why
 * @param marks    closed publications that count as withdrawn from now on
 * @param erased   entries whose words are overwritten in the same version
 * @param assets   of the site that only what is erased names; they go with it
 * @param declined translations whose former address is not to lead to where they go
 * @param skipped  translations that a roll-back had to leave out
 */
record Act(
        String name,
        Map<TranslationKey, Standing> openings,
        Map<TranslationKey, Closing> closings,
        List<PartChange> parts,
        Set<UUID> marks,
        Set<EntryId> erased,
        Set<AssetId> assets,
        Set<TranslationKey> declined,
        int skipped) {

    static Act opening(Map<TranslationKey, Standing> openings, List<PartChange> parts) {
        return new Act("publish", openings, Map.of(), parts, Set.of(), Set.of(), Set.of(), Set.of(), 0);
    }

    /** The same, but for these translations: where they stood, it says that they are gone. */
    Act declining(Set<TranslationKey> redirects) {
        return new Act(name, openings, closings, parts, marks, erased, assets, Set.copyOf(redirects), skipped);
    }

    /** Publications that say the same by other fields. */
    static Act converting(Map<TranslationKey, Standing> openings) {
        return new Act("convert", openings, Map.of(), List.of(), Set.of(), Set.of(), Set.of(), Set.of(), 0);
    }

    /** What a release opens and closes. */
    static Act release(Map<TranslationKey, Standing> openings, Map<TranslationKey, Closing> closings) {
        return new Act("release", openings, closings, List.of(), Set.of(), Set.of(), Set.of(), Set.of(), 0);
    }

    /** All that it opens or closes. */
    Set<TranslationKey> translations() {
        Set<TranslationKey> named = new HashSet<>(openings.keySet());
        named.addAll(closings.keySet());
        return named;
    }

    static Act closing(String name, Map<TranslationKey, Closing> closings) {
        return new Act(name, Map.of(), closings, List.of(), Set.of(), Set.of(), Set.of(), Set.of(), 0);
    }

    static Act parts(String name, List<PartChange> parts) {
        return new Act(name, Map.of(), Map.of(), parts, Set.of(), Set.of(), Set.of(), Set.of(), 0);
    }

    static Act marking(Set<UUID> marks) {
        return new Act("mark-withdrawn", Map.of(), Map.of(), List.of(), marks, Set.of(), Set.of(), Set.of(), 0);
    }
}
