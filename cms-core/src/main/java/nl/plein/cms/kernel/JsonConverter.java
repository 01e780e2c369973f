package nl.plein.cms.kernel;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** JSON in a {@code varchar} column. We query by index, never inside JSON, so text serves every database. */
@Converter
public class JsonConverter implements AttributeConverter<@Nullable JsonNode, @Nullable String> {

    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable JsonNode value) {
        return value == null ? null : Json.write(value);
    }

    @Override
    public @Nullable JsonNode convertToEntityAttribute(@Nullable String text) {
        return text == null ? null : Json.mapper().readTree(text);
    }
}
