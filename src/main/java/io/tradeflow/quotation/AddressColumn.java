package io.tradeflow.quotation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.tradeflow.kernel.Address;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** Keeps an address as one JSON column: it is copied from the buyer and from then on only read as a whole. */
@Converter
public class AddressColumn implements AttributeConverter<Address, String> {

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    @Override
    public String convertToDatabaseColumn(Address address) {
        try {
            return JSON.writeValueAsString(address);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An address cannot be written as JSON", e);
        }
    }

    @Override
    public Address convertToEntityAttribute(String column) {
        try {
            return JSON.readValue(column, Address.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored address cannot be read", e);
        }
    }
}
