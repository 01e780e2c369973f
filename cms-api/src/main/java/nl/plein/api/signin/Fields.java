package nl.plein.api.signin;

import java.util.Optional;

/** Parts of forms: a label, a hint, an error, a field, in one column. */
final class Fields {

    private Fields() {}

    /**
     * @param name         of the field, also its id
     * @param type         {@code email}, {@code password}
     * @param autocomplete a token of the HTML standard
     * @param error        what is wrong with it, if something is
     */
    record Field(
            String name,
            String type,
            String autocomplete,
            String label,
            String hint,
            String value,
            Optional<String> error) {

        Html html() {
            String described = (hint.isEmpty() ? "" : name + "-hint ") + (error.isEmpty() ? "" : name + "-error");
            return Html.of(
                    "<div class=\"field{}\"><label for=\"{}\">{}</label>{}{}<input id=\"{}\" name=\"{}\" type=\"{}\""
                            + " autocomplete=\"{}\" value=\"{}\" required spellcheck=\"false\" autocapitalize=\"none\"{}{}></div>",
                    error.isEmpty() ? "" : " wrong",
                    name,
                    label,
                    hint.isEmpty() ? Html.NOTHING : Html.of("<p class=\"hint\" id=\"{}-hint\">{}</p>", name, hint),
                    error.map(text -> Html.of("<p class=\"error\" id=\"{}-error\">{}</p>", name, text))
                            .orElse(Html.NOTHING),
                    name,
                    name,
                    type,
                    autocomplete,
                    value,
                    described.isEmpty() ? Html.NOTHING : Html.of(" aria-describedby=\"{}\"", described.strip()),
                    error.isEmpty() ? Html.NOTHING : Html.of(" aria-invalid=\"true\""));
        }
    }

    /** What is wrong, above the form, with a link to the field. */
    static Html summary(Words words, String field, String error) {
        return Html.of(
                "<div class=\"notice wrong\" role=\"alert\"><h2>{}</h2><p><a href=\"#{}\">{}</a></p></div>",
                words.say("error.title"),
                field,
                error);
    }

    static Html notice(String text) {
        return Html.of("<div class=\"notice good\" role=\"status\"><p>{}</p></div>", text);
    }

    static Html hidden(String name, String value) {
        return Html.of("<input type=\"hidden\" name=\"{}\" value=\"{}\">", name, value);
    }
}
