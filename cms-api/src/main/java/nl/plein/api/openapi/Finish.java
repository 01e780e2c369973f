package nl.plein.api.openapi;

import java.util.List;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/**
 * Completes the document, while it is built, by what holds for every operation, so that it is said once. What the
 * resources can't say stands in {@code src/main/openapi}.
 */
public class Finish implements OASFilter {

    @Override
    public void filterOpenAPI(OpenAPI document) {
        Components shared = document.getComponents();
        RecordSchemas.complete(shared.getSchemas());
        List<Parameter> words = List.copyOf(shared.getParameters().values());
        shared.setParameters(null);
        document.getPaths().getPathItems().forEach((path, item) -> item.getOperations()
                .forEach((method, operation) -> new Finishing(path, method, operation, words).perform()));
        document.getPaths().setPathItems(new TreeMap<>(document.getPaths().getPathItems()));
        shared.setSchemas(new TreeMap<>(shared.getSchemas()));
    }
}
