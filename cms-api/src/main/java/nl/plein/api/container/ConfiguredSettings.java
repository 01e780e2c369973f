package nl.plein.api.container;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import nl.plein.cms.kernel.Settings;
import org.eclipse.microprofile.config.ConfigProvider;

/** Settings from MicroProfile Config: {@code -Dplein.x.y=…}, or {@code PLEIN_X_Y} in the environment. */
@ApplicationScoped
public class ConfiguredSettings implements Settings {

    @Override
    public Optional<String> get(String name) {
        return ConfigProvider.getConfig()
                .getOptionalValue(name, String.class)
                .or(() -> name.equals("plein.data")
                        ? Optional.ofNullable(System.getProperty("jboss.server.data.dir"))
                        : Optional.empty());
    }
}
