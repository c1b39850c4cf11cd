package io.tradeflow.quotation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.tradeflow.pricing.PriceTrace;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** Keeps how a price came about as one JSON column. */
@Converter
class TraceColumn implements AttributeConverter<PriceTrace, String> {

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    @Override
    public String convertToDatabaseColumn(PriceTrace trace) {
        try {
            return trace == null ? null : JSON.writeValueAsString(trace);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A price trace cannot be written as JSON", e);
        }
    }

    @Override
    public PriceTrace convertToEntityAttribute(String column) {
        try {
            return column == null ? null : JSON.readValue(column, PriceTrace.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored price trace cannot be read", e);
        }
    }
}
