package nl.plein.cms.content;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import nl.plein.cms.kernel.Audience;
import nl.plein.cms.kernel.Invalid;
import nl.plein.cms.tenancy.SiteRef;

/**
 * Where the groups of a site have their pages: {@code /groepen/<slug>}, and {@code /en/groups/<slug>} in another locale. Pages of a group
 * lie there, whatever their type says, and no other page does.
 */
public final class GroupPaths {

    private final SiteRef site;
    private final Map<String, String> slugs;

    /** @param slugs of groups, by id */
    public GroupPaths(SiteRef site, Map<String, String> slugs) {
        this.site = site;
        this.slugs = Map.copyOf(slugs);
    }

    /** As it will be if the group of this id has this slug; empty for no such group. */
    public GroupPaths with(String id, Optional<String> slug) {
        Map<String, String> changed = new HashMap<>(slugs);
        slug.ifPresentOrElse(now -> changed.put(id, now), () -> changed.remove(id));
        return new GroupPaths(site, changed);
    }

    public Optional<String> slugOf(String id) {
        return Optional.ofNullable(slugs.get(id));
    }

    /** The path of the group's front page in a locale; all others of it lie under it. */
    public String front(String slug, String locale) {
        return Paths.prefix(site, locale) + "/" + word(locale) + "/" + slug;
    }

    /** The id of the group under whose prefix a path of this locale lies. */
    public Optional<String> ownerOf(String locale, String path) {
        return slugs.entrySet().stream()
                .filter(group -> liesUnder(path, front(group.getValue(), locale)))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /**
     * @param path as the type has it, with the locale's prefix
     * @return where an entry of this audience lies
     * @throws Invalid {@code unknown-group}, {@code reserved-path}
     */
    String place(Audience audience, String locale, String path) {
        Optional<String> owner = ownerOf(locale, path);
        Optional<String> own = audience.groupId();
        if (own.isEmpty()) {
            owner.ifPresent(group -> {
                throw new Invalid("reserved-path", reserved(path, group));
            });
            return path;
        }
        String slug = slugOf(own.get()).orElseThrow(() -> new Invalid("unknown-group", unknown(own.get())));
        if (owner.equals(own)) {
            return path;
        }
        if (owner.isPresent()) {
            throw new Invalid("reserved-path", reserved(path, owner.get()));
        }
        String bare = path.substring(Paths.prefix(site, locale).length());
        return Paths.normalise(front(slug, locale) + bare);
    }

    public static String unknown(String group) {
        return "This site has no group \"" + group + "\": make it first, as a site part of the kind group.";
    }

    public static String reserved(String path, String group) {
        return "\"" + path + "\" lies under the group \"" + group
                + "\": only its own pages lie there. Choose another path, or that audience.";
    }

    static boolean liesUnder(String path, String front) {
        return path.equals(front) || path.startsWith(front + "/");
    }

    private static String word(String locale) {
        return locale.equals("nl") || locale.startsWith("nl-") ? "groepen" : "groups";
    }
}
