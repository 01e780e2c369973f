package nl.plein.cms.exchange;

import java.io.Closeable;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;
import nl.plein.cms.kernel.Invalid;

/**
 * A zip archive from somebody we do not trust. Nothing of it is ever written to a path that it names; members are read one
 * by one, bounded in number, size and ratio, and the directory is judged before the first byte is unpacked.
 *
 * <p>Format: PKWARE APPNOTE 6.3.10, without encryption and split archives.
 */
final class Archive implements Closeable {

    /**
     * @param members  files and folders at most
     * @param total    bytes of all members unpacked, at most
     * @param ratio    unpacked size over packed size, judged for members above 1 MiB
     */
    record Bounds(int members, long total, int ratio) {
        static final Bounds USUAL = new Bounds(50_000, 2L << 30, 200);

        /** Of what the import itself packs. */
        static final Bounds MADE = new Bounds(1_000_000, 16L << 30, Integer.MAX_VALUE);
    }

    private static final long RATIO_JUDGED_FROM = 1 << 20;
    private static final int LOCAL_HEADER = 30;
    private static final int LOCAL_SIGNATURE = 0x04034b50;

    private final RandomAccessFile file;
    private final Bounds bounds;
    private final List<ArchiveMember> members;
    private long unpacked;

    private Archive(RandomAccessFile file, Bounds bounds) throws IOException {
        this.file = file;
        this.bounds = bounds;
        this.members = List.copyOf(new ZipDirectory(file, bounds.members()).read());
    }

