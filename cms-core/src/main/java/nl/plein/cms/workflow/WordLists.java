package nl.plein.cms.workflow;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.util.Optional;
import nl.plein.cms.tenancy.AgencyContext;
import nl.plein.cms.tenancy.AgencyData;

/** The word list of the agency that is worked for. */
@ApplicationScoped
@Transactional
public class WordLists {

    @Inject
    @AgencyData
    EntityManager data;

    @Inject
    AgencyContext context;

    /** Empty until the agency has one. */
    public WordList current() {
        return row(LockModeType.NONE).map(StoredWordList::list).orElse(WordList.EMPTY);
    }

    Optional<StoredWordList> row(LockModeType lock) {
        return Optional.ofNullable(data.find(StoredWordList.class, StoredWordList.idOf(context.current()), lock));
    }
}
