package nl.plein.api.server;

/** How hard a proof tries: the same code with small numbers in every build, and in full with {@code -Pproof}. */
public final class Proof {

    private Proof() {}

    public static boolean isFull() {
        return "full".equals(System.getProperty("plein.proof"));
    }

    /** @return {@code small} in every build, {@code full} with {@code -Pproof} */
    public static int rounds(int small, int full) {
        return isFull() ? full : small;
    }

    /** Prints a measured figure in the form that the reports collect. */
    public static void figure(String name, Object value) {
        System.out.println("figure " + name + "=" + value);
    }
}
