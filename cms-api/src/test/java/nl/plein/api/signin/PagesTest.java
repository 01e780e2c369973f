package nl.plein.api.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0 | Firefox, Linux",
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0 | Edge, Windows",
                "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Safari/604.1 | Safari, iPhone",
                "Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 Chrome/140.0 Mobile Safari/537.36 | Chrome, Android",
                "curl/8.0 | ''",
                "<script> | ''"
            })
    void a_device_is_named_as_people_do(String agent, String name) {
        assertThat(Devices.named(agent)).isEqualTo(name);
    }

    private static long places(String text) {
        return PLACE.matcher(text).results().count();
    }
}
