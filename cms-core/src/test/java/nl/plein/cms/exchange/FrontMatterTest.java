package nl.plein.cms.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class FrontMatterTest {

    @Test
    void values_are_strings_as_they_were_written() {
        FrontMatter front = FrontMatter.of(
                """
                \uFEFF
                ---
                title: 2014
                draft: True
                date: 2014-03-12 11:11:39 -0400
                tags: [a, "b", a]
                authors: Ann, Bob
                empty:
                ---
                Body
                """);

        assertThat(front.text("title")).contains("2014");
        assertThat(front.text("date")).contains("2014-03-12 11:11:39 -0400");
        assertThat(front.isTrue("draft")).isTrue();
        assertThat(front.texts("tags")).containsExactly("a", "b");
        assertThat(front.texts("authors")).containsExactly("Ann", "Bob");
        assertThat(front.text("empty")).isEmpty();
        assertThat(front.body()).isEqualTo("Body\n");
    }

    @Test
    void a_file_without_front_matter_is_all_body() {
        assertThat(FrontMatter.of("# Title\n\n---\n\nText").body()).isEqualTo("# Title\n\n---\n\nText");
        assertThat(FrontMatter.of("---\nnever closed").body()).startsWith("---");
        assertThat(FrontMatter.of("").isEmpty()).isTrue();
    }

    @Test
    void broken_yaml_is_refused_with_its_line_in_the_file() {
        refused("---\ntitle: x\nauthors:\n- melody\t\t\ntags: y\n---\n", "line 4, column 9");
        refused("---\ntitle: \"x\nother: y\n---\n", "valid YAML at line");
        refused("---\n- a\n- b\n---\n", "key: value");
    }

    @Test
    void other_formats_are_refused_by_name() {
        refused("+++\ntitle = 'x'\n+++\n", "TOML");
        refused("{\n  \"title\": \"x\"\n}\n", "JSON");
        assertThat(FrontMatter.of("{{< box >}}").body()).isEqualTo("{{< box >}}");
    }

    @Test
    void a_key_that_is_there_twice_is_noted_and_the_last_one_counts() {
        FrontMatter front = FrontMatter.of("---\ntitle: a\ntitle: b\n---\n");

        assertThat(front.text("title")).contains("b");
        assertThat(front.notes()).singleElement().asString().contains("\"title\" twice");
    }

    @Test
    void aliases_mean_what_they_name() {
        FrontMatter front = FrontMatter.of("---\nbase: &b [x, y]\ntags: *b\n---\n");

        assertThat(front.texts("tags")).containsExactly("x", "y");
        refused("---\ntags: *nothing\n---\n", "*nothing");
    }

    @Test
    @Timeout(2)
    void a_billion_laughs_end_at_the_bound() {
        var yaml = new StringBuilder("---\na0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol]\n");
        for (int i = 1; i < 20; i++) {
            yaml.append("a").append(i).append(": &a").append(i).append(" [");
            yaml.append(("*a" + (i - 1) + ", ").repeat(8))
                    .append("*a")
                    .append(i - 1)
                    .append("]\n");
        }
        refused(yaml + "---\n", "20000 values");
        refused("---\nx: " + "[".repeat(100_000) + "\n---\n", "YAML");
        refused("---\nx: " + "y".repeat(300_000) + "\n---\n", "longer than");
    }

    private static void refused(String source, String why) {
        assertThatThrownBy(() -> FrontMatter.of(source))
                .isInstanceOf(Archive.Unreadable.class)
                .hasMessageContaining(why);
    }
}
