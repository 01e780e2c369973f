package nl.plein.api.editor;

import static nl.plein.api.server.Proof.figure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import nl.plein.api.server.Browser;
import nl.plein.api.server.RunningServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * The stories of {@code src/main/editor/stories}, in a real browser on a server with the demonstration. They run on Node, where the build
 * made the editor; elsewhere they are skipped, or fail if the build was told {@code -Dplein.node=required}.
 */
class EditorIT {

    private static final Path EDITOR = Path.of("target/editor").toAbsolutePath();
    private static final Path PROGRAMS = EDITOR.resolve("node_modules/.bin");
    private static final int PATIENCE_MINUTES = 20;
    private static final RunningServer SERVER = RunningServer.fresh();

    private static boolean isStarted;

    @AfterAll
    static void stop() {
        if (isStarted) {
            SERVER.stop();
        }
    }

    @Test
    void its_units_do_what_they_say() throws IOException, InterruptedException {
        needsEditor();
        Path said = Files.createTempFile("units", ".txt");
        Process units = new ProcessBuilder(PROGRAMS.resolve("vitest").toString(), "run")
                .directory(EDITOR.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        assertThat(units.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)).isTrue();
        assertThat(units.exitValue()).as(Files.readString(said)).isZero();
        Files.delete(said);
    }

    private static void needsEditor() {
        boolean isBuilt =
                Files.isExecutable(PROGRAMS.resolve("playwright")) && Files.exists(EDITOR.resolve("dist/index.html"));
        if ("required".equals(System.getProperty("plein.node"))) {
            assertThat(isBuilt).as("the editor is built").isTrue();
        }
        assumeTrue(isBuilt, "skipped: there is no editor in " + EDITOR + ", which npm makes");
    }

    @TestFactory
    Stream<DynamicTest> stories() throws IOException, InterruptedException {
        needsEditor();
        Optional<Path> browser = Browser.program();
        assumeTrue(browser.isPresent(), "skipped: there is no Chromium");
        isStarted = true;
        SERVER.start("-Dplein.demo=true");
        List<JsonNode> told = new ArrayList<>();
        collect(run(browser.get()), told);
        figure("editor_stories", told.size());
        assertThat(told).isNotEmpty();
        return told.stream().map(EditorIT::test);
    }

    private static JsonNode run(Path browser) throws IOException, InterruptedException {
        Path report = SERVER.data().resolve("stories.json");
        ProcessBuilder stories = new ProcessBuilder(
                        PROGRAMS.resolve("playwright").toString(), "test")
                .directory(EDITOR.toFile())
                .redirectErrorStream(true)
                .redirectOutput(SERVER.data().resolve("stories.log").toFile());
        stories.environment().put("PLEIN", "http://127.0.0.1:" + SERVER.port());
        stories.environment().put("PLEIN_TOKEN", RunningServer.ADMINISTRATOR);
        stories.environment().put("PLEIN_BROWSER", browser.toString());
        // Beside the project, where it is tried on what others collected.
        Stream.iterate(Path.of("").toAbsolutePath(), at -> at != null, Path::getParent)
                .map(at -> at.resolve("shared/corpus"))
                .filter(Files::exists)
                .findFirst()
                .ifPresent(corpus -> stories.environment().put("PLEIN_CORPUS", corpus.toString()));
        stories.environment().put("STORIES_REPORT", report.toString());
        stories.environment()
                .put("STORIES_OUT", SERVER.data().resolve("stories").toString());
        Process process = stories.start();
        if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly();
        }
        assertThat(report)
                .as("the report of the stories; see stories.log beside it")
                .exists();
        return new ObjectMapper().readTree(Files.readString(report));
    }

    /** Suites hold suites and specs. */
    private static void collect(JsonNode suite, List<JsonNode> told) {
        suite.path("suites").forEach(inner -> collect(inner, told));
        suite.path("specs").forEach(told::add);
    }

    private static DynamicTest test(JsonNode story) {
        return DynamicTest.dynamicTest(story.path("title").asString(), () -> {
            boolean isSkipped =
                    story.path("tests").path(0).path("status").asString().equals("skipped");
            assumeFalse(isSkipped, "skipped: what the story needs is not beside the project");
            List<String> wrong = new ArrayList<>();
            story.path("tests").forEach(test -> test.path("results").forEach(result -> result.path("errors")
                    .forEach(error -> wrong.add(error.path("message").asString()))));
            assertThat(story.path("ok").asBoolean())
                    .as(String.join("\n", wrong))
                    .isTrue();
        });
    }
}
