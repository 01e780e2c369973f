package nl.plein.site.template;

import nl.plein.site.kernel.Trouble;

/** How much one page may use up, so that a theme can at worst make an ugly page. For one thread. */
public final class Budget {
    private static final int MOST_STEPS = 250_000;
    private static final int MOST_CHARACTERS = 8 << 20;
    private static final int DEEPEST = 40;
    private static final long LONGEST_NANOS = 10_000_000_000L;

    private final long started = System.nanoTime();
    private int steps;
    private int characters;
    private int depth;

    /** One turn of a loop, one include, one call of a function. */
    void step() {
        if (++steps > MOST_STEPS) {
            throw new Trouble("the page takes more than " + MOST_STEPS + " steps; is there a loop in a loop?");
        }
        if ((steps & 0xff) == 0) {
            lookAtTheClock();
        }
    }

    /** Whoever tries a theme interrupts what takes too long. */
    private void lookAtTheClock() {
        if (System.nanoTime() - started > LONGEST_NANOS) {
            throw new Trouble("the page takes longer than " + LONGEST_NANOS / 1_000_000_000L + " seconds");
        }
        if (Thread.currentThread().isInterrupted()) {
            throw new Trouble("the page was stopped before it was done");
        }
    }

    /** Text made, printed or not. */
    void spend(int length) {
        characters += length;
        if (characters > MOST_CHARACTERS || characters < 0) {
            throw new Trouble("the page makes more than " + MOST_CHARACTERS + " characters");
        }
        if (length > 0xffff) {
            lookAtTheClock();
        }
    }

    void enter() {
        step();
        if (++depth > DEEPEST) {
            throw new Trouble("templates include each other more than " + DEEPEST + " deep; does one include itself?");
        }
    }

    void leave() {
        depth--;
    }
}
