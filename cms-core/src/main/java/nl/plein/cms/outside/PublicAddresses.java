package nl.plein.cms.outside;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.function.BooleanSupplier;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;

/**
 * Finds the addresses of a host for the connection that is being made: what is looked at here is what is connected to, so a name
 * that leads elsewhere a moment later gains nothing. One address that is not public spoils the whole name.
 */
final class PublicAddresses implements DnsResolver {

    /** The system's, but for tests. */
    interface Names {
        InetAddress[] addressesOf(String host) throws UnknownHostException;
    }

    /** The name leads inside. */
    static final class Refused extends UnknownHostException {

        private static final long serialVersionUID = 1;

        Refused(String host) {
            super(host + " has an address that is not public");
        }
    }

    private final Names names;
    private final boolean anywhere;
    private final BooleanSupplier tooLate;

    /** @param anywhere whether the operator allowed what is reached by this @param tooLate asked after a look-up that can't be stopped */
    PublicAddresses(Names names, boolean anywhere, BooleanSupplier tooLate) {
        this.names = names;
        this.anywhere = anywhere;
        this.tooLate = tooLate;
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] found = names.addressesOf(host);
        if (tooLate.getAsBoolean()) {
            throw new UnknownHostException("looking " + host + " up took too long");
        }
        for (InetAddress address : found) {
            if (!anywhere && !PublicAddress.isPublic(address)) {
                throw new Refused(host);
            }
        }
        return found;
    }

    @Override
    public String resolveCanonicalHostname(String host) throws UnknownHostException {
        return SystemDefaultDnsResolver.INSTANCE.resolveCanonicalHostname(host);
    }
}
