package nl.plein.cms.exchange;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads the central directory of a zip file (APPNOTE 6.3.10, 4.3.12 to 4.3.16): the only place that tells symbolic links. */
final class ZipDirectory {

    private static final int END_SIGNATURE = 0x06054b50;
    private static final int END_LENGTH = 22;
    private static final int LONGEST_COMMENT = 0xffff;
    private static final int MEMBER_SIGNATURE = 0x02014b50;
    private static final int MEMBER_LENGTH = 46;
    private static final int LOCATOR_SIGNATURE = 0x07064b50;
    private static final int LOCATOR_LENGTH = 20;
    private static final int WIDE_SIGNATURE = 0x06064b50;
    private static final int WIDE_LENGTH = 56;
    private static final int LARGEST_DIRECTORY = 64 << 20;
    private static final long BYTES_OF_A_MEMBER = 320;
    private static final int LONGEST_NAME = 1_000;
    private static final int ENCRYPTED_FLAG = 1;
    private static final int UTF8_FLAG = 1 << 11;
    private static final int ZIP64_EXTRA = 1;
    private static final int MADE_BY_UNIX = 3;
    private static final int UNIX_TYPE = 0170000;
    private static final int UNIX_SYMLINK = 0120000;

    private final RandomAccessFile file;
    private final int mostMembers;

    ZipDirectory(RandomAccessFile file, int mostMembers) {
        this.file = file;
        this.mostMembers = mostMembers;
    }

    List<ArchiveMember> read() throws IOException {
        byte[] tail = tail();
        int end = endRecord(tail);
        long count = int16(tail, end + 10);
        long length = uint32(tail, end + 12);
        long offset = uint32(tail, end + 16);
        if (count == 0xffff || length == 0xffffffffL || offset == 0xffffffffL) {
            byte[] wide = wideRecord(file.length() - tail.length + end);
            count = int64(wide, 32);
            length = int64(wide, 40);
            offset = int64(wide, 48);
        }
        if (count < 0 || count > mostMembers) {
            throw Archive.refused("it has more than " + mostMembers + " members");
        }
        boolean inside = offset >= 0 && length >= 0 && offset <= file.length() - length;
        if (length > Math.min(LARGEST_DIRECTORY, mostMembers * BYTES_OF_A_MEMBER) || !inside) {
            throw Archive.refused("its directory is damaged or too large");
        }
        byte[] directory = new byte[(int) length];
        file.seek(offset);
        file.readFully(directory);
        return members(directory, (int) count);
    }

    /** The record for large archives (4.3.14), which a locator just before the end record leads to (4.3.15). */
    private byte[] wideRecord(long end) throws IOException {
        byte[] locator = at(end - LOCATOR_LENGTH, LOCATOR_LENGTH);
        if (int32(locator, 0) != LOCATOR_SIGNATURE) {
            throw Archive.refused("its directory is damaged");
        }
        byte[] wide = at(int64(locator, 8), WIDE_LENGTH);
        if (int32(wide, 0) != WIDE_SIGNATURE) {
            throw Archive.refused("its directory is damaged");
        }
        return wide;
    }

    private byte[] at(long position, int length) throws IOException {
        if (position < 0 || position > file.length() - length) {
            throw Archive.refused("its directory is damaged");
        }
        byte[] bytes = new byte[length];
        file.seek(position);
        file.readFully(bytes);
        return bytes;
    }

    private byte[] tail() throws IOException {
        int length = (int) Math.min(file.length(), END_LENGTH + LONGEST_COMMENT);
        byte[] tail = new byte[length];
        file.seek(file.length() - length);
        file.readFully(tail);
        return tail;
    }

    private static int endRecord(byte[] tail) {
        for (int at = tail.length - END_LENGTH; at >= 0; at--) {
            if (int32(tail, at) == END_SIGNATURE) {
                return at;
            }
        }
        throw Archive.refused("it is not a zip file, or was cut off");
    }

