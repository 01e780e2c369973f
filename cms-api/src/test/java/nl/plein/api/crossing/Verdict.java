package nl.plein.api.crossing;

import nl.plein.api.server.Client.Answer;

/** What comes of a request, as far as it depends on who asks. */
enum Verdict {
    MAY("yes"),
    UNKNOWN_CALLER("401"),
    NOT_PERMITTED("403"),
    NOT_THERE("404");

    private final String word;

    Verdict(String word) {
        this.word = word;
    }

    /** Whoever may is answered, or told that something else is in the way. */
    static Verdict of(Answer answer) {
        if (answer.status() == 401) {
            return UNKNOWN_CALLER;
        }
        String problem = answer.header("Content-Type").startsWith("application/problem+json") ? answer.problem() : "";
        return switch (problem) {
            case "permission-missing" -> NOT_PERMITTED;
            case "unknown-site", "unknown-agency" -> NOT_THERE;
            default -> MAY;
        };
    }

    @Override
    public String toString() {
        return word;
    }
}
