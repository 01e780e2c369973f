package nl.plein.cms.outside;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.IDN;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import nl.plein.cms.kernel.Invalid;

/** Reads an address of a host outside, and refuses early what {@link OutsideHttp} would refuse to reach. */
@ApplicationScoped
public class OutsideUrl {

    /** Characters. */
    public static final int LONGEST = 2_000;

    private static final Pattern PRINTABLE = Pattern.compile("[\\x21-\\x7e]{1," + LONGEST + "}");

    /** What somebody may read as a number instead of looking it up: it ends in one (URL standard, 3.5). */
    private static final Pattern NUMBERS = Pattern.compile("\\[.*]|(.*\\.)?([0-9]+|0[xX][0-9a-fA-F]*)\\.?");

    /** Numbers that everybody reads alike. */
    private static final Pattern PLAIN = Pattern.compile("\\[.*]|(0|[1-9][0-9]{0,2})(\\.(0|[1-9][0-9]{0,2})){3}");

    @Inject
    AllowedHosts allowed;

    /**
     * @return absolute, with a host; https, but for hosts that the operator named
     * @throws Invalid {@code invalid-url}, {@code address-refused}
     */
    public URI read(String text) {
        if (!PRINTABLE.matcher(text).matches()) {
            throw invalid("1 to " + LONGEST + " printable ASCII characters");
        }
        URI url = parse(text);
        String scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
        if (url.getHost() == null || url.getRawUserInfo() != null || url.getRawFragment() != null) {
            throw invalid("https://, the name of a host and perhaps a path, without a user and without #");
        }
        if (url.getPort() == 0 || url.getPort() > 65_535) {
            throw invalid("a port from 1 to 65535, if any");
        }
        if (!scheme.equals("https") && !(scheme.equals("http") && allowed.allows(url))) {
            throw invalid("https");
        }
        refusePrivate(url);
        return url;
    }

    /**
     * Reads the address of a page that somebody links to, to ask whether it is still there: http too, at its usual port.
     *
     * @return without what comes after {@code #}; empty if it is none that may be asked for, such as one inside the network
     */
    public Optional<URI> ofLink(String text) {
        int part = text.indexOf('#');
        Optional<URI> url = ascii(part < 0 ? text : text.substring(0, part));
        return url.filter(one -> allowed.allows(one) || (isUsualPort(one) && !isPrivate(one)));
    }

    private static Optional<URI> ascii(String text) {
        try {
            URI read = new URI(text);
            String scheme = String.valueOf(read.getScheme()).toLowerCase(Locale.ROOT);
            String authority = String.valueOf(read.getRawAuthority());
            if (!(scheme.equals("http") || scheme.equals("https")) || authority.contains("@")) {
                return Optional.empty();
            }
            URI url = new URI(scheme + "://" + IDN.toASCII(authority).toLowerCase(Locale.ROOT) + asciiPath(read));
            return Optional.of(url)
                    .filter(one -> one.getHost() != null && one.toString().length() <= LONGEST);
        } catch (URISyntaxException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String asciiPath(URI url) {
        String path = url.getRawPath() == null || url.getRawPath().isEmpty() ? "/" : url.getRawPath();
        return URI.create(url.getRawQuery() == null ? path : path + "?" + url.getRawQuery())
                .toASCIIString();
    }

    private static boolean isUsualPort(URI url) {
        return url.getPort() == -1 || url.getPort() == (url.getScheme().equals("http") ? 80 : 443);
    }

    private void refusePrivate(URI url) {
        if (!allowed.allows(url) && isPrivate(url)) {
            throw new Invalid(
                    "address-refused",
                    "This address lies inside a network: give one that can be reached from outside.");
        }
    }

    private static boolean isPrivate(URI url) {
        String host = url.getHost();
        boolean local = host.toLowerCase(Locale.ROOT).matches("(.*\\.)?localhost\\.?");
        return local || (NUMBERS.matcher(host).matches() && !isPublic(host));
    }

    private static boolean isPublic(String numbers) {
        try {
            return PLAIN.matcher(numbers).matches() && PublicAddress.isPublic(InetAddress.getByName(numbers));
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private static URI parse(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            throw invalid("an address as RFC 3986 has it");
        }
    }

    private static Invalid invalid(String wanted) {
        return new Invalid("invalid-url", "This is no address to send to: give " + wanted + ".");
    }
}
