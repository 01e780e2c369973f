/** What people who work on a draft say to each other about it. Here: comments on a field of a translation, answers, and
 *  whether they are settled. Not here: what the draft says (content), whether it may be published (workflow), what visitors
 *  say (participation).
 *
 *  <p>Doors: {@link nl.plein.cms.review.AddComment}, {@link nl.plein.cms.review.AnswerComment},
 *  {@link nl.plein.cms.review.ResolveComment}, {@link nl.plein.cms.review.DeleteComment}; to read
 *  {@link nl.plein.cms.review.ReadComments}. */
@NullMarked
@Room(mayUse = {"kernel", "tenancy", "people", "model", "content", "audit"})
package nl.plein.cms.review;

import nl.plein.cms.kernel.Room;
import org.jspecify.annotations.NullMarked;
