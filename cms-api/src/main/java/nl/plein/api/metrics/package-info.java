/** Figures for whoever watches the installation. Here: counting requests, and the text that Prometheus reads. Not here: what
 *  a figure means (each room keeps its own), whether the server is ready (health). */
@NullMarked
@Room(mayUse = {"kernel", "people", "jobs", "publishing", "search", "webhooks", "problem"})
package nl.plein.api.metrics;

import nl.plein.cms.kernel.Room;
import org.jspecify.annotations.NullMarked;
