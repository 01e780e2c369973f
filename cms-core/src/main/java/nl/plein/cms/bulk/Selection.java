package nl.plein.cms.bulk;

import java.util.List;
import java.util.Optional;
import nl.plein.cms.content.EntryLists;
import nl.plein.cms.kernel.EntryId;

/**
 * Which entries are meant: by id, or as the list of management finds them when the job is started.
 *
 * @param locale only these translations; empty for all that an entry has. With a filter, its own locale counts
 */
public record Selection(List<EntryId> entries, Optional<EntryLists.Wanted> filter, Optional<String> locale) {

    public Selection {
        entries = List.copyOf(entries);
    }
}
