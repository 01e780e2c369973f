package nl.plein.cms.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import nl.plein.cms.kernel.Invalid;
import org.junit.jupiter.api.Test;

class BoundedXmlTest {

    private static final String LONG = "x>'".repeat(BoundedXml.LONGEST / 3 + 100);

    @Test
    void a_single_text_comment_tag_or_section_has_a_bound() {
        for (String start : List.of("<a>", "<a><![CDATA[<b>", "<!-- ", "<? ", "<a b=\"", "<a b='\"' c=\"")) {
            assertThatThrownBy(() -> read(start + LONG)).as(start).isInstanceOf(Invalid.class);
        }
    }

    @Test
    void many_of_them_have_none() throws IOException {
        String half = "x>".repeat(BoundedXml.LONGEST / 4);
        String many = ("<a b=\"" + half + "\" c='\"'/>" + half + "<!--" + half + "-->" + half + "<![CDATA[" + half
                        + "]]>")
                .repeat(2);

        assertThat(read(many)).isEqualTo(many.length());
    }

    private static int read(String xml) throws IOException {
        try (var in = new BoundedXml(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)))) {
            return in.readAllBytes().length;
        }
    }
}
