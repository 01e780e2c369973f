package nl.plein.cms.workflow;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.plein.cms.kernel.Invalid;
import nl.plein.cms.kernel.Json;

/** All workflows that sites of an agency can choose, and the gates that they name. */
@ApplicationScoped
public class Workflows {

    /** What holds where nothing else was chosen. */
    public static final String DIRECT = "direct";

    private static final List<Workflow> READY = ready();

    @Inject
    @Any
    Instance<Gate> gates;

    @Inject
    OwnWorkflows ownWorkflows;

    /** Those that every agency has, then its own, by key. */
    public List<Workflow> all() {
        List<Workflow> all = new ArrayList<>(READY);
        all.addAll(ownWorkflows.all());
        return all;
    }

    /** Whether every agency has one of this key. */
    static boolean isReady(String key) {
        return READY.stream().anyMatch(workflow -> workflow.key().equals(key));
    }

    Optional<Workflow> find(String key) {
        return READY.stream()
                .filter(workflow -> workflow.key().equals(key))
                .findFirst()
                .or(() -> ownWorkflows.find(key));
    }

    /** @throws Invalid {@code unknown-workflow} */
    Workflow named(String key) {
        return find(key)
                .orElseThrow(() -> new Invalid(
                        "unknown-workflow",
                        "There is no such workflow. There are: "
                                + String.join(
                                        ", ", all().stream().map(Workflow::key).toList()) + "."));
    }

    /** The same for somebody who chooses it: it is not removed meanwhile. */
    Workflow held(String key) {
        ownWorkflows.findRow(key, LockModeType.PESSIMISTIC_WRITE);
        return named(key);
    }

    /** Keys of all gates. */
    Set<String> gateKeys() {
        return gates.stream().map(Gate::key).collect(Collectors.toSet());
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
