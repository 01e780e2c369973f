/** The manage API: everything an editor, an administrator or a script does. Here: doors that ask the permission, read the
 *  request and call one verb of the core. Not here: the rules. */
@NullMarked
@Room(
        mayUse = {
            "kernel",
            "tenancy",
            "people",
            "accounts",
            "model",
            "media",
            "content",
            "workflow",
            "tasks",
            "presence",
            "review",
            "publishing",
            "remodel",
            "schedules",
            "releases",
            "bulk",
            "previews",
            "webhooks",
            "search",
            "exchange",
            "participation",
            "theme",
            "rendering",
            "pictures",
            "jobs",
            "audit",
            "once",
            "identity",
            "problem",
            "wire"
        })
package nl.plein.api.management;

import nl.plein.cms.kernel.Room;
import org.jspecify.annotations.NullMarked;
