package nl.plein.cms.exchange;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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
 * @param source   base address of that site: links to what the archive lacks lead there
 * @param ignoreExpiry whether sources whose time is over are published all the same, instead of archived
 * @param dryRun   whether nothing is done and the report only says what would be
 */
public record ImportOptions(
        boolean publish,
        String locale,
        Audience audience,
        List<String> hosts,
        Optional<URI> source,
        boolean ignoreExpiry,
        boolean dryRun) {

    private static final Set<String> KNOWN =
            Set.of("publish", "locale", "audience", "hosts", "source", "ignoreExpiry", "dryRun");

    /** Publishes for everyone, in the site's default locale. */
    public static ImportOptions usual(SiteRef site) {
        return new ImportOptions(
                true, site.locales().get(0), Audience.EVERYONE, List.of(), Optional.empty(), false, false);
    }

    /**
     * @param options members {@code publish}, {@code locale}, {@code audience}, {@code hosts}, {@code source}, {@code ignoreExpiry}, {@code dryRun}; all may be absent
     * @throws Invalid {@code unknown-option}, {@code unknown-locale}, {@code invalid-option}
     */
    public static ImportOptions of(JsonNode options, SiteRef site) {
        options.propertyNames().forEach(name -> {
            if (!KNOWN.contains(name)) {
                throw new Invalid(
                        "unknown-option",
                        "There is no option \"" + name
                                + "\": use publish, locale, audience, hosts, source, ignoreExpiry or dryRun.");
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
        boolean publish = flag(options, "publish", true);
        boolean ignoreExpiry = flag(options, "ignoreExpiry", false);
        boolean dryRun = flag(options, "dryRun", false);
        Audience audience =
                options.has("audience") ? Audience.of(options.path("audience").asString()) : Audience.EVERYONE;
        Optional<URI> source =
                options.has("source") ? Optional.of(base(options.path("source").asString(""))) : Optional.empty();
        source.map(URI::getHost).map(host -> host.toLowerCase(Locale.ROOT)).ifPresent(hosts::add);
        return new ImportOptions(publish, locale, audience, List.copyOf(hosts), source, ignoreExpiry, dryRun);
    }

    private static boolean flag(JsonNode options, String name, boolean orElse) {
        JsonNode value = options.path(name);
        if (!value.isMissingNode() && !value.isBoolean()) {
            throw new Invalid("invalid-option", "The option " + name + " is true or false.");
        }
        return value.asBoolean(orElse);
    }

    private static URI base(String address) {
        try {
            URI base = new URI(address);
            if (("https".equals(base.getScheme()) || "http".equals(base.getScheme()))
                    && base.getHost() != null
                    && base.getRawUserInfo() == null) {
                return base;
            }
        } catch (URISyntaxException e) {
            // refused below, like every other address that is none of a site
        }
        throw new Invalid(
                "invalid-option", "The option source is the address of a site, such as \"https://www.example.org\".");
    }

    ObjectNode json() {
        ObjectNode json = Json.mapper().createObjectNode();
        json.put("publish", publish);
        json.put("locale", locale);
        json.put("audience", audience.value());
        hosts.forEach(json.withArray("hosts")::add);
        json.put("ignoreExpiry", ignoreExpiry);
        json.put("dryRun", dryRun);
        source.ifPresent(base -> json.put("source", base.toString()));
        return json;
    }
}
