package nl.plein.cms.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import nl.plein.cms.kernel.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What one kind of field says of a value of another. */
class ConversionsTest {

    private final Conversions conversions =
            new Conversions(html -> html.replace("</p><p>", "\n").replaceAll("<[^>]*>", ""));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "text | longText | \"a\" | \"a\"",
                "text | richText | \"a < b & c\" | \"<p>a &lt; b &amp; c</p>\"",
                "longText | richText | \"een\\ntwee\\n\\ndrie\" | \"<p>een<br>twee</p><p>drie</p>\"",
                "longText | text | \"een\\n twee \" | \"een twee\"",
                "richText | longText | \"<p>een</p><p>twee</p>\" | \"een\\ntwee\"",
                "number | text | 12.50 | \"12.50\"",
                "boolean | text | true | \"true\"",
                "text | number | \" 12.50 \" | 12.50",
                "text | boolean | \"Ja\" | true",
                "select | number | \"3\" | 3",
                "text | date | \"2026-03-03\" | \"2026-03-03\"",
                "text | dateTime | \"2026-03-03T09:00:00+01:00\" | \"2026-03-03T09:00:00+01:00\"",
                "text | colour | \"#1a2B3c\" | \"#1a2B3c\"",
                "text | link | \"https://plein.example/\" | {\"href\":\"https://plein.example/\"}",
                "reference | references | {\"entry\":\"x\"} | [{\"entry\":\"x\"}]",
                "references | tags | [{\"entry\":\"x\"}] | [{\"entry\":\"x\"}]",
                "tags | reference | [{\"entry\":\"x\"}] | {\"entry\":\"x\"}",
                "group | groups | {\"a\":1} | [{\"a\":1}]",
                "groups | group | [{\"a\":1}] | {\"a\":1}",
                "location | json | {\"lat\":1,\"lon\":2} | {\"lat\":1,\"lon\":2}",
            })
    void is_whole(String from, String to, String value, String expected) {
        Conversions.Converted converted = convert(from, to, value);

        assertThat(converted.value()).isEqualTo(Json.parse(expected));
        assertThat(converted.whole()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "richText | text | \"<p>een <strong>twee</strong></p>\" | \"een twee\"",
                "dateTime | date | \"2026-03-03T09:00:00+01:00\" | \"2026-03-03\"",
                "references | reference | [{\"entry\":\"x\"},{\"entry\":\"y\"}] | {\"entry\":\"x\"}",
                "groups | group | [{\"a\":1},{\"a\":2}] | {\"a\":1}",
            })
    void is_a_part(String from, String to, String value, String expected) {
        Conversions.Converted converted = convert(from, to, value);

        assertThat(converted.value()).isEqualTo(Json.parse(expected));
        assertThat(converted.whole()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "text | number | \"gratis\"",
                "text | number | \"1e\"",
                "text | boolean | \"misschien\"",
                "text | date | \"2026-02-30\"",
                "text | dateTime | \"morgen\"",
                "text | colour | \"rood\"",
                "text | link | \"javascript:alert(1)\"",
                "text | richText | {\"not\":\"a text\"}",
            })
    void can_t_be_said(String from, String to, String value) {
        Conversions.Converted converted = convert(from, to, value);

        assertThat(converted.value()).isNull();
        assertThat(converted.whole()).isFalse();
    }

    @Test
    void no_value_of_some_kinds_can_be_said_by_others() {
        assertThat(conversions.find(FieldKind.ASSET, FieldKind.TEXT)).isEmpty();
        assertThat(conversions.find(FieldKind.BLOCKS, FieldKind.RICH_TEXT)).isEmpty();
        assertThat(conversions.find(FieldKind.TEXT, FieldKind.REFERENCE)).isEmpty();
        assertThat(conversions.find(FieldKind.JSON, FieldKind.TEXT)).isEmpty();
        assertThat(conversions.find(FieldKind.GROUPS, FieldKind.LOCATION)).isEmpty();
    }

    private Conversions.Converted convert(String from, String to, String value) {
        JsonNode json = Json.parse(value);
        Optional<Conversions.Conversion> conversion = conversions.find(kind(from), kind(to));
        return conversion.orElseThrow().apply(json);
    }

    private static FieldKind kind(String key) {
        return FieldKind.find(key).orElseThrow();
    }
}
