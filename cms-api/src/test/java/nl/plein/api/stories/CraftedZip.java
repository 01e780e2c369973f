package nl.plein.api.stories;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.Deflater;

/** Writes zip archives that no honest program writes (APPNOTE 6.3.10): every field of a header may lie. */
final class CraftedZip {

    private static final int NOWHERE = -1;

    /**
     * @param at     where the directory says that the member begins; {@link #NOWHERE}: where it does
     * @param unix   mode of the file, as a Unix would write it; 0: not written on a Unix
     * @param flags  1: encrypted
     * @param extra  of the directory
     */
    record Member(
            byte[] name,
            byte[] packed,
            int method,
            long size,
            long packedSize,
            long at,
            int unix,
            int flags,
            byte[] extra) {

        Member saying(long otherSize) {
            return new Member(name, packed, method, otherSize, packedSize, at, unix, flags, extra);
        }

        Member sayingPacked(long otherSize) {
            return new Member(name, packed, method, size, otherSize, at, unix, flags, extra);
        }

        Member at(long otherPlace) {
            return new Member(name, packed, method, size, packedSize, otherPlace, unix, flags, extra);
        }

        Member packedBy(int otherMethod) {
            return new Member(name, packed, otherMethod, size, packedSize, at, unix, flags, extra);
        }

        Member encrypted() {
            return new Member(name, packed, method, size, packedSize, at, unix, flags | 1, extra);
        }

        Member symbolicLink() {
            return new Member(name, packed, method, size, packedSize, at, 0120777, flags, extra);
        }

        /** Zip64: sizes that do not fit into 32 bits. */
        Member sayingLong(long longSize, long longPackedSize) {
            ByteBuffer field = ByteBuffer.allocate(20).order(ByteOrder.LITTLE_ENDIAN);
            field.putShort((short) 1).putShort((short) 16).putLong(longSize).putLong(longPackedSize);
            return new Member(name, packed, method, 0xffffffffL, 0xffffffffL, at, unix, flags, field.array());
        }
    }

    private final List<Member> members = new ArrayList<>();
    private int count = NOWHERE;

    CraftedZip with(Member... more) {
        members.addAll(Arrays.asList(more));
        return this;
    }

    CraftedZip saying(int otherCount) {
        count = otherCount;
        return this;
    }

    static Member stored(String name, String text) {
        return stored(name, text.getBytes(StandardCharsets.UTF_8));
    }

    static Member stored(String name, byte[] bytes) {
        return member(name, bytes, 0, bytes.length);
    }

    static Member deflated(String name, String text) {
        return deflated(name, text.getBytes(StandardCharsets.UTF_8));
    }

    static Member deflated(String name, byte[] bytes) {
        return member(name, packed(List.of(bytes)), 8, bytes.length);
    }

    /** One that unpacks to a start and then a block many times. */
    static Member repeated(String name, String start, byte[] block, int times) {
        return repeated(name, start, block, times, "");
    }

    static Member repeated(String name, String start, byte[] block, int times, String end) {
        byte[] first = start.getBytes(StandardCharsets.UTF_8);
        byte[] last = end.getBytes(StandardCharsets.UTF_8);
        List<byte[]> parts = new ArrayList<>(List.of(first));
        for (int i = 0; i < times; i++) {
            parts.add(block);
        }
        parts.add(last);
        return member(name, packed(parts), 8, first.length + (long) block.length * times + last.length);
    }

    private static Member member(String name, byte[] packed, int method, long size) {
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        return new Member(bytes, packed, method, size, packed.length, NOWHERE, 0, 1 << 11, new byte[0]);
    }

    private static byte[] packed(List<byte[]> parts) {
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
        var out = new ByteArrayOutputStream();
        byte[] buffer = new byte[1 << 16];
        for (byte[] part : parts) {
            deflater.setInput(part);
            while (!deflater.needsInput()) {
                out.write(buffer, 0, deflater.deflate(buffer));
            }
        }
        deflater.finish();
        while (!deflater.finished()) {
            out.write(buffer, 0, deflater.deflate(buffer));
        }
        deflater.end();
        return out.toByteArray();
    }

    byte[] bytes() {
        var out = new ByteArrayOutputStream();
        List<Long> places = new ArrayList<>();
        for (Member member : members) {
            places.add((long) out.size());
            ByteBuffer head = ByteBuffer.allocate(30).order(ByteOrder.LITTLE_ENDIAN);
            head.putInt(0x04034b50).putShort((short) 20).putShort((short) member.flags);
            head.putShort((short) member.method).putInt(0).putInt(0);
            head.putInt((int) member.packedSize).putInt((int) member.size);
            head.putShort((short) member.name.length).putShort((short) 0);
            out.writeBytes(head.array());
            out.writeBytes(member.name);
            out.writeBytes(member.packed);
        }
        int directory = out.size();
        for (int i = 0; i < members.size(); i++) {
            Member member = members.get(i);
            ByteBuffer head = ByteBuffer.allocate(46).order(ByteOrder.LITTLE_ENDIAN);
            head.putInt(0x02014b50)
                    .putShort((short) (member.unix == 0 ? 20 : 3 << 8 | 20))
                    .putShort((short) 20);
            head.putShort((short) member.flags)
                    .putShort((short) member.method)
                    .putInt(0)
                    .putInt(0);
            head.putInt((int) member.packedSize).putInt((int) member.size);
            head.putShort((short) member.name.length).putShort((short) member.extra.length);
            head.putShort((short) 0).putShort((short) 0).putShort((short) 0).putInt(member.unix << 16);
            head.putInt((int) (member.at == NOWHERE ? places.get(i) : member.at));
            out.writeBytes(head.array());
            out.writeBytes(member.name);
            out.writeBytes(member.extra);
        }
        ByteBuffer end = ByteBuffer.allocate(22).order(ByteOrder.LITTLE_ENDIAN);
        int said = count == NOWHERE ? Math.min(members.size(), 0xffff) : count;
        end.putInt(0x06054b50)
                .putShort((short) 0)
                .putShort((short) 0)
                .putShort((short) said)
                .putShort((short) said);
        end.putInt(out.size() - directory).putInt(directory).putShort((short) 0);
        out.writeBytes(end.array());
        return out.toByteArray();
    }
}
