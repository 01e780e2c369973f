/** Telling others that a site has a new version. Here: subscriptions, what an event says and how it is signed, sending each
 *  subscription its events one after the other, and the log of that. Not here: what a version changed (publishing), which
 *  addresses may be reached (outside).
 *
 *  <p>A subscription is a cursor: the last version it was told of, in its own row. So nothing is written when a version is made,
 *  nothing can be lost, and to replay is to move the cursor back.
 *
 *  <p>Doors: {@link nl.plein.cms.webhooks.AddWebhook}, {@link nl.plein.cms.webhooks.ChangeWebhook},
 *  {@link nl.plein.cms.webhooks.RemoveWebhook}, {@link nl.plein.cms.webhooks.RotateSecret},
 *  {@link nl.plein.cms.webhooks.ReplayWebhook}, {@link nl.plein.cms.webhooks.TestWebhook}; to read
 *  {@link nl.plein.cms.webhooks.Webhooks}; {@link nl.plein.cms.webhooks.SendWebhooks} sends what is due. */
@NullMarked
@Room(mayUse = {"kernel", "tenancy", "people", "accounts", "publishing", "audit", "jobs", "outside"})
package nl.plein.cms.webhooks;

import nl.plein.cms.kernel.Room;
import org.jspecify.annotations.NullMarked;