    /**
     * @throws Invalid {@code bad-archive}, when this is no zip archive or one that only an attacker would make: too many
     *     members, too large, too dense, or with a member that wants to be written elsewhere
     */
    static Archive open(Path path, Bounds bounds) throws IOException {
        var file = new RandomAccessFile(path.toFile(), "r");
        try {
            var archive = new Archive(file, bounds);
            archive.judge();
            return archive;
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    /** One that the import itself has packed, of {@link SourceText}s. */
    static Archive made(Path path) throws IOException {
        return open(path, Bounds.MADE);
    }

    boolean isMade() {
        return bounds == Bounds.MADE;
    }

    /** In the order of the archive's directory. */
    List<ArchiveMember> members() {
        return members;
    }

    /**
     * Unpacks one member.
     *
     * @param longest bytes; a longer member is refused before it is unpacked, or while, when its header lies
     * @throws Unreadable naming what is wrong with this member; the others can still be read
     */
    byte[] read(ArchiveMember member, int longest) throws IOException {
        whyNot(member, longest);
        try (InputStream in = open(member)) {
            byte[] bytes = in.readNBytes(longest + 1);
            unpacked += bytes.length;
            if (bytes.length > longest) {
                throw new Unreadable("It is longer than its header says and than " + longest + " bytes.");
            }
            if (unpacked > bounds.total()) {
                throw refused("it unpacks to more than " + bounds.total() + " bytes");
            }
            if (bytes.length != member.size()) {
                throw new Unreadable("It is not as long as its header says.");
            }
            return bytes;
        } catch (ZipException | EOFException e) {
            throw new Unreadable("Its packed data is damaged.");
        }
    }

    /**
     * Streams one member; for files that are stored, not parsed.
     *
     * @throws java.util.zip.ZipException here or while reading, when the member is damaged or its header lies
     */
    InputStream open(ArchiveMember member) throws IOException {
        if (member.method() == ArchiveMember.STORED && member.size() != member.packedSize()) {
            throw new ZipException("stored, and yet of two sizes");
        }
        InputStream packed = new Slice(dataStart(member), member.packedSize());
        return member.method() == ArchiveMember.STORED
                ? packed
                : new Inflating(packed, new Inflater(true), member.size());
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    private void whyNot(ArchiveMember member, int longest) {
        if (member.encrypted()) {
            throw new Unreadable("It is encrypted.");
        }
        if (member.method() != ArchiveMember.STORED && member.method() != ArchiveMember.DEFLATED) {
            throw new Unreadable("It is packed in a way that is not supported (method " + member.method() + ").");
        }
        if (member.size() > longest) {
            throw new Unreadable("It is longer than " + longest + " bytes.");
        }
    }

    private void judge() throws IOException {
        judgePlaces();
        long total = 0;
        for (ArchiveMember member : members) {
            if (member.leadsOutside()) {
                throw refused("its member \"" + member.shownName() + "\" names a place outside the archive");
            }
            if (member.size() > RATIO_JUDGED_FROM
                    && member.size() / Math.max(1, member.packedSize()) > bounds.ratio()) {
                throw refused("its member \"" + member.shownName() + "\" unpacks to more than " + bounds.ratio()
                        + " times its packed size");
            }
            total = member.size() > Long.MAX_VALUE - total ? Long.MAX_VALUE : total + member.size();
        }
        if (total > bounds.total()) {
            throw refused("it unpacks to " + total + " bytes, more than " + bounds.total());
        }
        if (total > RATIO_JUDGED_FROM && total / Math.max(1, file.length()) > bounds.ratio()) {
            throw refused("it unpacks to more than " + bounds.ratio() + " times its size");
        }
    }

    /** Bytes that several members share are the other way to make much of little. */
    private void judgePlaces() throws IOException {
        List<ArchiveMember> inOrder = new ArrayList<>(members);
        inOrder.sort(Comparator.comparingLong(ArchiveMember::headerOffset));
        long free = 0;
        for (ArchiveMember member : inOrder) {
            if (member.headerOffset() < free) {
                throw refused("its member \"" + member.shownName() + "\" lies inside another one");
            }
            if (member.packedSize() > file.length() - LOCAL_HEADER - member.headerOffset()) {
                throw refused("its member \"" + member.shownName() + "\" goes on behind the end of the archive");
            }
            free = member.headerOffset() + LOCAL_HEADER + member.packedSize();
        }
    }

    private long dataStart(ArchiveMember member) throws IOException {
        byte[] header = new byte[LOCAL_HEADER];
        file.seek(member.headerOffset());
        file.readFully(header);
        if (ZipDirectory.int32(header, 0) != LOCAL_SIGNATURE) {
            throw new ZipException("no header");
        }
        return member.headerOffset() + LOCAL_HEADER + ZipDirectory.int16(header, 26) + ZipDirectory.int16(header, 28);
    }

    static Invalid refused(String why) {
        return new Invalid("bad-archive", "The archive is refused: " + why + ".");
    }

    /** One file of an archive cannot be used; the sentence goes into the report. */
    static final class Unreadable extends RuntimeException {
        Unreadable(String why) {
            super(why, null, false, false);
        }

        String why() {
            return String.valueOf(getMessage());
        }
    }

    /** Stops a member that is longer than its directory entry says. */
    private static final class Inflating extends InflaterInputStream {
        private final Inflater own;
        private long left;

        Inflating(InputStream packed, Inflater inflater, long size) {
            super(packed, inflater, 8192);
            this.own = inflater;
            this.left = size;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int count = super.read(buffer, offset, length);
            if (count > 0) {
                left -= count;
                if (left < 0) {
                    throw new ZipException("longer than declared");
                }
            }
            return count;
        }

        @Override
        public void close() throws IOException {
            super.close();
            own.end();
        }
    }

    private final class Slice extends FilterInputStream {
        private long position;
        private long left;

        Slice(long position, long length) {
            super(InputStream.nullInputStream());
            this.position = position;
            this.left = length;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            if (left <= 0) {
                return -1;
            }
            file.seek(position);
            int count = file.read(buffer, offset, (int) Math.min(length, left));
            if (count > 0) {
                position += count;
                left -= count;
            }
            return count;
        }
    }

    /** Of the files only: what an importer may look at. */
    List<ArchiveMember> files() {
        var files = new ArrayList<ArchiveMember>();
        for (ArchiveMember member : members) {
            if (member.kind() == ArchiveMember.Kind.FILE) {
                files.add(member);
            }
        }
        return files;
    }
}
