package nl.plein.cms.publishing;

import java.util.Optional;
import java.util.UUID;

/** The nil UUID (RFC 9562, 5.9), which stands for none in columns: EclipseLink can't read a UUID that is null. */
final class Nil {

    static final UUID ID = new UUID(0, 0);

    private Nil() {}

    static Optional<UUID> read(UUID id) {
        return id.equals(ID) ? Optional.empty() : Optional.of(id);
    }
}
