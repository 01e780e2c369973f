package nl.plein.site.template;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutputGuardTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p onclick=\"x()\">",
                "<p ONCLICK=x()>",
                "<svg/onload=alert(1)>",
                "<img src=x onerror=alert(1)>",
                "<img src=\"/a\"onerror=alert(1)>",
                "<a href=\"javascript:alert(1)\">x</a>",
                "<a href=\" java\nscript:alert(1)\">x</a>",
                "<a href=\"&#106;avascript:alert(1)\">x</a>",
                "<a href=\"javascript&colon;alert(1)\">x</a>",
                "<a href=\"jav&Tab;ascript:alert(1)\">x</a>",
                "<a href='data:text/html,<script>'>x</a>",
                "<a href=vbscript:x>x</a>",
                "<svg><a xlink:href=\"javascript:alert(1)\">x</a></svg>",
                "<svg><animate attributeName=href values=javascript:alert(1)>",
                "<form action=\"javascript:alert(1)\"></form>",
                "<button formaction=\"javascript:alert(1)\">x</button>",
                "<script>alert(1)</script>",
                "<script type=\"text/javascript\">alert(1)</script>",
                "<script src=\"//evil.example/x.js\"></script>",
                "<script src=\"https://evil.example/x.js\"></script>",
                "<script src=\"/\\evil.example/x.js\"></script>",
                "<script src=\"\">alert(1)</script>",
                "<img src=\"https://tracker.example/p.gif\" alt=\"\">",
                "<img srcset=\"/a 1x, //tracker.example/p.gif 2x\" src=\"/a\">",
                "<link rel=\"stylesheet\" href=\"https://evil.example/x.css\">",
                "<link href=\"//evil.example/x.css\" rel=\"STYLESHEET\">",
                "<style>p{}</style>",
                "<p style=\"color:red\">",
                "<iframe src=\"/x\"></iframe>",
                "<iframe srcdoc=\"<script>alert(1)</script>\"></iframe>",
                "<object data=\"/x\"></object>",
                "<base href=\"https://evil.example/\">",
                "<meta http-equiv=\"refresh\" content=\"0;url=https://evil.example\">",
                "<title><!--</title><script>alert(1)</script>-->",
                "<!--><script>alert(1)</script>-->",
                "<!--x--!><script>alert(1)</script>-->",
                "<![CDATA[<script>alert(1)</script>]]>",
                "<?xml version='1.0'?>",
                "<noscript><!--</noscript><script>alert(1)</script>-->",
                "<p title=a\"b onclick=x>",
                "<p",
                "<p title=\"never closed>",
                "<!-- never closed",
                "<textarea></TextArea><script>x</script>"
            })
    void what_could_run_or_load_from_elsewhere_is_refused(String html) {
        assertThat(OutputGuard.objection(html)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!doctype html><html lang=\"nl\"><p>1 < 2 & 3 > 2</p>",
                "<a href=\"https://example.org/?a=b:c\">x</a>",
                "<a href=\"/a:b\">x</a><a href=\"mailto:a@b.nl\">m</a><a href=\"tel:+31\">t</a><a href=\"#top\">t</a>",
                "<script type=\"module\" src=\"/_plein/theme/islands/search.abc.js\"></script>",
                "<script type=\"application/ld+json\">{\"a\":\"b\"}</script>",
                "<title>Over <b> en --> en onclick=</title><p>x</p>",
                "<!-- a comment with <script> in it --><p>x</p>",
                "<link rel=\"canonical\" href=\"https://example.org/\">",
                "<img src=\"/a.svg\" alt=\"onclick=alert(1)\">",
                "<svg class=\"icon\"><use href=\"#x\"/></svg>",
                "<textarea name=\"t\"><script></textarea>",
                "<input value='a \"quoted\" word' disabled>"
            })
    void an_honest_page_may_go_out(String html) {
        assertThat(OutputGuard.objection(html)).isEmpty();
    }

    @Test
    void the_objection_says_where() {
        assertThat(OutputGuard.objection("<p>before</p><b onclick=\"x\">here</b>")
                        .orElseThrow())
                .contains("onclick")
                .contains("before");
    }
}
