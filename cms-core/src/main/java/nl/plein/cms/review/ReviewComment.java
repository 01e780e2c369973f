package nl.plein.cms.review;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import nl.plein.cms.content.Draft;
import nl.plein.cms.content.TranslationKey;
import nl.plein.cms.kernel.EntryId;
import nl.plein.cms.kernel.InstantConverter;
import nl.plein.cms.kernel.PersonId;
import nl.plein.cms.kernel.RevisionId;
import nl.plein.cms.kernel.SiteId;
import org.eclipse.persistence.annotations.Multitenant;
import org.eclipse.persistence.annotations.MultitenantType;
import org.eclipse.persistence.annotations.TenantDiscriminatorColumn;
import org.jspecify.annotations.Nullable;

/** What somebody said about a place in a draft, or in answer to that. What was said never changes. */
@Entity
@Table(name = "review_comment")
@Multitenant(MultitenantType.SINGLE_TABLE)
@TenantDiscriminatorColumn(name = "agency_id", contextProperty = "eclipselink.tenant-id", length = 63)
public class ReviewComment {

    /** Never null, so that no query needs to think of it. */
    private static final UUID NOBODY = new UUID(0, 0);

    @Id
    private UUID id;

    @Column(name = "site_id")
    private String site;

    @Column(name = "entry_id")
    private UUID entry;

    private String locale;

    @Column(name = "thread_id")
    private UUID thread;

    private String place;
    private String quote;
    private UUID revision;
    private String words;

    @Column(name = "made_at")
    @Convert(converter = InstantConverter.class)
    private Instant at;

    @Column(name = "made_by")
    private UUID by;

    private boolean emptied;

    @Column(name = "resolved_at")
    @Convert(converter = InstantConverter.class)
    private @Nullable Instant resolvedAt;

    @Column(name = "resolved_by")
    private UUID resolvedBy;

    protected ReviewComment() {}

    private ReviewComment(
            CommentId id,
            CommentId thread,
            SiteId site,
            TranslationKey translation,
            Anchor anchor,
            RevisionId revision,
            Instant at,
            Optional<PersonId> by,
            String words) {
        this.id = id.value();
        this.thread = thread.value();
        this.site = site.value();
        this.entry = translation.entry().value();
        this.locale = translation.locale();
        this.place = anchor.place();
        this.quote = anchor.quote();
        this.revision = revision.value();
        this.at = at;
        this.by = by.map(PersonId::value).orElse(NOBODY);
        this.words = words;
        this.resolvedBy = NOBODY;
    }

    static ReviewComment on(Draft draft, Anchor anchor, CommentId id, Instant at, Optional<PersonId> by, String words) {
        return new ReviewComment(id, id, draft.site(), draft.key(), anchor, draft.revision(), at, by, words);
    }

    ReviewComment answer(CommentId answer, RevisionId draft, Instant now, Optional<PersonId> person, String said) {
        var about = new Anchor(place, "");
        return new ReviewComment(answer, id(), new SiteId(site), translation(), about, draft, now, person, said);
    }

    public CommentId id() {
        return new CommentId(id);
    }

    /** The comment that began the conversation; may be this one. */
    CommentId thread() {
        return new CommentId(thread);
    }

    boolean isFirst() {
        return thread.equals(id);
    }

    boolean isOn(SiteId wanted) {
        return site.equals(wanted.value());
    }

    public TranslationKey translation() {
        return new TranslationKey(new EntryId(entry), locale);
    }

    /** Of the first of a conversation: what it is about. */
    public Anchor anchor() {
        return new Anchor(place, quote);
    }

    /** The draft that it was said of. */
    public RevisionId revision() {
        return new RevisionId(revision);
    }

    /** Empty once its writer deleted it; a comment that was answered stays as a place to answer at. */
    public Optional<String> words() {
        return emptied ? Optional.empty() : Optional.of(words);
    }

    public Instant at() {
        return at;
    }

    /** None for the installation itself. */
    public Optional<PersonId> by() {
        return person(by);
    }

    /** When the conversation was settled; empty while it is open. */
    public Optional<Instant> resolvedAt() {
        return Optional.ofNullable(resolvedAt);
    }

    public Optional<PersonId> resolvedBy() {
        return person(resolvedBy);
    }

    void resolve(Instant now, Optional<PersonId> person) {
        resolvedAt = now;
        resolvedBy = person.map(PersonId::value).orElse(NOBODY);
    }

    void reopen() {
        resolvedAt = null;
        resolvedBy = NOBODY;
    }

    void empty() {
        emptied = true;
        words = "";
        quote = "";
    }

    private static Optional<PersonId> person(UUID id) {
        return id.equals(NOBODY) ? Optional.empty() : Optional.of(new PersonId(id));
    }
}
