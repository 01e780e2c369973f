package nl.plein.cms.exchange;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import nl.plein.cms.kernel.Invalid;

/**
 * XML on its way to a parser that keeps each text, comment, tag and CDATA section in memory as a whole, however long: here
 * the long ones end. Of encodings in which the marks of XML are those of ASCII.
 */
final class BoundedXml extends FilterInputStream {

    /** Bytes of one text, comment, tag or CDATA section. */
    static final int LONGEST = 8 << 20;

    private static final String CDATA = "[CDATA[";
    private static final String COMMENT = "--";

    private enum Place {
        TEXT,
        OPENED,
        EXCLAIMED,
        TAG,
        QUOTED,
        CDATA,
        COMMENT,
        INSTRUCTION
    }

    private final StringBuilder exclaimed = new StringBuilder();
    private Place place = Place.TEXT;
    private int quote;
    private int length;
    private int last;
    private int lastButOne;

    BoundedXml(InputStream in) {
        super(in);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    /** @throws Invalid {@code bad-wordpress-export} where something is too long */
    @Override
    public int read(byte[] buffer, int offset, int count) throws IOException {
        int read = super.read(buffer, offset, count);
        for (int at = offset; at < offset + read; at++) {
            look(buffer[at] & 0xff);
        }
        return read;
    }

    private void look(int next) {
        if (++length > LONGEST) {
            throw new Invalid(
                    "bad-wordpress-export",
                    "The export has a text, comment or mark of more than " + (LONGEST >> 20)
                            + " MiB. Nothing was imported: take that out of the file.");
        }
        switch (place) {
            case TEXT -> goIf(next == '<', Place.OPENED);
            case OPENED -> opened(next);
            case EXCLAIMED -> exclaimed(next);
            case TAG -> inTag(next);
            case QUOTED -> place = next == quote ? Place.TAG : Place.QUOTED;
            case CDATA -> goIf(next == '>' && last == ']' && lastButOne == ']', Place.TEXT);
            case COMMENT -> goIf(next == '>' && last == '-' && lastButOne == '-', Place.TEXT);
            case INSTRUCTION -> goIf(next == '>' && last == '?', Place.TEXT);
        }
        lastButOne = last;
        last = next;
    }

    private void goIf(boolean isEnd, Place to) {
        if (isEnd) {
            place = to;
            length = 0;
        }
    }

    private void opened(int next) {
        exclaimed.setLength(0);
        place = next == '!' ? Place.EXCLAIMED : next == '?' ? Place.INSTRUCTION : Place.TAG;
        if (place == Place.TAG) {
            inTag(next);
        }
    }

    private void exclaimed(int next) {
        exclaimed.append((char) next);
        String so = exclaimed.toString();
        if (so.equals(CDATA)) {
            place = Place.CDATA;
        } else if (so.equals(COMMENT)) {
            place = Place.COMMENT;
        } else if (!CDATA.startsWith(so) && !COMMENT.startsWith(so)) {
            place = Place.TAG;
            inTag(next);
        }
    }

    private void inTag(int next) {
        if (next == '"' || next == '\'') {
            quote = next;
            place = Place.QUOTED;
        } else {
            goIf(next == '>', Place.TEXT);
        }
    }
}
