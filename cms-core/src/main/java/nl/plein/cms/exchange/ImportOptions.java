package nl.plein.cms.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import nl.plein.cms.kernel.Audience;
import nl.plein.cms.kernel.Invalid;
import nl.plein.cms.kernel.Json;
import nl.plein.cms.tenancy.SiteRef;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * How an archive is imported.
 *
 * @param publish  whether what is imported is published; files that say {@code draft: true} stay drafts
 * @param locale   of all texts of the archive
 * @param audience who may see what is imported
 * @param hosts    of the site that the archive comes from: links to them count as links inside the archive
 */
public record ImportOptions(boolean publish, String locale, Audience audience, List<String> hosts) {

    private static final Set<String> KNOWN = Set.of("publish", "locale", "audience", "hosts");

    /** Publishes for everyone, in the site's default locale. */
    public static ImportOptions usual(SiteRef site) {
        return new ImportOptions(true, site.locales().get(0), Audience.EVERYONE, List.of());
    }

    /**
     * @param options members {@code publish}, {@code locale}, {@code audience}, {@code hosts}; all may be absent
     * @throws Invalid {@code unknown-option}, {@code unknown-locale}, {@code invalid-option}
     */
    public static ImportOptions of(JsonNode options, SiteRef site) {
        options.propertyNames().forEach(name -> {
            if (!KNOWN.contains(name)) {
                throw new Invalid(
                        "unknown-option",
                        "There is no option \"" + name + "\": use publish, locale, audience or hosts.");
            }
        });
        String locale = options.path("locale").asString(site.locales().get(0));
        if (!site.locales().contains(locale)) {
            throw new Invalid(
                    "unknown-locale", "The site has no locale \"" + locale + "\": use one of " + site.locales() + ".");
        }
        var hosts = new ArrayList<String>();
        for (JsonNode host : options.path("hosts")) {
            if (!host.isString()) {
                throw new Invalid("invalid-option", "Hosts are names such as \"www.example.org\".");
            }
            hosts.add(host.stringValue().toLowerCase(Locale.ROOT));
        }
        JsonNode publish = options.path("publish");
        if (!publish.isMissingNode() && !publish.isBoolean()) {
            throw new Invalid("invalid-option", "The option publish is true or false.");
        }
        Audience audience =
                options.has("audience") ? Audience.of(options.path("audience").asString()) : Audience.EVERYONE;
        return new ImportOptions(publish.asBoolean(true), locale, audience, List.copyOf(hosts));
    }

    ObjectNode json() {
        return Json.mapper()
                .valueToTree(
                        Map.of("publish", publish, "locale", locale, "audience", audience.value(), "hosts", hosts));
    }
}
