package nl.plein.site.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TemplatesTest {
    private final Map<String, Object> given = new HashMap<>(Map.of(
            "word",
            "<b>&\"'",
            "list",
            List.of("a", "b", "c"),
            "number",
            7,
            "map",
            Map.of("key", "value"),
            "html",
            new RawHtml("<i>made</i>")));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{word}|&lt;b&gt;&amp;&quot;&#39;",
                "{html}|<i>made</i>",
                "{word.raw ?: 'x'}|x",
                "{word.safe ?: 'x'}|x",
                "{#for x in list}{x_index}{x}{#if x_hasNext},{/if}{/for}|0a,1b,2c",
                "{#for x in nothing}no{#else}empty{/for}|empty",
                "{#each list}{it}{/each}|abc",
                "{nothing}|",
                "{nothing.at.all.deep}|",
                "{#if nothing.deep}yes{#else}no{/if}|no",
                "{nothing ?: 'other'}|other",
                "{number ? 'big' : 'small'} {nothing ? 'big' : 'small'}|big small",
                "{#if number gt 3 && list}yes{/if}|yes",
                "{list.size} {list.first} {list.last} {list.take(2).size} {list.join('-')}|3 a c 2 a-b-c",
                "{map.getClass()}{map.key} {map.get('key')} {map.other}|value value ",
                "{number.plus(1)} {number.minus(1)} {number.mod(4)}|8 6 3",
                "{#let x=list.first}{x}{x.upper}{/let}|aA",
                "{#for x in list}{shout(x)}{/for}|A!B!C!",
                "{#for x in list}{#for y in list}{shout(y.upper)}{/for}{/for}|A!B!C!A!B!C!A!B!C!",
                "{#when number}{#is 7}seven{#else}other{/when}|seven",
                "{! a comment !}x|x"
            })
    void templates_can_say(String sayingAndResult) {
        int bar = sayingAndResult.lastIndexOf('|');
        assertThat(render(sayingAndResult.substring(0, bar))).isEqualTo(sayingAndResult.substring(bar + 1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{word.getClass}",
                "{word.class}",
                "{word.class.forName('java.lang.Runtime')}",
                "{list.getClass()}",
                "{list.stream}",
                "{number.class}",
                "{html.html}",
                "{this.budget}",
                "{budget}",
                "{root.budget.class}",
                "{word.chars}",
                "{str:eval('{word}')}",
                "{inject:bean}",
                "{config:x}",
                "{cdi:bean}",
                "{#eval word /}",
                "{#cached}x{/cached}",
                "{#for i in 5}x{/for}",
                "{#for i in number}x{/for}",
                "{#for c in word}x{/for}",
                "{unknownName}",
                "{word.replace()}",
                "{list}",
                "{map}",
                "{#include nowhere.html /}",
                "{#include /etc/passwd /}",
                "{#include ../../../../etc/passwd /}",
                "{#if}x{/if}",
                "{#if word}never closed"
            })
    void templates_can_not_say(String template) {
        assertThatThrownBy(() -> render(template)).isInstanceOf(TemplateTrouble.class);
    }

    @Test
    void a_mistake_names_file_line_page_and_the_keys_that_exist() {
        assertThatThrownBy(() -> render("first line\nsecond {#if word}\n{wrod}{/if}"))
                .isInstanceOfSatisfying(TemplateTrouble.class, trouble -> {
                    assertThat(trouble.template()).isEqualTo("test.html");
                    assertThat(trouble.line()).isEqualTo(3);
                })
                .hasMessageContaining("templates/test.html:3")
                .hasMessageContaining("/page")
                .hasMessageContaining("wrod")
                .hasMessageContaining("list, map, nothing, number, word");
    }

    @Test
    void a_failing_function_names_its_line() {
        assertThatThrownBy(() -> render("one\n\n{shout(list)}"))
                .isInstanceOf(TemplateTrouble.class)
                .hasMessageContaining("test.html:3")
                .hasMessageContaining("shout");
    }

    @Test
    void a_template_that_includes_itself_ends() {
        assertThatThrownBy(() -> render("x{#include test.html /}")).isInstanceOf(TemplateTrouble.class);
    }

    @Test
    void templates_that_include_each_other_many_times_end() {
        Map<String, String> bombs = new TreeMap<>();
        for (int i = 0; i < 30; i++) {
            String next = "{#include b" + (i + 1) + ".html /}";
            bombs.put("b" + i + ".html", next.repeat(10));
        }
        bombs.put("b30.html", "boom");
        assertThatThrownBy(() -> new Templates(bombs).render("b0.html", new Given()))
                .isInstanceOf(TemplateTrouble.class);
    }

    @Test
    void loops_in_loops_in_loops_end() {
        given.put("list", java.util.stream.IntStream.range(0, 1000).boxed().toList());
        String nested = "{#for a in list}{#for b in list}{#for c in list}x{/for}{/for}{/for}";
        assertThatThrownBy(() -> render(nested))
                .isInstanceOf(TemplateTrouble.class)
                .hasMessageContaining("steps");
    }

    @Test
    void a_text_that_doubles_and_doubles_ends() {
        StringBuilder template = new StringBuilder("{#let a0='xxxxxxxxxxxxxxxx'}");
        for (int i = 0; i < 40; i++) {
            template.append("{#let a")
                    .append(i + 1)
                    .append("=a")
                    .append(i)
                    .append(".plus(a")
                    .append(i)
                    .append(")}");
        }
        template.append("{a40.length}").append("{/let}".repeat(41));
        assertThatThrownBy(() -> render(template.toString())).isInstanceOf(TemplateTrouble.class);
    }

    @Test
    void a_page_can_not_grow_without_end() {
        given.put("word", "x".repeat(100_000));
        given.put("list", java.util.stream.IntStream.range(0, 1000).boxed().toList());
        assertThatThrownBy(() -> render("{#for a in list}{word}{/for}"))
                .isInstanceOf(TemplateTrouble.class)
                .hasMessageContaining("characters");
    }

    @Test
    void one_of_something_is_looped_over_as_a_list_of_one() {
        given.put("list", new Person());
        assertThat(render("{#for a in list}by {a.name}{/for}")).isEqualTo("by Ada");
    }

    private static final class Person implements Shape {
        @Override
        public String what() {
            return "a person";
        }

        @Override
        public boolean knows(String name) {
            return name.equals("name");
        }

        @Override
        public Object get(String name) {
            return "Ada";
        }

        @Override
        public List<String> names() {
            return List.of("name");
        }
    }

    @Test
    void sections_nested_beyond_reason_end_with_a_message() {
        String deep = "{#if word}".repeat(20_000) + "x" + "{/if}".repeat(20_000);
        assertThatThrownBy(() -> render(deep)).isInstanceOf(TemplateTrouble.class);
    }

    private String render(String template) {
        return new Templates(Map.of("test.html", template)).render("test.html", new Given());
    }

    private final class Given implements TemplateRoot {
        private final Budget budget = new Budget();

        @Override
        public Budget budget() {
            return budget;
        }

        @Override
        public String subject() {
            return "/page";
        }

        @Override
        public String what() {
            return "the page";
        }

        @Override
        public boolean knows(String name) {
            return names().contains(name);
        }

        @Override
        public Object get(String name) {
            return given.get(name);
        }

        @Override
        public Collection<String> names() {
            return List.of("html", "list", "map", "nothing", "number", "word");
        }

        @Override
        public boolean can(String name) {
            return name.equals("shout");
        }

        @Override
        public Object call(String name, List<Object> arguments) {
            if (!(arguments.get(0) instanceof String word)) {
                throw new nl.plein.site.kernel.Trouble("only words can be shouted");
            }
            return word.toUpperCase(java.util.Locale.ROOT) + "!";
        }
    }
}
