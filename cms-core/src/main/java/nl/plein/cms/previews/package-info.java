/** Links by which people see what is not published yet: the drafts of a site, a release, or a date to come.
 *  Here: making, listing and revoking links, whom a link lets in, and what it shows instead of what is published.
 *  Not here: pages (the renderer), cookies and addresses (the server).
 *
 *  <p>Doors: {@link nl.plein.cms.previews.MakePreview}, {@link nl.plein.cms.previews.RevokePreview},
 *  {@link nl.plein.cms.previews.OpenPreview}; to read {@link nl.plein.cms.previews.Previews} and
 *  {@link nl.plein.cms.previews.PreviewContent}. */
@NullMarked
@Room(mayUse = {"kernel", "tenancy", "people", "content", "publishing", "releases", "schedules", "audit"})
package nl.plein.cms.previews;

import nl.plein.cms.kernel.Room;
import org.jspecify.annotations.NullMarked;
