package nl.plein.cms.model;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import nl.plein.cms.kernel.AgencyId;
import nl.plein.cms.kernel.Invalid;
import nl.plein.cms.tenancy.AgencyContext;
import nl.plein.cms.tenancy.Believed;
import nl.plein.cms.tenancy.LocalChanges;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The content types and blocks of the agency. */
@ApplicationScoped
public class ContentTypes {

    @Inject
    StoredModel stored;

    @Inject
    LocalChanges changes;

    @Inject
    AgencyContext agencies;

    private @Nullable Believed<AgencyId, ModelSnapshot> believed;

    @PostConstruct
    void open() {
        believed = changes.believe(agency -> stored.snapshot());
    }

    public Optional<ContentType> find(String key) {
        return Optional.ofNullable(snapshot().types().get(key));
    }

    /** @throws Invalid {@code unknown-type}, naming the types that are known */
    public ContentType get(String key) {
        ModelSnapshot snapshot = snapshot();
        ContentType type = snapshot.types().get(key);
        if (type == null) {
            throw snapshot.unknown(key);
        }
        return type;
    }

    /** Types and blocks. */
    public Map<String, ContentType> byKey() {
        return snapshot().types();
    }

    /** Types and blocks, by key. */
    public List<ContentType> all() {
        return List.copyOf(snapshot().types().values());
    }

    /** Counts the changes of the agency's types; 0 before the first. */
    public long version() {
        return snapshot().version();
    }

    /** The JSON Schema 2020-12 that a payload must satisfy before it is published. */
    public JsonNode schema(String key) {
        return snapshot().schema(get(key), true);
    }

    /** Of the current transaction, which may have changed it; without one, as the node believes it to be. */
    ModelSnapshot snapshot() {
        return Objects.requireNonNull(believed).of(agencies.current());
    }
}
