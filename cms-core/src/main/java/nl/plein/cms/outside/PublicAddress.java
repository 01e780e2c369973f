package nl.plein.cms.outside;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.List;

/**
 * Whether an address belongs to the public internet, after the registries of special-purpose addresses (RFC 6890, as kept by
 * IANA). Of IPv6 only global unicast is ({@code 2000::/3}), without what carries an IPv4 address inside: Teredo, 6to4, NAT64,
 * mapped addresses could lead to a private one.
 */
final class PublicAddress {

    private static final List<Range> PRIVATE_4 = List.of(
            Range.of("0.0.0.0", 8), // this network
            Range.of("10.0.0.0", 8), // private
            Range.of("100.64.0.0", 10), // shared by a provider's customers
            Range.of("127.0.0.0", 8), // this machine
            Range.of("169.254.0.0", 16), // this link, and what clouds tell their machines
            Range.of("172.16.0.0", 12), // private
            Range.of("192.0.0.0", 24), // protocols
            Range.of("192.0.2.0", 24), // examples
            Range.of("192.88.99.0", 24), // 6to4 relays
            Range.of("192.168.0.0", 16), // private
            Range.of("198.18.0.0", 15), // measurements
            Range.of("198.51.100.0", 24), // examples
            Range.of("203.0.113.0", 24), // examples
            Range.of("224.0.0.0", 4), // multicast
            Range.of("240.0.0.0", 4)); // reserved, broadcast

    private static final Range GLOBAL_6 = Range.of("2000::", 3);

    private static final List<Range> PRIVATE_6 = List.of(
            Range.of("2001::", 23), // protocols, Teredo among them
            Range.of("2001:db8::", 32), // examples
            Range.of("2002::", 16), // 6to4
            Range.of("3fff::", 20)); // examples

    private PublicAddress() {}

    /** An address of this very machine is none, whatever its number. */
    static boolean isPublic(InetAddress address) {
        return isPublicNumber(address) && !isOwn(address);
    }

    static boolean isPublicNumber(InetAddress address) {
        if (address instanceof Inet4Address) {
            return PRIVATE_4.stream().noneMatch(range -> range.holds(address));
        }
        return address instanceof Inet6Address
                && GLOBAL_6.holds(address)
                && PRIVATE_6.stream().noneMatch(range -> range.holds(address));
    }

    private static boolean isOwn(InetAddress address) {
        try {
            return NetworkInterface.getByInetAddress(address) != null;
        } catch (SocketException e) {
            return true; // nobody can tell, so it is not reached
        }
    }

    /** Addresses whose first bits are the same. */
    private record Range(byte[] base, int bits) {

        /** @param address in numbers: nothing is looked up */
        static Range of(String address, int bits) {
            try {
                return new Range(InetAddress.getByName(address).getAddress(), bits);
            } catch (java.net.UnknownHostException e) {
                throw new IllegalStateException(address, e);
            }
        }

        boolean holds(InetAddress address) {
            byte[] bytes = address.getAddress();
            if (bytes.length != base.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> (bit % 8);
                if ((bytes[bit / 8] & mask) != (base[bit / 8] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }
}
