package nl.plein.site.model;

import java.util.List;
import java.util.Optional;
import nl.plein.site.source.AssetFile;
import org.jspecify.annotations.Nullable;

/** Stands between a page and its site and writes down what is read, also what was looked for and not there. For one thread. */
public final class RecordingReads implements Reads {
    private final SiteView view;
    private final ReadSet reads;

    public RecordingReads(SiteView view, ReadSet reads) {
        this.view = view;
        this.reads = reads;
    }

    @Override
    public Optional<Entry> entry(String id, String locale) {
        reads.add(ReadKeys.entry(locale, id));
        return view.entry(id, locale);
    }

    @Override
    public Optional<Entry> at(String path) {
        reads.add(ReadKeys.path(path));
        return view.at(path);
    }

    @Override
    public List<Entry> window(EntryQuery query) {
        return view.window(query, reads::add);
    }

    @Override
    public List<Entry> translations(String id) {
        reads.add(ReadKeys.translations(id));
        return view.translations(id);
    }

    @Override
    public Optional<AssetFile> asset(String id) {
        reads.add(ReadKeys.asset(id));
        return view.asset(id);
    }

    @Override
    public @Nullable Object menu(String name, String locale) {
        reads.add(ReadKeys.menu(name, locale));
        return view.menu(name, locale);
    }

    @Override
    public @Nullable Object setting(String key) {
        reads.add(ReadKeys.setting(key));
        return view.setting(key);
    }

    @Override
    public Site site() {
        return view.site();
    }

    @Override
    public void field(Entry entry, String name) {
        reads.add(ReadKeys.field(entry, name));
    }

    @Override
    public void note(long key) {
        reads.add(key);
    }
}
