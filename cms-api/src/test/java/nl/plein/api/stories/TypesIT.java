package nl.plein.api.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import nl.plein.api.server.NodeTools;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The TypeScript types that are shipped: a reader written with them compiles, and real answers are what they say. */
class TypesIT {

    private static final String TYPES = "plein-v1.d.ts";
    private static final Path SHIPPED =
            Path.of(System.getProperty("plein.server.home", "target/server"), "clients/typescript", TYPES);
    private static final Path FOLDER = Path.of("target/typescript-check");
    private static final String HEAD =
            """
            import type {operations} from "./plein-v1";

            type Ok<Name extends keyof operations> =
              operations[Name] extends {responses: {200: {content: {"application/json": infer Answer}}}} ? Answer : never;
            """;

    private static final Town TOWN = new Town();

    @BeforeAll
    static void aFolder() throws IOException {
        NodeTools.run(Path.of(""), "tsc", "--version");
        Files.createDirectories(FOLDER);
        Files.copy(SHIPPED, FOLDER.resolve(TYPES), StandardCopyOption.REPLACE_EXISTING);
    }

    @Test
    void a_reader_that_uses_them_compiles() throws IOException {
        Path reader = Path.of("src/test/typescript/reader.ts");
        Files.copy(reader, FOLDER.resolve("reader.ts"), StandardCopyOption.REPLACE_EXISTING);

        assertThat(check("reader.ts")).isEmpty();
    }

    @Test
    void a_reader_that_misreads_an_entry_does_not_compile() throws IOException {
        String reader = Files.readString(Path.of("src/test/typescript/reader.ts"));
        Files.writeString(FOLDER.resolve("misreader.ts"), reader.replace("entry.title", "entry.headline"));

        assertThat(NodeTools.fails(FOLDER, "tsc", flags("misreader.ts")))
                .contains("misreader.ts", "Property 'headline' does not exist");
    }

    @Test
    void real_answers_are_what_the_types_say() throws IOException {
        String entry = TOWN.anEntry("Markt");
        long version = TOWN.publish(entry);
        TOWN.awaitLive(version);
        Map<String, String> paths = new LinkedHashMap<>();
        paths.put("listSites", "/delivery/v1/sites");
        paths.put("getSite", TOWN.delivery);
        paths.put("listContentTypes", TOWN.delivery + "/content-types");
        paths.put("listEntries", TOWN.delivery + "/entries?count=true&minVersion=" + version);
        paths.put("getEntry", TOWN.delivery + "/entries/" + entry);
        paths.put("getEntryByPath", TOWN.delivery + "/paths?path=/nieuws/markt");
        paths.put("search", TOWN.delivery + "/search?q=markt&minVersion=" + version);
        paths.put("listChanges", TOWN.delivery + "/changes?after=0");
        var answers = new StringBuilder(HEAD);
        paths.forEach((operation, path) -> {
            var answer = TOWN.visitor.get(path);
            assertThat(answer.status()).as(path + " " + answer.text()).isEqualTo(200);
            answers.append("export const ")
                    .append(operation)
                    .append(": Ok<\"")
                    .append(operation)
                    .append("\"> = ")
                    .append(answer.text())
                    .append(";\n");
        });
        Files.writeString(FOLDER.resolve("answers.ts"), answers);
        Files.writeString(
                FOLDER.resolve("wrong.ts"),
                HEAD + "export const site: Ok<\"getSite\"> = "
                        + TOWN.visitor.get(TOWN.delivery).text().replace("\"version\":", "\"edition\":") + ";\n");

        assertThat(check("answers.ts")).isEmpty();
        assertThat(NodeTools.fails(FOLDER, "tsc", flags("wrong.ts"))).contains("wrong.ts");
    }

    private static String check(String file) {
        return NodeTools.run(FOLDER, "tsc", flags(file));
    }

    private static String[] flags(String file) {
        return ("--noEmit --strict --target es2022 --module esnext --moduleResolution bundler --lib es2022,dom " + file)
                .split(" ");
    }
}
