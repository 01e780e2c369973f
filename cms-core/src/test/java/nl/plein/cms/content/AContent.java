package nl.plein.cms.content;

import java.util.List;
import nl.plein.cms.kernel.Json;
import nl.plein.cms.kernel.SiteId;
import nl.plein.cms.model.DefineType;
import nl.plein.cms.tenancy.SiteRef;
import nl.plein.cms.testkit.Plein;
import tools.jackson.databind.JsonNode;

/** A site with types of its own, and phrases to fill it. */
public final class AContent {

    private static final List<String> TYPES = List.of(
            """
            {"key":"quote","kind":"block","name":{"nl":"Citaat"},"fields":[
              {"key":"words","kind":"richText"},{"key":"by","kind":"reference"}]}""",
            """
            {"key":"news","name":{"nl":"Nieuws"},"pathPattern":{"nl":"/nieuws/{yyyy}/{slug}","en":"/news/{yyyy}/{slug}"},"fields":[
              {"key":"title","kind":"text","required":true},{"key":"date","kind":"date"},{"key":"body","kind":"richText"},
              {"key":"tags","kind":"tags"},{"key":"image","kind":"asset"},{"key":"parts","kind":"blocks"},
              {"key":"facts","kind":"groups","fields":[{"key":"text","kind":"richText"}]}]}""",
            """
            {"key":"page","name":{"nl":"Pagina"},"tree":true,"fields":[
              {"key":"title","kind":"text","required":true},{"key":"body","kind":"richText"}]}""",
            """
            {"key":"tag","name":{"nl":"Label"},"fields":[{"key":"title","kind":"text","required":true}]}""");

    final Plein plein;
    final SiteRef site;

    private AContent(Plein plein, SiteRef site) {
        this.plein = plein;
        this.site = site;
    }

    public static AContent on(Plein plein) {
        AContent content = new AContent(plein, plein.aSite());
        plein.inAgency(
                content.site.agency(),
                () -> TYPES.forEach(type -> plein.get(DefineType.class).perform(Json.parse(type))));
        return content;
    }

    SiteId id() {
        return site.id();
    }

    <T> T get(Class<T> type) {
        return plein.get(type);
    }

    Written.Saved create(NewEntry entry) {
        return plein.inAgency(site.agency(), () -> plein.get(CreateEntry.class).perform(site.id(), entry));
    }

    static NewEntry news(String title) {
        return NewEntry.of("news", "nl", fields(title, "<p>Tekst van " + title + "</p>"));
    }

    static NewEntry page(String title) {
        return NewEntry.of("page", "nl", fields(title, "<p>Tekst van " + title + "</p>"));
    }

    static JsonNode fields(String title, String body) {
        return Json.mapper().createObjectNode().put("title", title).put("body", body);
    }
}
