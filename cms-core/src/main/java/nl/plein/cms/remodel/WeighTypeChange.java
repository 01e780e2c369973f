package nl.plein.cms.remodel;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import nl.plein.cms.content.Entries;
import nl.plein.cms.content.StoredTexts;
import nl.plein.cms.kernel.EntryId;
import nl.plein.cms.model.ProposeType;
import nl.plein.cms.model.TypeProposal;
import nl.plein.cms.search.AskableFields;
import nl.plein.cms.tenancy.AgencyContext;
import nl.plein.cms.tenancy.SiteRef;
import nl.plein.cms.tenancy.Sites;
import nl.plein.cms.workflow.Words;
import tools.jackson.databind.JsonNode;

/** Tells what another definition of a type would mean for the texts of all the agency's sites. Changes nothing. */
@ApplicationScoped
public class WeighTypeChange {

    @Inject
    AgencyContext agencies;

    @Inject
    Sites sites;

    @Inject
    ProposeType proposeType;

    @Inject
    StoredTexts texts;

    @Inject
    Entries entries;

    /**
     * Reads every text of the type once.
     *
     * @param definition whose fields may tell, in {@code was}, what they are called now
     * @throws nl.plein.cms.kernel.Refusal as {@link ProposeType#perform}
     */
    @Transactional
    public TypeImpact perform(String key, JsonNode definition) {
        return of(proposeType.perform(key, definition));
    }

    TypeImpact of(TypeProposal proposal) {
        var weighing = new Weighing(proposal, entries);
        for (SiteRef site : sites.ofAgency(agencies.current())) {
            for (String type : proposal.concerned()) {
                weigh(weighing, site, type);
            }
        }
        return weighing.impact(lostFilters(proposal));
    }

    private void weigh(Weighing weighing, SiteRef site, String type) {
        Optional<EntryId> last = Optional.empty();
        do {
            StoredTexts.Page page = texts.page(site.id(), type, last);
            weighing.add(site, page.texts());
            last = page.last();
        } while (last.isPresent());
    }

    private static List<TypeImpact.LostFilter> lostFilters(TypeProposal proposal) {
        return AskableFields.lost(proposal.before(), proposal.after()).stream()
                .map(lost -> new TypeImpact.LostFilter(lost.name(), code(lost), words(lost)))
                .toList();
    }

    private static String code(AskableFields.Lost lost) {
        return lost.gone() ? "filter-gone" : "filter-changed";
    }

    private static Words words(AskableFields.Lost lost) {
        return lost.gone()
                ? new Words(
                        "Lijsten kunnen niet meer filteren of sorteren op \"" + lost.name()
                                + "\": pas thema's en koppelingen aan die het doen.",
                        "Lists can't be filtered or sorted by \"" + lost.name()
                                + "\" any more: change themes and clients that do.")
                : new Words(
                        "\"" + lost.name() + "\" wordt in lijsten anders vergeleken: kijk filters na die het noemen.",
                        "\"" + lost.name() + "\" is compared otherwise in lists: look at filters that name it.");
    }
}
