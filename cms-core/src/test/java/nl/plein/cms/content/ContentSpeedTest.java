package nl.plein.cms.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import nl.plein.cms.testkit.OnDatabase;
import nl.plein.cms.testkit.Plein;
import nl.plein.cms.testkit.Proof;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

@OnDatabase
class ContentSpeedTest {

    private static final String BODY =
            "<h2>Kop</h2><p>Een <a href=\"/x\">link</a> en <strong>meer</strong> woorden over de stad.</p>".repeat(20);

    @Parameter
    Plein plein;

    @Test
    void thousands_are_written_and_handed_to_publishing_in_seconds() {
        AContent content = AContent.on(plein);
        int count = Proof.rounds(1_000, 10_000);
        List<TranslationKey> keys = new ArrayList<>();
        plein.inAgency(content.site.agency(), () -> {
            long start = System.nanoTime();
            for (int from = 0; from < count; from += WriteEntries.MOST) {
                List<NewEntry> some = new ArrayList<>();
                for (int i = from; i < from + WriteEntries.MOST; i++) {
                    some.add(NewEntry.of("news", "nl", AContent.fields("Bericht " + i, BODY))
                            .from("n/" + i));
                }
                plein.get(WriteEntries.class)
                        .perform(content.id(), some)
                        .forEach(written -> keys.add(((Written.Saved) written).key()));
            }
            long written = System.nanoTime();
            List<Draft> drafts = plein.get(DraftsForPublishing.class).of(content.id(), keys);
            long read = System.nanoTime();
            plein.transaction(() -> plein.get(PublishedMarks.class)
                    .published(content.id(), drafts, plein.clock().instant()));
            long marked = System.nanoTime();

            assertThat(drafts).hasSize(count).extracting(Draft::key).isEqualTo(keys);
            Proof.figure("content.entries-written-per-second", count * 1_000_000_000L / (written - start));
            Proof.figure("content.drafts-read-per-second", count * 1_000_000_000L / (read - written));
            Proof.figure("content.marks-per-second", count * 1_000_000_000L / (marked - read));
            assertThat(read - written).isLessThan(20_000_000_000L);
        });
    }
}
