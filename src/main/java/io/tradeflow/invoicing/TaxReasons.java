package io.tradeflow.invoicing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tradeflow.tax.Reason;
import java.io.UncheckedIOException;
import java.util.List;

/** The reasons of a tax as an invoice keeps them. */
final class TaxReasons {

    private static final ObjectMapper JSON = new ObjectMapper();

    private TaxReasons() {}

    static String kept(List<Reason> reasons) {
        try {
            return JSON.writeValueAsString(reasons);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Reason> read(String kept) {
        try {
            return JSON.readValue(kept, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
