package nl.plein.cms.bulk;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import nl.plein.cms.jobs.JobId;
import nl.plein.cms.kernel.EntryId;
import nl.plein.cms.kernel.SiteId;
import org.eclipse.persistence.annotations.Multitenant;
import org.eclipse.persistence.annotations.MultitenantType;
import org.eclipse.persistence.annotations.TenantDiscriminatorColumn;
import org.jspecify.annotations.Nullable;

/** One entry or translation of a change, and what became of it. */
@Entity
@Table(name = "bulk_item")
@Multitenant(MultitenantType.SINGLE_TABLE)
@TenantDiscriminatorColumn(name = "agency_id", contextProperty = "eclipselink.tenant-id", length = 63)
public class BulkItem {

    private static final int LONGEST_SENTENCE = 2_000;

    @Id
    private UUID id;

    @Column(name = "bulk_id")
    private UUID bulk;

    @Column(name = "site_id")
    private String site;

    private int number;

    @Column(name = "entry_id")
    private UUID entry;

    private String locale;

    @Enumerated(EnumType.STRING)
    private ItemOutcome outcome;

    private String code;
    private String sentence;

    @Column(name = "before_state")
    private @Nullable String before;

    @Column(name = "after_state")
    private @Nullable String after;

    protected BulkItem() {}

    /** @param locale empty for all of the entry */
    BulkItem(UUID id, JobId bulk, SiteId site, int number, EntryId entry, String locale) {
        this.id = id;
        this.bulk = bulk.value();
        this.site = site.value();
        this.number = number;
        this.entry = entry.value();
        this.locale = locale;
        this.outcome = ItemOutcome.WAITING;
        this.code = "";
        this.sentence = "";
    }

    /** What is to be brought back. */
    BulkItem toUndo(UUID newId, JobId undo, int newNumber) {
        var item = new BulkItem(newId, undo, new SiteId(site), newNumber, new EntryId(entry), locale);
        item.before = before;
        item.after = after;
        return item;
    }

    boolean isWaiting() {
        return outcome == ItemOutcome.WAITING;
    }

    /** @param did what it was and what it is now; empty if it was so already */
    void done(Did did) {
        outcome = did.changed() ? ItemOutcome.CHANGED : ItemOutcome.UNCHANGED;
        before = did.before();
        after = did.after();
    }

    void refuse(String newCode, String newSentence) {
        outcome = ItemOutcome.REFUSED;
        code = newCode;
        sentence = newSentence.length() > LONGEST_SENTENCE ? newSentence.substring(0, LONGEST_SENTENCE) : newSentence;
    }

    ItemRef ref() {
        return new ItemRef(id, number, new EntryId(entry), locale, outcome, code, sentence, text(before), text(after));
    }

    private static String text(@Nullable String state) {
        return state == null ? "" : state;
    }

    /** What was done to an item. @param before what it was, for an undo @param after what it was made, to see whether it still is */
    record Did(boolean changed, String before, String after) {

        static final Did NOTHING = new Did(false, "", "");
    }
}
