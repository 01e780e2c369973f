/** Site versions: what visitors see, from which version until which, and everything that follows from it.
 *
 *  <p>Here: publications and site parts as intervals, the acts that make a version (publish, unpublish, mark withdrawn,
 *  change parts, roll back, erase, turn the day), reading any moment of a site, the net change feed, followers and the
 *  live rendered version. Not here: drafts (content), approval (workflow), lists and full text (search), pages (the
 *  renderer).
 *
 *  <p>Doors. To write: {@link nl.plein.cms.publishing.PublishEntries}, {@link nl.plein.cms.publishing.UnpublishEntries},
 *  {@link nl.plein.cms.publishing.MarkWithdrawn}, {@link nl.plein.cms.publishing.ChangeSiteParts}, {@link nl.plein.cms.publishing.WearTheme},
 *  {@link nl.plein.cms.publishing.ReleaseTranslations}, {@link nl.plein.cms.publishing.PutBackRelease},
 *  {@link nl.plein.cms.publishing.PutBackPage}, {@link nl.plein.cms.publishing.ConvertPublications},
 *  {@link nl.plein.cms.publishing.RollBackSite}, {@link nl.plein.cms.publishing.EraseEntry},
 *  {@link nl.plein.cms.publishing.ReplaceAsset}, {@link nl.plein.cms.publishing.DeleteAsset},
 *  {@link nl.plein.cms.publishing.ReopenPublications}, {@link nl.plein.cms.publishing.TurnSiteDays}; each answers with a {@link nl.plein.cms.publishing.Receipt}. To read:
 *  {@link nl.plein.cms.publishing.Publications} and {@link nl.plein.cms.publishing.SiteParts} at a moment made by
 *  {@link nl.plein.cms.publishing.Moments}, {@link nl.plein.cms.publishing.References}, {@link nl.plein.cms.publishing.ReleaseOutlook},
 *  {@link nl.plein.cms.publishing.OpenPages},
 *  {@link nl.plein.cms.publishing.Receipts}, {@link nl.plein.cms.publishing.ChangeFeed}; what may be kept
 *  of it until which version: {@link nl.plein.cms.publishing.Touches}. To follow:
 *  {@link nl.plein.cms.publishing.Follower}, {@link nl.plein.cms.publishing.Followers},
 *  {@link nl.plein.cms.publishing.LiveSites}, {@link nl.plein.cms.publishing.KeptRoots}.
 *
 *  <p>Writing verbs may be called without a transaction (then the texts are staged in short ones of their own before the
 *  site is locked) or inside one (then the lock is held until it ends). All need the site's agency to be current. */
@NullMarked
@Room(mayUse = {"kernel", "tenancy", "people", "model", "media", "content", "workflow", "theme", "audit", "jobs"})
package nl.plein.cms.publishing;

import nl.plein.cms.kernel.Room;
import org.jspecify.annotations.NullMarked;
