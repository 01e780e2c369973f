/** What every room stands on: typed ids, slugs, cursors, strict JSON and the five refusals.
 *  Here: small values without rules of their own. Not here: anything that editors argue about; it stays tiny. */
@NullMarked
@Room(mayUse = {})
package nl.plein.cms.kernel;

import org.jspecify.annotations.NullMarked;
