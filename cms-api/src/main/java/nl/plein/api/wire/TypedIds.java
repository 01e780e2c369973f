package nl.plein.api.wire;

import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Map;
import java.util.function.Function;
import nl.plein.api.problem.Refused;
import nl.plein.cms.kernel.AgencyId;
import nl.plein.cms.kernel.AssetId;
import nl.plein.cms.kernel.ContributionId;
import nl.plein.cms.kernel.EntryId;
import nl.plein.cms.kernel.PersonId;
import nl.plein.cms.kernel.RevisionId;
import nl.plein.cms.kernel.SiteId;
import org.jspecify.annotations.Nullable;

/** Ids arrive typed in the resources. */
@Provider
public class TypedIds implements ParamConverterProvider {

    private static final Map<Class<?>, Function<String, ?>> KNOWN = Map.of(
            ContributionId.class, ContributionId::of,
            AgencyId.class, AgencyId::of,
            SiteId.class, SiteId::of,
            EntryId.class, EntryId::of,
            RevisionId.class, RevisionId::of,
            AssetId.class, AssetId::of,
            PersonId.class, PersonId::of,
            Boolean.class, TypedIds::flag,
            boolean.class, TypedIds::flag);

    /** {@code yes} or {@code 1} would count as false. */
    private static Boolean flag(String text) {
        return switch (text) {
            case "true" -> Boolean.TRUE;
            case "false" -> Boolean.FALSE;
            default ->
                throw new Refused(400, "unreadable-parameter", "Write \"true\" or \"false\", not \"" + text + "\".");
        };
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> @Nullable ParamConverter<T> getConverter(Class<T> type, Type generic, Annotation[] annotations) {
        Function<String, ?> read = KNOWN.get(type);
        return read == null ? null : new Converter<>((Function<String, T>) read);
    }

    private record Converter<T>(Function<String, T> read) implements ParamConverter<T> {

        @Override
        public @Nullable T fromString(@Nullable String text) {
            return text == null ? null : read.apply(text);
        }

        @Override
        public String toString(T value) {
            return String.valueOf(value);
        }
    }
}
