package nl.plein.cms.publishing;

import java.util.List;
import java.util.Optional;

/**
 * A page of the net difference between two versions.
 *
 * @param after    the version the follower stands at
 * @param until    the version it comes to; fixed by the first page
 * @param complete true on the last page: only now may a follower move its cursor to {@code until}
 * @param next     gives the next page, for 15 minutes
 */
public record ChangePage(long after, long until, List<Change> items, boolean complete, Optional<String> next) {}
