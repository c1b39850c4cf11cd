package io.tradeflow.catalog;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;

/** The catalogue. */
@Service
public class Products {

    /** @throws io.tradeflow.kernel.Problem not-found */
    public Product product(String sku) {
        throw new UnsupportedOperationException();
    }

    /** The products that exist among these SKUs, in one round trip. */
    public Map<String, Product> bySku(Collection<String> skus) {
        throw new UnsupportedOperationException();
    }

    /** Active products whose SKU, name or variant matches, best first. */
    public List<Product> search(String text, int offset, int limit) {
        throw new UnsupportedOperationException();
    }

    /** Adds these products or changes those with the same SKU; all or none. @throws io.tradeflow.kernel.Problem with row and field */
    public void saveAll(List<Product> products) {
        throw new UnsupportedOperationException();
    }
}
