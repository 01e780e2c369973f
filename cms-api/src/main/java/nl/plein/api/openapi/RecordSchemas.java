package nl.plein.api.openapi;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What the records of the wire say of the schemas made of them: a member is always there unless it may be null (or the
 * words ask for it), and members come in the order of the record.
 */
final class RecordSchemas {

    private RecordSchemas() {}

    /** @param schemas by name; @throws IllegalStateException if one has words about a member that its record has not */
    static void complete(Map<String, Schema> schemas) {
        for (Class<?> record : records()) {
            String name = nameOf(record);
            boolean isGeneric = record.getTypeParameters().length > 0;
            schemas.forEach((key, schema) -> {
                if (key.equals(name) || isGeneric && key.startsWith(name)) {
                    complete(key, schema, record);
                }
            });
        }
    }

    private static void complete(String name, Schema schema, Class<?> record) {
        Map<String, Schema> members = schema.getProperties();
        List<String> names = Arrays.stream(record.getRecordComponents())
                .map(RecordComponent::getName)
                .toList();
        if (!members.keySet().equals(Set.copyOf(names))) {
            throw new IllegalStateException("The schema " + name + " has the members " + members.keySet()
                    + ", the record " + record.getName() + " has " + names + ": mend src/main/openapi.");
        }
        var inOrder = new LinkedHashMap<String, Schema>();
        names.forEach(member -> inOrder.put(member, members.get(member)));
        schema.setProperties(inOrder);
        List<String> asked = Optional.ofNullable(schema.getRequired()).orElse(List.of());
        List<String> required = Arrays.stream(record.getRecordComponents())
                .filter(member -> asked.contains(member.getName())
                        || !member.getAnnotatedType().isAnnotationPresent(Nullable.class))
                .map(RecordComponent::getName)
                .toList();
        if (!required.isEmpty()) {
            schema.setRequired(required);
        }
    }

    private static String nameOf(Class<?> record) {
        var given = record.getAnnotation(org.eclipse.microprofile.openapi.annotations.media.Schema.class);
        return given == null || given.name().isEmpty() ? record.getSimpleName() : given.name();
    }

    /** Those that are nested in their resources, or hold others; this class was compiled with them. */
    private static List<Class<?>> records() {
        Path classes = Path.of(URI.create(RecordSchemas.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toString()));
        try (Stream<Path> files = Files.walk(classes.resolve("nl"))) {
            return files.map(file -> classes.relativize(file).toString())
                    .filter(file -> file.endsWith(".class"))
                    .map(file -> file.substring(0, file.length() - ".class".length())
                            .replace(classes.getFileSystem().getSeparator(), "."))
                    .sorted()
                    .<Class<?>>map(RecordSchemas::load)
                    .filter(one -> one.isRecord() && Modifier.isPublic(one.getModifiers()))
                    .filter(one -> one.isMemberClass() || one.getTypeParameters().length > 0)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, RecordSchemas.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
