package nl.plein.api.crossing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The table {@code roles.txt}: which permissions each role is declared to have. */
final class DeclaredRoles {

    /** Permissions by role. */
    private static final Map<String, Set<String>> BY_ROLE = new LinkedHashMap<>();

    private static final Set<String> PERMISSIONS = new TreeSet<>();

    static {
        List<String> rows = lines().stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
        String[] head = rows.get(0).split(" +");
        for (int column = 1; column < head.length; column++) {
            BY_ROLE.put(head[column], new TreeSet<>());
        }
        rows.stream().skip(1).map(row -> row.split(" +")).forEach(cells -> {
            PERMISSIONS.add(cells[0]);
            for (int column = 1; column < head.length; column++) {
                if (cells[column].equals("yes")) {
                    Objects.requireNonNull(BY_ROLE.get(head[column])).add(cells[0]);
                }
            }
        });
    }

    private DeclaredRoles() {}

    private static List<String> lines() {
        try (var table = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(DeclaredRoles.class.getResourceAsStream("/roles.txt")),
                StandardCharsets.UTF_8))) {
            return table.lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Set<String> permissions() {
        return PERMISSIONS;
    }

    static Map<String, Set<String>> byRole() {
        return new TreeMap<>(BY_ROLE);
    }

    static boolean allows(String role, String permission) {
        return Objects.requireNonNull(BY_ROLE.get(role), role).contains(permission);
    }
}