    /** @param count as the end of the archive says it */
    private List<ArchiveMember> members(byte[] directory, int count) {
        var members = new ArrayList<ArchiveMember>();
        int at = 0;
        while (at < directory.length) {
            if (members.size() == mostMembers) {
                throw Archive.refused("it has more than " + mostMembers + " members");
            }
            if (at + MEMBER_LENGTH > directory.length || int32(directory, at) != MEMBER_SIGNATURE) {
                throw Archive.refused("its directory is damaged");
            }
            int nameLength = int16(directory, at + 28);
            int extraLength = int16(directory, at + 30);
            int next = at + MEMBER_LENGTH + nameLength + extraLength + int16(directory, at + 32);
            if (next > directory.length) {
                throw Archive.refused("its directory is damaged");
            }
            if (nameLength > LONGEST_NAME) {
                throw Archive.refused("it has a member whose name is longer than " + LONGEST_NAME + " bytes");
            }
            members.add(member(directory, at, nameLength, extraLength));
            at = next;
        }
        if (members.size() != count) {
            throw Archive.refused("it has " + members.size() + " members and says that they are " + count);
        }
        return members;
    }

    private static ArchiveMember member(byte[] directory, int at, int nameLength, int extraLength) {
        int flags = int16(directory, at + 8);
        String name = name(directory, at + MEMBER_LENGTH, nameLength, (flags & UTF8_FLAG) != 0)
                .replace('\\', '/');
        long[] sizes = {uint32(directory, at + 24), uint32(directory, at + 20), uint32(directory, at + 42)};
        widen(sizes, directory, at + MEMBER_LENGTH + nameLength, extraLength);
        return new ArchiveMember(
                name,
                kind(name, int16(directory, at + 4) >> 8, int32(directory, at + 38)),
                sizes[0],
                sizes[1],
                int16(directory, at + 10),
                (flags & ENCRYPTED_FLAG) != 0,
                sizes[2]);
    }

    private static ArchiveMember.Kind kind(String name, int madeBy, int attributes) {
        if (madeBy == MADE_BY_UNIX && ((attributes >>> 16) & UNIX_TYPE) == UNIX_SYMLINK) {
            return ArchiveMember.Kind.SYMLINK;
        }
        return name.endsWith("/") ? ArchiveMember.Kind.FOLDER : ArchiveMember.Kind.FILE;
    }

    /** Takes sizes that did not fit into 32 bits from the Zip64 extra field, in its fixed order. */
    private static void widen(long[] sizes, byte[] directory, int extras, int length) {
        int at = extras;
        while (at + 4 <= extras + length) {
            int id = int16(directory, at);
            int size = int16(directory, at + 2);
            if (id == ZIP64_EXTRA) {
                int value = at + 4;
                for (int i = 0; i < sizes.length && value + 8 <= Math.min(at + 4 + size, extras + length); i++) {
                    if (sizes[i] == 0xffffffffL) {
                        sizes[i] = int64(directory, value);
                        value += 8;
                    }
                }
            }
            at += 4 + size;
        }
        for (long size : sizes) {
            if (size < 0) {
                throw Archive.refused("its directory is damaged");
            }
        }
    }

    private static String name(byte[] directory, int at, int length, boolean utf8) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(directory, at, length))
                    .toString();
        } catch (CharacterCodingException e) {
            if (utf8) {
                throw Archive.refused("a member's name is not the UTF-8 that it says it is");
            }
            Charset old = Charset.isSupported("IBM437") ? Charset.forName("IBM437") : StandardCharsets.ISO_8859_1;
            return new String(directory, at, length, old);
        }
    }

    static int int16(byte[] bytes, int at) {
        return (bytes[at] & 0xff) | (bytes[at + 1] & 0xff) << 8;
    }

    static int int32(byte[] bytes, int at) {
        return int16(bytes, at) | int16(bytes, at + 2) << 16;
    }

    private static long uint32(byte[] bytes, int at) {
        return int32(bytes, at) & 0xffffffffL;
    }

    private static long int64(byte[] bytes, int at) {
        return uint32(bytes, at) | uint32(bytes, at + 4) << 32;
    }
}
