package nl.plein.cms.tenancy;

import java.util.UUID;
import org.eclipse.persistence.config.SessionCustomizer;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.mappings.DatabaseMapping;
import org.eclipse.persistence.mappings.converters.Converter;
import org.eclipse.persistence.mappings.converters.UUIDConverter;
import org.eclipse.persistence.mappings.foundation.AbstractDirectMapping;
import org.eclipse.persistence.sessions.Session;
import org.jspecify.annotations.Nullable;

/**
 * Hands UUIDs to EclipseLink's database platform as they are: PostgreSQL's then binds them as such. The converter that
 * EclipseLink would use makes texts of them and fails on reading one that is null.
 */
public class NativeUuids implements SessionCustomizer {

    @Override
    public void customize(Session session) {
        for (ClassDescriptor descriptor : session.getDescriptors().values()) {
            for (DatabaseMapping mapping : descriptor.getMappings()) {
                if (mapping instanceof AbstractDirectMapping direct && direct.getConverter() instanceof UUIDConverter) {
                    direct.setConverter(new AsIs());
                }
            }
        }
    }

    private static final class AsIs implements Converter {

        private static final long serialVersionUID = 1;

        @Override
        public @Nullable Object convertObjectValueToDataValue(@Nullable Object value, Session session) {
            return value;
        }

        @Override
        public @Nullable Object convertDataValueToObjectValue(@Nullable Object value, Session session) {
            return value == null || value instanceof UUID ? value : UUID.fromString(value.toString());
        }

        @Override
        public boolean isMutable() {
            return false;
        }

        @Override
        public void initialize(DatabaseMapping mapping, Session session) {
            // nothing to prepare
        }
    }
}
