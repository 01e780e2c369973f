package nl.plein.site.model;

import java.util.List;
import java.util.Set;

/**
 * What a site's way from one version to another changed.
 *
 * @param whole     something that any page may show, as the site's name: all of it is to be made again
 * @param menus     as {@code main.nl}
 * @param groups    ids of groups that came, went, or are called otherwise
 * @param redirects whether one came, went or changed
 */
public record SiteChange(
        boolean whole,
        List<EntryChange> entries,
        Set<String> menus,
        Set<String> settings,
        Set<String> groups,
        boolean redirects) {}
