package nl.plein.cms.workflow;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import nl.plein.cms.kernel.PersonId;

/** Nobody approves what they wrote themselves. */
@ApplicationScoped
public class FourEyes implements Gate {

    @Inject
    Authors authors;

    @Override
    public String key() {
        return "four-eyes";
    }

    @Override
    public List<Reason> findings(Subject subject) {
        return subject.by().filter(shutFor(subject)::contains).isEmpty()
                ? List.of()
                : List.of(Reason.error(
                        "own-words",
                        "U schreef mee aan deze tekst: vraag een collega die er niet aan schreef om die goed te keuren.",
                        "You wrote part of this text: ask a colleague who did not to approve it."));
    }

    @Override
    public boolean looksAtText() {
        return false;
    }

    @Override
    public Set<PersonId> shutFor(Subject subject) {
        return authors.of(subject.draft());
    }
}
