package nl.plein.cms.links;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import nl.plein.cms.model.ContentTypes;
import nl.plein.cms.model.Model;
import nl.plein.cms.workflow.Gate;
import nl.plein.cms.workflow.Reason;
import nl.plein.cms.workflow.Subject;

/**
 * Finds links that lead nowhere: to a part of a page that it does not have, to a path of this site where there is no page, and to
 * addresses outside that did not answer for some time. It asks the database only. Links by id are looked at by the gate
 * {@code references}.
 */
@ApplicationScoped
public class SoundLinks implements Gate {

    @Inject
    ContentTypes types;

    @Inject
    Model model;

    @Inject
    InnerLinks innerLinks;

    @Inject
    OutsideLinks outsideLinks;

    @Override
    public String key() {
        return "links";
    }

    @Override
    @Transactional
    public List<Reason> findings(Subject subject) {
        List<LinkPlace> places = LinkPlace.in(model.values(
                types.get(subject.draft().type()),
                subject.draft().payload(),
                field -> LinkPlace.KINDS.contains(field.kind())));
        if (places.isEmpty()) {
            return List.of();
        }
        InnerLinks.Looked inner = innerLinks.look(subject, places);
        Set<Reason> found = new LinkedHashSet<>();
        var outside = outsideLinks.reasons(inner.others(), subject.site().zone());
        for (LinkPlace place : places) {
            found.addAll(inner.reasons().getOrDefault(place, List.of()));
            found.addAll(outside.getOrDefault(place, List.of()));
        }
        return new ArrayList<>(found);
    }
}
