package nl.plein.api.demo;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;
import java.util.stream.Stream;
import nl.plein.api.gateway.Greeting;
import nl.plein.cms.exchange.LoadBundle;
import nl.plein.cms.kernel.Background;
import nl.plein.cms.kernel.Settings;
import nl.plein.cms.tenancy.Agencies;

/** Loads the demonstration when {@code plein.demo} is true and there is no other agency. A load that died goes on. */
@ApplicationScoped
public class LoadDemonstration {

    private static final Logger LOG = System.getLogger(LoadDemonstration.class.getName());
    private static final int LATE = 9_000;

    @Inject
    Settings settings;

    @Inject
    Agencies agencies;

    @Inject
    LoadBundle loadBundle;

    @Inject
    DemonstrationPeople people;

    @Inject
    Greeting greeting;

    @Inject
    @Background
    ThreadFactory threads;

    void start(@Observes @Priority(LATE) Startup event) {
        if (settings.get("plein.demo").equals(Optional.of("true"))) {
            threads.newThread(this::load).start();
        }
    }

    private void load() {
        try {
            for (Path bundle : bundles()) {
                if (agencies.all().stream()
                        .allMatch(agency -> bundle.endsWith(agency.id().value()))) {
                    loadBundle.perform(bundle);
                }
            }
            if (agencies.find(DemonstrationPeople.AGENCY).isPresent()) {
                people.add();
                LOG.log(Level.INFO, DemonstrationPeople.told());
            }
        } catch (IOException | RuntimeException e) {
            LOG.log(Level.ERROR, "the demonstration agency can't be loaded", e);
        }
        greeting.soon();
    }

    private static List<Path> bundles() throws IOException {
        Path folder = Path.of(System.getProperty("jboss.home.dir", "."), "demo");
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> found = Files.list(folder)) {
            return found.filter(Files::isDirectory).sorted().toList();
        }
    }
}
