package nl.plein.api.signin;

import nl.plein.cms.kernel.Hashes;

/** A square seen from above, as SVG: stones in a calm bond, a path across, and one warm stone. */
final class Stones {

    private static final int COLUMNS = 12;
    private static final int ROWS = 20;
    private static final int WIDE = 60;
    private static final int HIGH = 40;
    private static final int JOINT = 2;

    static final Html SQUARE = new Html(square());

    static final Html MARK =
            new Html("<svg viewBox=\"0 0 24 24\" width=\"28\" height=\"28\" aria-hidden=\"true\" focusable=\"false\">"
                    + "<path class=\"ring\" d=\"M2 2h20v20H2zM7 7v10h10V7z\" fill-rule=\"evenodd\"/>"
                    + "<path class=\"warm\" d=\"M9.5 9.5h5v5h-5z\"/></svg>");

    private Stones() {}

    private static String square() {
        var svg = new StringBuilder("<svg viewBox=\"0 0 " + COLUMNS * WIDE + " " + ROWS * HIGH
                + "\" preserveAspectRatio=\"xMidYMid slice\" focusable=\"false\">");
        for (int row = 0; row < ROWS; row++) {
            int shift = row % 2 * WIDE / 2;
            for (int column = -1; column < COLUMNS; column++) {
                svg.append("<rect class=\"")
                        .append(kind(row, column))
                        .append("\" x=\"")
                        .append(column * WIDE + shift + JOINT / 2)
                        .append("\" y=\"")
                        .append(row * HIGH + JOINT / 2)
                        .append("\" width=\"")
                        .append(WIDE - JOINT)
                        .append("\" height=\"")
                        .append(HIGH - JOINT)
                        .append("\"/>");
            }
        }
        return svg.append("</svg>").toString();
    }

    private static String kind(int row, int column) {
        if (row == 9 && column == 6) {
            return "warm";
        }
        boolean path = Math.abs(column - 2 - (ROWS - row) / 3) <= (row % 2 == 0 ? 1 : 0);
        int chance =
                Integer.parseInt(Hashes.sha256("stone " + row + " " + column).substring(0, 2), 16);
        if (path) {
            return chance < 90 ? "c" : "d";
        }
        return chance < 120 ? "a" : chance < 215 ? "b" : "c";
    }
}
