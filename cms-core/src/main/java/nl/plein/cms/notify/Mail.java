package nl.plein.cms.notify;

/**
 * A mail in plain text.
 *
 * @param to       one address
 * @param language of the text: {@code nl} or {@code en}
 */
public record Mail(String to, String subject, String text, String language) {}
