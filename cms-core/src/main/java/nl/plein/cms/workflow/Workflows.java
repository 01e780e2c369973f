package nl.plein.cms.workflow;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import nl.plein.cms.kernel.Invalid;
import nl.plein.cms.kernel.Json;

/** All workflows, and the gates that they name. */
@ApplicationScoped
public class Workflows {

    /** What holds where nothing else was chosen. */
    public static final String DIRECT = "direct";

    private static final List<Workflow> READY = ready();

    @Inject
    @Any
    Instance<Gate> gates;

    public List<Workflow> all() {
        return READY;
    }

    Optional<Workflow> find(String key) {
        return READY.stream().filter(workflow -> workflow.key().equals(key)).findFirst();
    }

    /** @throws Invalid {@code unknown-workflow} */
    Workflow named(String key) {
        return find(key)
                .orElseThrow(() -> new Invalid(
                        "unknown-workflow",
                        "There is no such workflow. There are: "
                                + String.join(
                                        ", ", READY.stream().map(Workflow::key).toList()) + "."));
    }

    Gate gate(String key) {
        return gates.stream()
                .filter(gate -> gate.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no gate " + key));
    }

    private static List<Workflow> ready() {
        try (InputStream json = Objects.requireNonNull(Workflows.class.getResourceAsStream("ready.json"))) {
            List<Workflow> ready = new ArrayList<>();
            Json.parse(json.readAllBytes()).forEach(one -> ready.add(WorkflowReader.read(one)));
            return List.copyOf(ready);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
