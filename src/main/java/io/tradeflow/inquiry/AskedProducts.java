package io.tradeflow.inquiry;

import io.tradeflow.catalog.PackagingUnit;
import io.tradeflow.catalog.Product;
import io.tradeflow.kernel.Quantity;
import io.tradeflow.pricing.OrderTerms;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is known of the products an inquiry asks for.
 *
 * @param products those that exist and that whoever asks may know of
 * @param packages the packaging units of each
 * @param agreed minimum and multiple as agreed with the buyer, else the product's own
 */
record AskedProducts(
        Map<String, Product> products, Map<String, List<PackagingUnit>> packages, OrderTerms.Agreed agreed) {

    Product product(InquiryDraft.Line line) {
        return line.sku() == null ? null : products.get(line.sku());
    }

    boolean inOwnUnit(InquiryDraft.Line line) {
        return line.unit() == null || line.unit().equals(product(line).unit());
    }

    Optional<PackagingUnit> packaging(InquiryDraft.Line line) {
        return packages.getOrDefault(line.sku(), List.of()).stream()
                .filter(unit -> unit.unit().equals(line.unit()))
                .findFirst();
    }

    /** The line in the product's own unit, with what was entered where that was another. */
    Inquiry.Line line(int lineNo, InquiryDraft.Line line) {
        String unit = product(line).unit();
        if (inOwnUnit(line)) {
            return new Inquiry.Line(
                    lineNo,
                    line.sku(),
                    new Quantity(line.quantity(), unit),
                    line.note(),
                    line.targetPrice(),
                    line.neededBy(),
                    null);
        }
        Quantity base = new Quantity(packaging(line).orElseThrow().toBase(line.quantity()), unit);
        return new Inquiry.Line(
                lineNo,
                line.sku(),
                base,
                line.note(),
                line.targetPrice(),
                line.neededBy(),
                new Quantity(line.quantity(), line.unit()));
    }
}
