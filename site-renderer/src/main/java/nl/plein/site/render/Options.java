package nl.plein.site.render;

import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;

/**
 * How to render, apart from what.
 *
 * @param basePath "" when the site has a host of its own
 * @param locale   only pages of this locale; empty for all
 * @param threads  at least 1
 * @param factory  where threads come from; a server has its own
 * @param turns    lets several renders share a machine fairly
 */
public record Options(
        String basePath, Optional<String> locale, int threads, ThreadFactory factory, Progress progress, Turns turns) {
    public static Options usual() {
        return new Options(
                "",
                Optional.empty(),
                Runtime.getRuntime().availableProcessors(),
                Executors.defaultThreadFactory(),
                Progress.NONE,
                Turns.FREE);
    }

    public Options withBasePath(String path) {
        return new Options(path, locale, threads, factory, progress, turns);
    }

    public Options withLocale(Optional<String> only) {
        return new Options(basePath, only, threads, factory, progress, turns);
    }

    public Options withThreads(int count, ThreadFactory threadFactory) {
        return new Options(basePath, locale, Math.max(1, count), threadFactory, progress, turns);
    }

    public Options withProgress(Progress told) {
        return new Options(basePath, locale, threads, factory, told, turns);
    }

    public Options withTurns(Turns shared) {
        return new Options(basePath, locale, threads, factory, progress, shared);
    }
}
