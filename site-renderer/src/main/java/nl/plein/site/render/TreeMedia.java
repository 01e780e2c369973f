package nl.plein.site.render;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.plein.site.kernel.Trouble;
import nl.plein.site.source.AssetFile;
import nl.plein.site.source.Source;
import org.jspecify.annotations.Nullable;

/** The uploaded files of one tree: each is there as long as a page names it. What lies at the path of one never changes. */
final class TreeMedia {
    private final Map<String, Set<String>> ofPages = new HashMap<>();
    private final Map<String, Integer> inUse = new HashMap<>();
    private final Set<String> there = new HashSet<>();
    private final List<String> warnings = new ArrayList<>();

    /** Which could not be had in the last round. */
    List<String> warnings() {
        return warnings;
    }

    /** @param gone paths of pages that are no more */
    void follow(Collection<PageRun.Result> made, Collection<String> gone, Output output, Source source) {
        warnings.clear();
        Set<String> dropped = new HashSet<>();
        Map<String, AssetFile> files = new HashMap<>();
        gone.forEach(path -> drop(ofPages.remove(path), dropped));
        for (PageRun.Result result : made) {
            String page = result.page().path();
            Set<String> now = Set.copyOf(result.media().keySet());
            now.forEach(path -> inUse.merge(path, 1, Integer::sum));
            files.putAll(result.media());
            drop(now.isEmpty() ? ofPages.remove(page) : ofPages.put(page, now), dropped);
        }
        dropped.stream().filter(path -> !inUse.containsKey(path)).forEach(path -> {
            output.remove(path);
            there.remove(path);
        });
        files.forEach((path, file) -> {
            if (!there.contains(path)) {
                put(path, file, output, source);
            }
        });
    }

    private void drop(@Nullable Set<String> media, Set<String> dropped) {
        if (media != null) {
            dropped.addAll(media);
            media.forEach(path -> inUse.computeIfPresent(path, (name, count) -> count == 1 ? null : count - 1));
        }
    }

    private void put(String path, AssetFile file, Output output, Source source) {
        try {
            output.asset(path, file, source);
            there.add(path);
        } catch (IOException | Trouble e) {
            warnings.add("The file " + file.file() + " can't be had: " + e.getMessage());
        }
    }
}
