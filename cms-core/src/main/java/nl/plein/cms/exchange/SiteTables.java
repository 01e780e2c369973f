package nl.plein.cms.exchange;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What an archive of a site holds, in format {@value #FORMAT}, in the order in which it is written and read. The names in
 * the archive are its own: a later release may keep its rows otherwise and still read it. A test walks the database and
 * finds every table and column that is neither here nor left out for a reason.
 */
final class SiteTables {

    static final int FORMAT = 1;

    /** What is only staged is visible at no version. */
    private static final String MADE = "9223372036854775807";

    private static final String IN_A_SPAN =
            "exists (select 1 from publication_span s, publication p where p.id = s.id and p.%s = t.%s"
                    + " and s.site_id = :site and s.from_version <> " + MADE + ")";

    private static final String IN_A_PART =
            "exists (select 1 from site_part p where p.id = t.owner_id and p.site_id = :site and p.from_version <> "
                    + MADE + ")";

    static final SiteTable TYPES = SiteTable.of(
                    "types.ndjson",
                    "content_type",
                    "t.agency_id = (select h.agency_id from site_head h where h.id = :site)")
            .texts("type_key=key", "definition")
            .orderedBy("type_key!")
            .without("id", "a type is named by its key")
            .without("version", "counts changes made elsewhere")
            .without("agency_id", "the agency that imports defines it anew")
            .ofPlatform();

    /** Whoever is named in history. */
    static final SiteTable PEOPLE = SiteTable.of(
                    "people.ndjson",
                    "person",
                    "t.id in (select e.created_by from entry e where e.site_id = :site"
                            + " union select r.updated_by from translation r where r.site_id = :site"
                            + " union select r.saved_by from revision r where r.site_id = :site"
                            + " union select v.person_id from site_version v where v.site_id = :site)")
            .ids("id")
            .texts("name")
            .instants("since")
            .orderedBy("id")
            .without("blocked", "who came with an archive may do nothing")
            .without("mail", "opens an account where it came from, and is nobody's business elsewhere")
            .without("language", "goes with the mail address")
            .ofPlatform();

    static final SiteTable ASSETS = SiteTable.ofSite("assets.ndjson", "asset")
            .ids("id")
            .texts("file_name=file", "media_type=mediaType")
            .numbers("size")
            .texts("sha256")
            .numbers("width", "height", "focus_x=focusX?", "focus_y=focusY?")
            .instants("since")
            .texts("title?", "alt_texts=alt?", "credit?", "licence?", "language?")
            .filled("file_number", SiteTable.Filled.ONE)
            .filled("changes", SiteTable.Filled.ZERO)
            .orderedBy("id");

    static final SiteTable ENTRIES = SiteTable.ofSite("entries.ndjson", "entry")
            .ids("id")
            .texts("type_key=type", "audience")
            .ids("parent_id=parent")
            .texts("origin?")
            .instants("created_at=createdAt")
            .ids("created_by=createdBy")
            .instants("deleted_at=deletedAt?", "archived_at=archivedAt?")
            .texts("review_on=reviewOn?")
            .without("owner_id", "whoever looks after it may do nothing where the site goes")
            .filled("version", SiteTable.Filled.ONE)
            .orderedBy("id");

    static final SiteTable TRANSLATIONS = SiteTable.ofSite("translations.ndjson", "translation")
            .ids("id", "entry_id=entry")
            .texts("locale", "slug", "explicit_path=explicitPath?", "path", "path_key=pathKey", "title")
            .ids("head_id=head")
            .numbers("head_number=headNumber")
            .instants("created_at=createdAt", "updated_at=updatedAt")
            .ids("updated_by=updatedBy")
            .instants("first_published_at=firstPublishedAt?")
            .ids("published_revision=publishedRevision")
            .filled("version", SiteTable.Filled.ONE)
            .orderedBy("id");

    static final SiteTable REVISIONS = SiteTable.ofSite("revisions.ndjson", "revision")
            .ids("id", "entry_id=entry", "translation_id=translation")
            .numbers("number")
            .ids("based_on=basedOn")
            .texts("payload", "payload_hash=payloadHash")
            .instants("saved_at=savedAt")
            .ids("saved_by=savedBy")
            .texts("name?", "kept")
            .filled("model_version", SiteTable.Filled.MODEL)
            .orderedBy("id");

    static final SiteTable KEPT_DRAFTS = SiteTable.ofSite("kept-drafts.ndjson", "kept_draft")
            .ids("id", "entry_id=entry", "translation_id=translation", "based_on=basedOn")
            .texts("payload", "payload_hash=payloadHash")
            .instants("saved_at=savedAt")
            .ids("saved_by=savedBy")
            .orderedBy("id");

    static final SiteTable REFERENCES = SiteTable.ofSite("references.ndjson", "entry_reference")
            .ids("id", "entry_id=entry", "translation_id=translation")
            .texts("locale", "kind")
            .ids("target_id=target")
            .texts("place")
            .orderedBy("id");

    static final SiteTable PUBLICATIONS = SiteTable.of(
                    "publications.ndjson", "publication", "t.site_id = :site and " + IN_A_SPAN.formatted("id", "id"))
            .filled("site_id", SiteTable.Filled.SITE)
            .ids("id", "entry_id=entry")
            .texts("locale", "audience", "path", "place", "type_key=type", "title")
            .ids("parent_id=parent", "revision_id=revision", "content_id=content")
            .texts("content_hash=contentHash")
            .instants("published_at=publishedAt", "first_published_at=firstPublishedAt", "updated_at=updatedAt")
            .orderedBy("id");

    static final SiteTable SPANS = SiteTable.of(
                    "spans.ndjson", "publication_span", "t.site_id = :site and t.from_version <> " + MADE)
            .filled("site_id", SiteTable.Filled.SITE)
            .ids("id=publication")
            .numbers("from_version=from", "to_version=to", "changed_version=changed")
            .texts("closed_because=closedBecause")
            .orderedBy("id");

    static final SiteTable CONTENTS = SiteTable.of(
                    "contents.ndjson", "publication_content", IN_A_SPAN.formatted("content_id", "id"))
            .ids("id")
            .texts("payload")
            .filled("model_version", SiteTable.Filled.MODEL)
            .orderedBy("id");

    static final SiteTable PARTS = SiteTable.of(
                    "parts.ndjson", "site_part", "t.site_id = :site and t.from_version <> " + MADE)
            .filled("site_id", SiteTable.Filled.SITE)
            .ids("id")
            .texts("kind", "part_key=key", "place", "audience", "payload", "origin")
            .ids("target_entry=targetEntry")
            .texts("target_place=targetPlace")
            .numbers("from_version=from", "to_version=to", "changed_version=changed")
            .orderedBy("id");

    static final SiteTable NAMED = SiteTable.of(
                    "named.ndjson",
                    "publication_reference",
                    "(" + IN_A_SPAN.formatted("content_id", "owner_id") + " or " + IN_A_PART + ")")
            .ids("owner_id=owner")
            .texts("kind")
            .ids("target_id=target")
            .orderedBy("owner_id", "kind!", "target_id");

    static final SiteTable VERSIONS = SiteTable.ofSite("versions.ndjson", "site_version")
            .numbers("version")
            .texts("act")
            .instants("at")
            .ids("person_id=person")
            .numbers("made", "changed", "removed", "parts", "skipped")
            .orderedBy("version")
            .filled("lock_millis", SiteTable.Filled.ZERO)
            .without("rendered", "tells what the renderer of this installation did");

    static final SiteTable ERASURES = SiteTable.ofSite("erasures.ndjson", "erasure")
            .ids("entry_id=entry")
            .numbers("version")
            .instants("at")
            .orderedBy("entry_id");

    static final SiteTable KEPT = SiteTable.ofSite("kept.ndjson", "kept_history")
            .numbers("kept_version=version")
            .orderedBy("kept_version");

    static final SiteTable ORIGINS = SiteTable.ofSite("origins.ndjson", "import_origin")
            .ids("id")
            .texts("origin", "address")
            .ids("entry_id=entry")
            .texts("revision_id=revision?", "content_hash=contentHash?", "published?", "merged_base=mergedBase?")
            .orderedBy("id");

    /** Written by other rooms. */
    static final List<SiteTable> BEFORE = List.of(TYPES, PEOPLE);

    /** Written as rows. What others refer to comes first. */
    static final List<SiteTable> ROWS = List.of(
            ASSETS,
            ENTRIES,
            TRANSLATIONS,
            REVISIONS,
            KEPT_DRAFTS,
            REFERENCES,
            PUBLICATIONS,
            SPANS,
            CONTENTS,
            PARTS,
            NAMED,
            VERSIONS,
            ERASURES,
            KEPT,
            ORIGINS);

    static final List<SiteTable> ALL =
            Stream.concat(BEFORE.stream(), ROWS.stream()).toList();

    /** Tables that no archive of a site holds, and why. */
    static final Map<String, String> LEFT_OUT = Map.ofEntries(
            entry("account_mail", "waits to be sent from here"),
            entry("agency", "a site is imported into an agency that is there"),
            entry("api_token", "is a right here"),
            entry("audit_event", "tells what was done here, sealed as a chain"),
            entry("bulk_change", "is work of this installation"),
            entry("bulk_item", "is work of this installation"),
            entry("audit_head", "tells how long that chain is"),
            entry("contribution", "was told to this installation, by visitors who may have given their names"),
            entry("credential", "opens this installation"),
            entry("follower_cursor", "followers begin anew, but for the one in site.json"),
            entry("former_file", "what a file was before stays where it was replaced"),
            entry("hand_over", "opens this installation"),
            entry("held_place", "follows from the open publications"),
            entry("hostname", "in site.json"),
            entry("import_mapping", "belongs to imports that are started here"),
            entry("imported_file", "belongs to the report of a job"),
            entry("link_use", "follows from the drafts and publications"),
            entry("links_read", "is work of this installation"),
            entry("made_transition", "approvals were given by persons who hold roles there, not here"),
            entry("installation_secret", "belongs to the installation"),
            entry("job", "is work of this installation"),
            entry("last_turn", "is work of this installation"),
            entry("kept_answer", "belongs to requests that were sent here"),
            entry("membership", "is a right here"),
            entry("group_member", "is a right here"),
            entry("model_head", "counts the changes of types here"),
            entry("one_time_link", "opens this installation"),
            entry("outside_host", "is work of this installation"),
            entry("outside_link", "tells what was seen from here"),
            entry("own_workflow", "who must look before a publication is chosen where the site is"),
            entry("person_session", "opens this installation"),
            entry("preview_link", "opens this installation"),
            entry("release_item", "is planned here"),
            entry("rendition", "is made anew from its original"),
            entry(
                    "review_comment",
                    "is talk among those who work there, about drafts; who imports it is not who was spoken to"),
            entry("schedule", "is to happen here; whoever imports gives a time anew"),
            entry("scheduled_tasks", "is work of this installation"),
            entry("site_head", "in site.json"),
            entry("site_release", "is planned here"),
            entry("site_session", "opens this installation"),
            entry("site_live", "the site is rendered anew"),
            entry("site_root", "the site is rendered anew"),
            entry("staging", "visible at no version"),
            entry("task", "waits for persons who hold roles there, not here"),
            entry("type_version", "tells how types became what they are here"),
            entry("theme_package", "belongs to the agency; whoever imports uploads it there"),
            entry("translation_source", "who translates where it is imported says what is up to date"),
            entry("webhook", "tells somebody of what happens here, with a secret of its own"),
            entry("webhook_delivery", "tells what was sent from here"),
            entry("word_list", "is how the agency there wants to write"),
            entry("workflow_choice", "who must look before a publication is chosen where the site is"),
            entry("workflow_version", "tells how workflows became what they are here"));

    private SiteTables() {}
}
