/** What every room may lean on: canonical JSON, hashes, slugs and the one exception meant for people. Stays tiny. */
@NullMarked
@Room(mayUse = {})
package nl.plein.site.kernel;

import org.jspecify.annotations.NullMarked;
