package nl.plein.api.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class PagesTest {

    private static final Pattern PLACE = Pattern.compile("\\{}");

    @Test
    void whatever_is_put_into_a_page_is_escaped_and_html_is_not_escaped_twice() {
        Html name = Html.of("<b title=\"{}\">{}</b>", "\" onclick=\"x", "<script>'&'");

        assertThat(Html.of("<p>{}</p>", name).text())
                .isEqualTo("<p><b title=\"&quot; onclick=&quot;x\">&lt;script&gt;&#39;&amp;&#39;</b></p>");
        assertThatThrownBy(() -> Html.of("<p></p>", "lost")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_value_that_looks_like_a_place_is_no_place() {
        assertThat(Html.of("{}{}", "{}", "b").text()).isEqualTo("{}b");
    }

    @Test
    void both_languages_say_the_same_things() {
        Map<String, String> dutch = Words.texts("nl");
        Map<String, String> english = Words.texts("en");

        assertThat(english.keySet()).isEqualTo(dutch.keySet());
        dutch.forEach(
                (key, text) -> assertThat(places(english.get(key))).as(key).isEqualTo(places(text)));
    }

    @Test
    void a_field_names_its_hint_and_its_error() {
        String html = new Fields.Field(
                        "password", "password", "new-password", "Wachtwoord", "Lang", "", Optional.of("Te kort"))
                .html()
                .text();

        assertThat(html)
                .contains("<label for=\"password\">Wachtwoord</label>")
                .contains("aria-describedby=\"password-hint password-error\"")
                .contains("<p class=\"error\" id=\"password-error\">Te kort</p>")
                .contains("aria-invalid=\"true\"");
    }

    private static long places(String text) {
        return PLACE.matcher(text).results().count();
    }
}
