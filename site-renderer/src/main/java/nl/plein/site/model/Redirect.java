package nl.plein.site.model;

/**
 * A path that answers with another.
 *
 * @param to     a site path or an address elsewhere; "" with status 410
 * @param status 301, 302, 308, or 410 for what is gone for good
 */
public record Redirect(String from, String to, int status) {}
