package nl.plein.cms.review;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.plein.cms.content.EntryErased;
import nl.plein.cms.content.TranslationKey;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.tenancy.AgencyData;
import nl.plein.cms.tenancy.SiteDeleted;

/** All comments on drafts, with their answers. */
@ApplicationScoped
@Transactional
class ReviewComments {

    @Inject
    @AgencyData
    EntityManager data;

    /** The first ones of conversations, oldest first, by keyset. @param resolved any if absent */
    List<ReviewComment> first(TranslationKey key, Optional<Boolean> resolved, Optional<UUID> after, int most) {
        String state = resolved.map(wanted -> " and c.resolvedAt is " + (wanted ? "not null" : "null"))
                .orElse("");
        TypedQuery<ReviewComment> query = data.createQuery(
                        "select c from ReviewComment c where c.entry = :entry and c.locale = :locale and c.thread = c.id"
                                + state
                                + (after.isEmpty() ? "" : " and c.id > :after")
                                + " order by c.id",
                        ReviewComment.class)
                .setParameter("entry", key.entry().value())
                .setParameter("locale", key.locale())
                .setMaxResults(most);
        after.ifPresent(id -> query.setParameter("after", id));
        return query.getResultList();
    }

    /** Oldest first, by the comment that they answer. */
    Map<CommentId, List<ReviewComment>> answers(Collection<ReviewComment> first) {
        if (first.isEmpty()) {
            return Map.of();
        }
        return data.createQuery(
                        "select c from ReviewComment c where c.thread in :threads and c.thread <> c.id order by c.id",
                        ReviewComment.class)
                .setParameter(
                        "threads", first.stream().map(one -> one.id().value()).toList())
                .getResultStream()
                .collect(Collectors.groupingBy(ReviewComment::thread));
    }

    /** Of a translation, answers included. */
    long count(TranslationKey key) {
        return data.createQuery(
                        "select count(c) from ReviewComment c where c.entry = :entry and c.locale = :locale",
                        Long.class)
                .setParameter("entry", key.entry().value())
                .setParameter("locale", key.locale())
                .getSingleResult();
    }

    /** @throws nl.plein.cms.kernel.NotFound {@code unknown-comment} */
    ReviewComment get(SiteId site, CommentId id) {
        return Optional.ofNullable(data.find(ReviewComment.class, id.value()))
                .filter(comment -> comment.isOn(site))
                .orElseThrow(CommentId::unknown);
    }

    /**
     * The first of the conversation that a comment belongs to. Nobody else answers, settles or deletes in it until the
     * transaction ends.
     *
     * @throws nl.plein.cms.kernel.NotFound {@code unknown-comment}
     */
    ReviewComment hold(SiteId site, CommentId id) {
        CommentId first = get(site, id).thread();
        return Optional.ofNullable(data.find(ReviewComment.class, first.value(), LockModeType.PESSIMISTIC_WRITE))
                .orElseThrow(CommentId::unknown);
    }

    void add(ReviewComment comment) {
        data.persist(comment);
        data.flush();
    }

    void remove(ReviewComment comment) {
        data.remove(comment);
        data.flush();
    }

    /** They quote words that are gone for good. */
    void forget(@Observes EntryErased erased) {
        data.createQuery("delete from ReviewComment c where c.entry = :entry")
                .setParameter("entry", erased.entry().value())
                .executeUpdate();
    }

    void forget(@Observes SiteDeleted deleted) {
        data.createQuery("delete from ReviewComment c where c.site = :site")
                .setParameter("site", deleted.site().id().value())
                .executeUpdate();
    }
}
