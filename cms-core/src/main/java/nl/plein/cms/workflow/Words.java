package nl.plein.cms.workflow;

/** The same words in both languages of the house. */
public record Words(String nl, String en) {}
