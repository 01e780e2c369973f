package nl.plein.cms.people;

import java.util.Optional;
import java.util.Set;
import nl.plein.cms.kernel.Audience;
import nl.plein.cms.kernel.PersonId;

/**
 * Who is looking at a site: a person or nobody, and the audiences they belong to there.
 *
 * @param mayReadHistory whether past versions show what was withdrawn since ({@code history.read})
 */
public record Viewer(Optional<PersonId> person, Set<Audience> audiences, boolean mayReadHistory) {

    public static final Viewer PUBLIC = new Viewer(Optional.empty(), Set.of(Audience.EVERYONE), false);

    public Viewer {
        audiences = Set.copyOf(audiences);
    }

    public boolean sees(Audience audience) {
        return audiences.contains(audience);
    }
}
