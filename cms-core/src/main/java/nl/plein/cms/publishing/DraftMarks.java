package nl.plein.cms.publishing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import nl.plein.cms.content.PublishedMarks;
import nl.plein.cms.content.TranslationKey;
import nl.plein.cms.kernel.RevisionId;
import nl.plein.cms.kernel.SiteId;

/** Compares translations that versions have touched with what is open now, whatever those versions were. */
@ApplicationScoped
class DraftMarks {

    @Inject
    Ground ground;

    @Inject
    PublishedMarks marks;

    @Transactional
    void set(SiteId site, List<Publications.Touched> touched) {
        Set<TranslationKey> gone = new HashSet<>();
        Set<UUID> entries = new HashSet<>();
        touched.forEach(one -> {
            gone.add(one.publication().translation());
            entries.add(one.publication().entry().value());
        });
        Map<Instant, Set<RevisionId>> visible = new TreeMap<>();
        Map<TranslationKey, Ground.Shown> open = new HashMap<>(ground.shown(site, entries));
        open.forEach((translation, shown) -> {
            if (gone.remove(translation)) {
                visible.computeIfAbsent(shown.first(), at -> new HashSet<>()).add(shown.revision());
            }
        });
        visible.forEach((at, revisions) -> marks.visible(site, revisions, at));
        if (!gone.isEmpty()) {
            marks.unpublished(site, gone);
        }
    }
}
