package nl.plein.cms.exchange;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.plein.cms.exchange.ImportBatches.Wanted;
import nl.plein.cms.exchange.ImportBatches.Written;
import nl.plein.cms.exchange.Origins.Known;
import nl.plein.cms.kernel.EntryId;

/** What an import does to the site, or only says that it would. */
interface ImportHand {

    /** Keeps an entry for each of these, so that a second run finds the same. */
    void reserve(List<Known> wanted);

    /** In the order of what was wanted. */
    List<Written> write(List<Wanted> wanted);

    /** The asset that a file of the archive becomes; empty, with a note, if it can't be one. */
    Optional<UUID> asset(ArchiveMember member, List<String> notes);

    void publish(List<EntryId> entries);

    void menus(List<SourceMenu> menus, Map<String, EntryId> entries);

    /** @param aliases the files that claim each former address */
    void redirects(Map<String, List<Placement>> aliases);
}
