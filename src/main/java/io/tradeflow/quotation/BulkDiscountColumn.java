package io.tradeflow.quotation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.tradeflow.pricing.BulkDiscount;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** Keeps what the bulk discounts said as one JSON column: its fields, and nothing that follows from them. */
@Converter
class BulkDiscountColumn implements AttributeConverter<BulkDiscount, String> {

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
            .build();

    @Override
    public String convertToDatabaseColumn(BulkDiscount discount) {
        try {
            return discount == null ? null : JSON.writeValueAsString(discount);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A bulk discount cannot be written as JSON", e);
        }
    }

    @Override
    public BulkDiscount convertToEntityAttribute(String column) {
        try {
            return column == null ? null : JSON.readValue(column, BulkDiscount.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored bulk discount cannot be read", e);
        }
    }
}
