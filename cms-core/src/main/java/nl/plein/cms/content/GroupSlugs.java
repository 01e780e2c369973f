package nl.plein.cms.content;

import java.util.Map;
import nl.plein.cms.kernel.SiteId;

/** Which groups a site has. Publishing answers it, which content can't name. */
public interface GroupSlugs {

    /** By id, as they are now. */
    Map<String, String> of(SiteId site);
}
