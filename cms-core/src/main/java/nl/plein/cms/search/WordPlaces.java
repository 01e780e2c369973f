package nl.plein.cms.search;

/**
 * The words of a text: the hash of each one's stem, and where it stands. Of two stems with one hash (one pair in four
 * thousand million) each passes for the other.
 */
final class WordPlaces {

    /** The analysers make no longer words. */
    private static final int LONGEST = 255;

    private final int[] hashes;
    private final int[] starts;

    /** In a byte each: tens of thousands of texts are held in memory. */
    private final byte[] lengths;

    /**
     * @param starts of each word, in characters
     * @param ends   after its last character
     */
    WordPlaces(int[] hashes, int[] starts, int[] ends) {
        this.hashes = hashes;
        this.starts = starts;
        this.lengths = new byte[ends.length];
        for (int i = 0; i < ends.length; i++) {
            lengths[i] = (byte) Math.min(LONGEST, ends[i] - starts[i]);
        }
    }

    int count() {
        return hashes.length;
    }

    int[] hashes() {
        return hashes.clone();
    }

    int hash(int word) {
        return hashes[word];
    }

    int start(int word) {
        return starts[word];
    }

    int end(int word) {
        return starts[word] + (lengths[word] & 0xff);
    }

    /** Bytes, in round numbers. */
    int weight() {
        return 80 + 9 * hashes.length;
    }
}
