package nl.plein.cms.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import nl.plein.cms.kernel.Json;
import nl.plein.cms.model.ContentType;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class PayloadMergeTest {

    private final ContentType quote = aType(
            """
            {"key":"quote","kind":"block","name":{"nl":"Citaat"},"fields":[
              {"key":"words","kind":"richText"},{"key":"by","kind":"text"}]}""");
    private final ContentType news = aType(
            """
            {"key":"news","name":{"nl":"Nieuws"},"fields":[
              {"key":"title","kind":"text"},{"key":"summary","kind":"text"},{"key":"body","kind":"richText"},
              {"key":"tags","kind":"tags"},{"key":"parts","kind":"blocks"},
              {"key":"place","kind":"group","fields":[{"key":"street","kind":"text"},{"key":"town","kind":"text"}]},
              {"key":"facts","kind":"groups","fields":[{"key":"text","kind":"text"},{"key":"source","kind":"text"}]}]}""");

    @Test
    void different_fields_are_both_taken() {
        var merged = merge("{'title':'A','summary':'s'}", "{'title':'B','summary':'s'}", "{'title':'A','summary':'t'}");

        assertThat(merged.clashes()).isEmpty();
        assertThat(merged.fields()).isEqualTo(json("{'title':'B','summary':'t'}"));
    }

    @Test
    void a_field_that_one_emptied_stays_empty() {
        assertThat(merge("{'title':'A','summary':'s'}", "{'title':'A'}", "{'title':'B','summary':'s'}")
                        .fields())
                .isEqualTo(json("{'title':'B'}"));
    }

    @Test
    void one_field_in_two_ways_is_a_clash_that_shows_all_three() {
        var clash = merge("{'title':'A'}", "{'title':'B'}", "{'title':'C'}")
                .clashes()
                .get(0);

        assertThat(clash.json()).isEqualTo(json("{'field':'title','base':'A','mine':'B','theirs':'C'}"));
    }

    @Test
    void a_changed_and_an_emptied_field_clash() {
        assertThat(merge("{'title':'A'}", "{}", "{'title':'C'}")
                        .clashes()
                        .get(0)
                        .json())
                .isEqualTo(json("{'field':'title','base':'A','mine':null,'theirs':'C'}"));
    }

    @Test
    void the_same_change_is_no_clash() {
        assertThat(merge("{'title':'A'}", "{'title':'B'}", "{'title':'B'}").clashes())
                .isEmpty();
    }

    @Test
    void items_and_rows_are_merged_inside_their_list_and_table() {
        String list = "{'body':'<ul><li>%s</li><li>%s</li></ul><table><tbody><tr><td>%s</td></tr><tr><td>%s</td></tr>"
                + "</tbody></table>'}";

        var merged = merge(
                list.formatted("a", "b", "c", "d"),
                list.formatted("A", "b", "c", "D"),
                list.formatted("a", "B", "C", "d"));

        assertThat(merged.clashes()).isEmpty();
        assertThat(merged.fields().path("body").asString().replace("\n", ""))
                .isEqualTo("<ul><li>A</li><li>B</li></ul>"
                        + "<table><tbody><tr><td>C</td></tr><tr><td>D</td></tr></tbody></table>");
    }

    @Test
    void an_element_in_two_ways_is_told_by_its_number() {
        String text = "{'body':'<p>een</p><ul><li>a</li><li>%s</li></ul>'}";

        var clashes = merge(text.formatted("b"), text.formatted("x"), text.formatted("y"))
                .clashes();

        assertThat(clashes).hasSize(1);
        assertThat(clashes.get(0).place()).isEqualTo("body 2/2");
        assertThat(clashes.get(0).json().path("mine").asString()).isEqualTo("<li>x</li>");
    }

    @Test
    void a_block_that_moved_and_changed_is_both() {
        String a = block("a", "Een");
        String b = block("b", "Twee");

        var merged = merge(blocks(a, b), blocks(b, a), blocks(block("a", "Eén"), b));

        assertThat(merged.clashes()).isEmpty();
        assertThat(merged.fields()).isEqualTo(json(blocks(b, block("a", "Eén"))));
    }

    @Test
    void new_blocks_at_one_place_are_both_kept_though_they_got_one_number() {
        String a = block("b1", "Een");

        var merged = merge(blocks(a), blocks(a, block("b2", "Van mij")), blocks(a, block("b2", "Van hen")));

        assertThat(merged.clashes()).isEmpty();
        assertThat(merged.fields()).isEqualTo(json(blocks(a, block("b2", "Van hen"), block("b3", "Van mij"))));
    }

    @Test
    void a_block_that_one_took_out_and_the_other_changed_is_a_clash() {
        String a = block("a", "Een");

        var clashes = merge(blocks(a), blocks(), blocks(block("a", "Eén"))).clashes();

        assertThat(clashes).extracting(Clash::place).containsExactly("parts/a");
    }

    @Test
    void a_block_that_one_took_out_and_the_other_left_alone_is_gone() {
        String a = block("a", "Een");
        String b = block("b", "Twee");

        assertThat(merge(blocks(a, b), blocks(b), blocks(a, block("b", "Anders")))
                        .fields())
                .isEqualTo(json(blocks(block("b", "Anders"))));
    }

    @Test
    void one_field_of_a_block_in_two_ways_is_told_by_block_and_field() {
        var clashes = merge(blocks(block("a", "Een")), blocks(block("a", "Ik")), blocks(block("a", "Zij")))
                .clashes();

        assertThat(clashes).extracting(Clash::place).containsExactly("parts/a/by");
    }

    @Test
    void blocks_in_two_new_orders_are_a_clash() {
        String a = block("a", "1");
        String b = block("b", "2");
        String c = block("c", "3");

        assertThat(merge(blocks(a, b, c), blocks(b, a, c), blocks(a, c, b)).clashes())
                .extracting(Clash::place)
                .containsExactly("parts");
    }

    @Test
    void tags_that_two_writers_added_are_both_there() {
        String tag = "{'entry':'018f3c1e-7a3b-7c4d-8e5f-00000000000%d'}";

        var merged = merge(
                "{'tags':[" + tag.formatted(1) + "]}",
                "{'tags':[" + tag.formatted(1) + "," + tag.formatted(2) + "]}",
                "{'tags':[" + tag.formatted(3) + "]}");

        assertThat(merged.clashes()).isEmpty();
        assertThat(merged.fields()).isEqualTo(json("{'tags':[" + tag.formatted(3) + "," + tag.formatted(2) + "]}"));
    }

    @Test
    void groups_are_merged_member_by_member() {
        var merged = merge(
                "{'place':{'street':'A','town':'B'},'facts':[{'text':'1','source':'s'},{'text':'2'}]}",
                "{'place':{'street':'C','town':'B'},'facts':[{'text':'een','source':'s'},{'text':'2'}]}",
                "{'place':{'street':'A','town':'D'},'facts':[{'text':'1','source':'t'},{'text':'2'},{'text':'3'}]}");

        assertThat(merged.clashes()).isEmpty();
        assertThat(merged.fields())
                .isEqualTo(
                        json(
                                "{'place':{'street':'C','town':'D'},'facts':[{'text':'een','source':'t'},{'text':'2'},{'text':'3'}]}"));
    }

    private PayloadMerge.Result merge(String base, String mine, String theirs) {
        return PayloadMerge.merge(Map.of("quote", quote), news, normal(base), normal(mine), normal(theirs));
    }

    private static ContentType aType(String definition) {
        return ContentType.of(Json.parse(definition));
    }

    private static ObjectNode normal(String payload) {
        ObjectNode fields = json(payload);
        if (fields.path("body").isString()) {
            fields.put("body", RichText.normalise(fields.path("body").stringValue()));
        }
        return fields;
    }

    private static String block(String id, String by) {
        return "{'id':'" + id + "','type':'quote','fields':{'words':'<p>w</p>','by':'" + by + "'}}";
    }

    private static String blocks(String... blocks) {
        return "{'parts':[" + String.join(",", blocks) + "]}";
    }

    private static ObjectNode json(String text) {
        return (ObjectNode) Json.parse(text.replace('\'', '"'));
    }
}
