package nl.plein.cms.links;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import nl.plein.cms.model.ContentType;
import nl.plein.cms.model.ContentTypes;
import nl.plein.cms.model.Model;
import nl.plein.cms.outside.OutsideUrl;
import tools.jackson.databind.JsonNode;

/** Which addresses outside fields lead to. */
@ApplicationScoped
class LinkedAddresses {

    @Inject
    ContentTypes types;

    @Inject
    Model model;

    @Inject
    OutsideUrl urls;

    /** As they would be asked for, in the order of the fields; texts without any cost next to nothing. */
    Set<URI> of(String type, JsonNode fields) {
        Set<URI> found = new LinkedHashSet<>();
        Optional<ContentType> known = types.find(type);
        if (known.isPresent()) {
            var values = model.values(known.get(), fields, field -> LinkPlace.KINDS.contains(field.kind())).stream()
                    .filter(value -> !value.value().isString()
                            || value.value().asString("").contains("href=\"http"))
                    .toList();
            LinkPlace.in(values).forEach(place -> urls.ofLink(place.href()).ifPresent(found::add));
        }
        return found;
    }
}
