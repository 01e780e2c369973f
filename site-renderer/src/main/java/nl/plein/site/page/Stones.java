package nl.plein.site.page;

import java.util.HexFormat;
import nl.plein.site.kernel.Hashes;
import nl.plein.site.template.RawHtml;

/** Paving seen from above: rows of stones of unequal length, laid out by a seed. The colours are the theme's. */
final class Stones {
    private static final int WIDTH = 24;
    private static final int ROWS = 8;
    private static final int[] SHARES = {77, 141, 192, 230, 256};

    private Stones() {}

    static RawHtml of(String seed) {
        byte[] dice =
                HexFormat.of().parseHex(Hashes.sha256(seed) + Hashes.sha256(seed + "#") + Hashes.sha256(seed + "##"));
        StringBuilder svg = new StringBuilder("<svg class=\"stones\" viewBox=\"0 0 ")
                .append(WIDTH)
                .append(' ')
                .append(ROWS)
                .append("\" preserveAspectRatio=\"xMidYMid slice\" aria-hidden=\"true\" focusable=\"false\">");
        int throwAt = 0;
        for (int row = 0; row < ROWS; row++) {
            for (int x = 0; x < WIDTH; ) {
                int roll = dice[throwAt++ % dice.length] & 0xff;
                int length = Math.min(WIDTH - x, 1 + roll % 3);
                svg.append("<rect class=\"s")
                        .append(kind(dice[throwAt++ % dice.length] & 0xff))
                        .append("\" x=\"")
                        .append(x);
                svg.append("\" y=\"")
                        .append(row)
                        .append("\" width=\"")
                        .append(length)
                        .append("\" height=\"1\"/>");
                x += length;
            }
        }
        return new RawHtml(svg.append("</svg>").toString());
    }

    /** About 30, 25, 20, 15 and 10 of a hundred: the last is rare. */
    private static int kind(int roll) {
        int kind = 0;
        while (roll >= SHARES[kind]) {
            kind++;
        }
        return kind;
    }
}
