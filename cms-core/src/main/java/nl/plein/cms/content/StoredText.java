package nl.plein.cms.content;

import nl.plein.cms.kernel.Audience;
import nl.plein.cms.kernel.RevisionId;
import tools.jackson.databind.JsonNode;

/**
 * What a translation says in its draft, or to visitors.
 *
 * @param path     of the draft's page; empty if there is none
 * @param draft    whether it is the newest revision
 * @param shown    whether visitors see it
 * @param fields   as its type says them now
 */
public record StoredText(
        TranslationKey translation,
        RevisionId revision,
        String type,
        Audience audience,
        String title,
        String path,
        boolean inTrash,
        boolean draft,
        boolean shown,
        JsonNode fields) {}
