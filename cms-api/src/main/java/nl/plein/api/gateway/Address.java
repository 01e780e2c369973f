package nl.plein.api.gateway;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/**
 * The path that a visitor asked for, read strictly: what could be read in two ways, or leads out of the tree, is no address
 * of a page.
 *
 * @param raw     as it was sent
 * @param decoded percent-decoded, UTF-8
 */
public record Address(String raw, String decoded) {

    /** First segments that belong to the APIs on every host. */
    private static final Set<String> OF_APIS = Set.of("delivery", "participate", "identity", "preview");

    static boolean isOfApi(String raw) {
        int end = raw.indexOf('/', 1);
        return raw.length() > 1 && OF_APIS.contains(raw.substring(1, end < 0 ? raw.length() : end));
    }

    /** @return empty for malformed or ambiguous paths: bad encoding, dot segments, empty segments, encoded slashes */
    public static Optional<Address> of(String raw) {
        if (!raw.startsWith("/") || raw.contains("//") || raw.length() > 4_096) {
            return Optional.empty();
        }
        return decode(raw).filter(Address::isPlain).map(decoded -> new Address(raw, decoded));
    }

    private static Optional<String> decode(String raw) {
        ByteBuffer bytes = ByteBuffer.allocate(raw.length() * 3);
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c != '%') {
                bytes.put(String.valueOf(c).getBytes(StandardCharsets.UTF_8));
                continue;
            }
            int value = i + 2 < raw.length() ? hex(raw, i + 1) : -1;
            if (value < 0 || value == '/' || value == '\\') {
                return Optional.empty();
            }
            bytes.put((byte) value);
            i += 2;
        }
        try {
            return Optional.of(
                    StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static int hex(String text, int at) {
        int high = Character.digit(text.charAt(at), 16);
        int low = Character.digit(text.charAt(at + 1), 16);
        return high < 0 || low < 0 ? -1 : high << 4 | low;
    }

    private static boolean isPlain(String path) {
        for (String segment : path.split("/")) {
            if (segment.equals(".") || segment.equals("..")) {
                return false;
            }
        }
        return path.chars().noneMatch(c -> c < 0x20 || c == 0x7f || c == '\\');
    }

    /** @param prefix of a group, without a slash at its end */
    boolean liesUnder(String prefix) {
        return decoded.equals(prefix) || decoded.startsWith(prefix + "/");
    }

    boolean hasTrailingSlash() {
        return raw.length() > 1 && raw.endsWith("/");
    }

    /** The one spelling of this page's path. */
    String withoutTrailingSlash() {
        return raw.substring(0, raw.length() - 1);
    }
}
