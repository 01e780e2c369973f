package nl.plein.cms.search.planted;

import org.hibernate.search.mapper.pojo.standalone.mapping.SearchMapping;

/** Asks the index without saying for whom. */
class BackDoor {

    void ask(SearchMapping mapping) {
        mapping.createSession().close();
    }
}
