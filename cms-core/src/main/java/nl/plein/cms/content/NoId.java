package nl.plein.cms.content;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The nil UUID (RFC 9562, 5.9) stands in columns for "none": EclipseLink reads no null as a UUID. */
final class NoId {

    static final UUID NONE = new UUID(0, 0);

    private NoId() {}

    static UUID or(@Nullable UUID id) {
        return id == null ? NONE : id;
    }

    static Optional<UUID> unless(UUID id) {
        return id.equals(NONE) ? Optional.empty() : Optional.of(id);
    }
}
