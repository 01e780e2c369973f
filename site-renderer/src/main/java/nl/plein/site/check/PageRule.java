package nl.plein.site.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;

/** What can be judged from one page alone: codes with the reason, if there is one. */
enum PageRule {
    TITLE("title-missing") {
        @Override
        List<String> problems(Document page) {
            return page.title().isBlank() ? List.of("the page has no title") : List.of();
        }
    },
    LANGUAGE("lang-missing") {
        @Override
        List<String> problems(Document page) {
            Element html = page.selectFirst("html");
            return html == null || html.attr("lang").isBlank()
                    ? List.of("<html> does not say its language")
                    : List.of();
        }
    },
    MAIN_HEADING("h1-missing") {
        @Override
        List<String> problems(Document page) {
            int count = page.select("h1").size();
            return count == 1 ? List.of() : List.of("the page has " + count + " main headings (h1), it needs one");
        }
    },
    HEADING_ORDER("heading-order") {

        @Override
        List<String> problems(Document page) {
            List<String> problems = new ArrayList<>();
            int before = 0;
            for (Element heading : page.select("h1, h2, h3, h4, h5, h6")) {
                int level = heading.tagName().charAt(1) - '0';
                if (before > 0 && level > before + 1) {
                    problems.add("h" + level + " \"" + shortened(heading.text()) + "\" comes right after h" + before);
                }
                before = level;
            }
            return problems;
        }
    },
    ALTERNATIVE_TEXT("alt-missing") {
        @Override
        List<String> problems(Document page) {
            return page.select("img:not([alt])").stream()
                    .map(image -> "the image " + image.attr("src") + " has no alt")
                    .toList();
        }
    },
    DOUBLE_IDS("id-twice") {
        @Override
        List<String> problems(Document page) {
            Set<String> seen = new HashSet<>();
            return page.select("[id]").stream()
                    .map(Element::id)
                    .filter(id -> !seen.add(id))
                    .distinct()
                    .map(id -> "the id \"" + id + "\" is there twice")
                    .toList();
        }
    },
    LINK_NAMES("link-without-text") {
        @Override
        List<String> problems(Document page) {
            return page.select("a[href], button").stream()
                    .filter(link -> link.text().isBlank()
                            && link.attr("aria-label").isBlank()
                            && link.attr("aria-labelledby").isBlank()
                            && link.attr("title").isBlank()
                            && link.select("img[alt]:not([alt=''])").isEmpty())
                    .map(link -> "a link or button has no text: " + shortened(link.outerHtml()))
                    .toList();
        }
    },
    LABELS("label-missing") {
        @Override
        List<String> problems(Document page) {
            Elements fields =
                    page.select("input:not([type=hidden]):not([type=submit]):not([type=button]), select, textarea");
            return fields.stream()
                    .filter(field -> !isLabelled(page, field))
                    .map(field -> "a form field has no label: " + shortened(field.outerHtml()))
                    .toList();
        }
    };

    private static final int LONGEST = 80;

    private final String code;

    PageRule(String code) {
        this.code = code;
    }

    String code() {
        return code;
    }

    abstract List<String> problems(Document page);

    private static boolean isLabelled(Document page, Element field) {
        return !field.attr("aria-label").isBlank()
                || !field.attr("aria-labelledby").isBlank()
                || field.closest("label") != null
                || page.select("label[for]").stream()
                        .anyMatch(label -> label.attr("for").equals(field.id()));
    }

    private static String shortened(String text) {
        String line = text.replaceAll("\\s+", " ");
        return line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
    }
}
