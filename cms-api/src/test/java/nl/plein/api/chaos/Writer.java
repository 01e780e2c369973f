package nl.plein.api.chaos;

import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import nl.plein.api.chaos.ChaosSite.Story;
import nl.plein.api.server.Client.Answer;

/** A client that publishes, withdraws and rolls back without end, and writes down what was acknowledged. */
final class Writer implements Runnable {

    private final ChaosSite site;
    private final ActLog log;
    private final List<Story> stories;
    private final String name;
    private final Random random;
    private final long oldest;
    private final AtomicBoolean stop;
    private int count;

    /**
     * @param stories that nobody else writes
     * @param oldest  the oldest version to roll back to
     */
    Writer(ChaosSite site, ActLog log, List<Story> stories, String name, long seed, long oldest, AtomicBoolean stop) {
        this.site = site;
        this.log = log;
        this.stories = stories;
        this.name = name;
        this.random = new Random(seed);
        this.oldest = oldest;
        this.stop = stop;
    }

    /** Until it is told to stop, or the server is gone. */
    @Override
    public void run() {
        try {
            while (!stop.get()) {
                perform(next());
            }
        } catch (UncheckedIOException serverGone) {
            // what was under way stays open in the log
        }
    }

    private Act next() {
        int dice = random.nextInt(20);
        if (dice == 0) {
            long newest = site.version();
            return new Act.RollBack(Math.max(oldest, newest - random.nextInt(30)));
        }
        if (dice < 5) {
            return new Act.Withdraw(List.of(some().entry()));
        }
        Map<String, String> titles = new LinkedHashMap<>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            Story story = some();
            if (!titles.containsKey(story.entry())) {
                String title = "Verhaal " + name + "-" + ++count;
                site.save(story, title);
                titles.put(story.entry(), title);
            }
        }
        return new Act.Publish(titles);
    }

    private Story some() {
        return stories.get(random.nextInt(stories.size()));
    }

    private void perform(Act act) {
        int begun = log.begun(act);
        Answer answer = site.perform(act);
        if (answer.status() == 200 && !answer.json().path("act").asString().equals("nothing")) {
            log.acknowledged(begun, answer.json().path("version").asLong());
        } else if (answer.status() < 500) {
            log.refused(begun);
        } else if (answer.status() != 503) {
            throw new AssertionError(answer.status() + " " + answer.text());
        }
    }
}
