package nl.plein.cms.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WordPressTextTest {

    private static final WordPressText.Picture PARK =
            new WordPressText.Picture("https://blog.example/park.jpg", "Park", "In <em>May</em>");

    private final WordPressText text =
            new WordPressText(id -> id.equals("7") ? Optional.of(PARK) : Optional.empty(), List.of(PARK));

    @Test
    void lines_become_paragraphs_as_wordpress_shows_them() {
        assertThat(text.html("One\ntwo <em>three</em>\n\nFour\n\n<pre>a\n\nb</pre>\nFive"))
                .isEqualTo("<p>One<br>two <em>three</em></p><p>Four</p><pre>a\n\nb</pre><p>Five</p>");
        assertThat(text.html("<blockquote>One\n\nTwo</blockquote>"))
                .isEqualTo("<blockquote><p>One</p><p>Two</p></blockquote>");
        assertThat(text.html("<ul>\n<li>One</li>\n</ul>"))
                .contains("<li>One</li>")
                .doesNotContain("<br>", "<p>");
    }

    @Test
    void a_text_of_blocks_keeps_its_paragraphs_and_loses_the_marks() {
        assertThat(text.html("<!-- wp:paragraph -->\n<p>One\ntwo</p>\n<!-- /wp:paragraph -->\n\n<!-- wp:archives /-->")
                        .strip())
                .isEqualTo("<p>One\ntwo</p>");
        assertThat(text.notes())
                .containsExactly("The block \"archives\" shows something of WordPress itself; it was left out.");
    }

    @Test
    void captions_and_galleries_become_figures() {
        assertThat(text.html("[caption id=\"a\" width=\"3\"]<a href=\"/x\"><img src=\"/a.jpg\"></a> Words[/caption]"))
                .isEqualTo("<figure><a href=\"/x\"><img src=\"/a.jpg\"></a><figcaption>Words</figcaption></figure>");
        assertThat(text.html("[gallery ids=\"7,8\"]"))
                .isEqualTo("<figure><img src=\"https://blog.example/park.jpg\" alt=\"Park\">"
                        + "<figcaption>In <em>May</em></figcaption></figure>");
        assertThat(text.html("[gallery]")).contains("park.jpg");
        assertThat(text.notes()).containsExactly("The picture 8 of a gallery is not in the export.");
    }

    @Test
    void players_and_lone_addresses_become_links() {
        assertThat(text.html("[audio https://a.example/x.mp3]"))
                .isEqualTo("<p><a href=\"https://a.example/x.mp3\">https://a.example/x.mp3</a></p>");
        assertThat(text.html("[embed]https://a.example/y[/embed]"))
                .isEqualTo("<p><a href=\"https://a.example/y\">https://a.example/y</a></p>");
        assertThat(text.html("Look:\n\nhttps://a.example/z"))
                .isEqualTo("<p>Look:</p><p><a href=\"https://a.example/z\">https://a.example/z</a></p>");
    }

    @Test
    void what_is_not_understood_stays_and_is_named() {
        assertThat(text.html("[contact-form to=\"x\"] and [sic]")).contains("[contact-form to=\"x\"]", "[sic]");
        assertThat(text.notes()).containsExactly("Not understood and left in the text: [contact-form …]");
    }
}
