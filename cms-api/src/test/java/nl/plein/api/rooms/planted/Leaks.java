package nl.plein.api.rooms.planted;

import nl.plein.cms.content.RichText;

/** Planted: a room that reads drafts without having said so. */
public class Leaks {
    Class<?> drafts = RichText.class;
}
