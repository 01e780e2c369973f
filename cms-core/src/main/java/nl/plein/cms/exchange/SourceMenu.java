package nl.plein.cms.exchange;

import java.util.List;

/** A menu of the site that an archive comes from. */
record SourceMenu(String name, List<Entry> entries) {

    /**
     * @param origin of the entry that it leads to, as the import remembers it; empty if it leads to an address
     * @param href   may be empty too: then it only holds what is below
     */
    record Entry(String label, String origin, String href, List<Entry> below) {}
}
