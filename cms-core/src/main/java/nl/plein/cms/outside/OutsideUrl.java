package nl.plein.cms.outside;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Locale;
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

    private void refusePrivate(URI url) {
        String host = url.getHost();
        boolean local = host.toLowerCase(Locale.ROOT).matches("(.*\\.)?localhost\\.?");
        if (!allowed.allows(url) && (local || (NUMBERS.matcher(host).matches() && !isPublic(host)))) {
            throw new Invalid(
                    "address-refused",
                    "This address lies inside a network: give one that can be reached from outside.");
        }
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
