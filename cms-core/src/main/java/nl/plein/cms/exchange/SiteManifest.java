package nl.plein.cms.exchange;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nl.plein.cms.kernel.Json;
import nl.plein.cms.tenancy.SiteState;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The last member of an archive of a site, {@code site.json}: the site itself, and what makes the rest of the archive whole.
 * Nothing in it tells when or where the archive was made, so that equal sites have equal archives.
 *
 * @param version newest version of the site
 * @param marked  the version up to which drafts know what of them is published
 * @param locales the default first
 * @param hosts   the canonical one first
 * @param members by name, in the order of the archive
 * @param blobs   how many files
 * @param bytes   of all files
 */
record SiteManifest(
        String id,
        String name,
        SiteState state,
        long version,
        long marked,
        String timeZone,
        List<String> locales,
        List<Host> hosts,
        Map<String, Member> members,
        long blobs,
        long bytes) {

    static final String NAME = "site.json";
    static final String FOLDER = "blobs/";

    record Host(String host, boolean canonical) {}

    /** @param sha256 of its bytes, unpacked */
    record Member(long rows, String sha256) {}

    SiteManifest {
        locales = List.copyOf(locales);
        hosts = List.copyOf(hosts);
        members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
    }

    ObjectNode json() {
        ObjectNode json = Json.mapper().createObjectNode();
        json.put("format", SiteTables.FORMAT);
        json.put("id", id).put("name", name).put("state", state.name().toLowerCase(Locale.ROOT));
        json.put("version", version).put("marked", marked).put("timeZone", timeZone);
        locales.forEach(json.putArray("locales")::add);
        var list = json.putArray("hosts");
        hosts.forEach(host -> list.addObject().put("host", host.host()).put("canonical", host.canonical()));
        ObjectNode named = json.putObject("members");
        members.forEach((member, what) ->
                named.putObject(member).put("rows", what.rows()).put("sha256", what.sha256()));
        json.putObject("blobs").put("count", blobs).put("bytes", bytes);
        return json;
    }

    /** @throws RuntimeException if something is missing or of another kind */
    static SiteManifest of(JsonNode json) {
        List<String> locales = new ArrayList<>();
        json.path("locales").forEach(locale -> locales.add(locale.stringValue()));
        List<Host> hosts = new ArrayList<>();
        json.path("hosts")
                .forEach(host -> hosts.add(new Host(
                        host.path("host").stringValue(), host.path("canonical").booleanValue())));
        Map<String, Member> members = new LinkedHashMap<>();
        json.path("members")
                .properties()
                .forEach(member -> members.put(
                        member.getKey(),
                        new Member(
                                member.getValue().path("rows").longValue(),
                                member.getValue().path("sha256").stringValue())));
        return new SiteManifest(
                json.path("id").stringValue(),
                json.path("name").stringValue(),
                SiteState.valueOf(json.path("state").stringValue().toUpperCase(Locale.ROOT)),
                json.path("version").longValue(),
                json.path("marked").longValue(),
                json.path("timeZone").stringValue(),
                locales,
                hosts,
                members,
                json.path("blobs").path("count").longValue(),
                json.path("blobs").path("bytes").longValue());
    }

    /** How many rows a table has in it. */
    long rows(SiteTable table) {
        Member member = members.get(table.member());
        return member == null ? 0 : member.rows();
    }

    /** How many rows the archive has, in all members. */
    long rows() {
        return members.values().stream().mapToLong(Member::rows).sum();
    }
}
