package nl.plein.cms.search;

/**
 * The words of a text: the hash of each one's stem, and where it stands. Of two stems with one hash (one pair in four
 * thousand million) each passes for the other.
 *
 * @param starts of each word, in characters
 * @param ends   after its last character
 */
record WordPlaces(int[] hashes, int[] starts, int[] ends) {

    int count() {
        return hashes.length;
    }
}
