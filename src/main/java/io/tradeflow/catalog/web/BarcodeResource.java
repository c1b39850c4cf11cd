package io.tradeflow.catalog.web;

import com.fasterxml.jackson.annotation.JsonAlias;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tradeflow.catalog.Barcode;
import io.tradeflow.catalog.Barcodes;
import io.tradeflow.kernel.Actor;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Barcodes of a product and its packages. */
@RestController
@RequestMapping("/api/v1/products/{sku}/barcodes")
@Tag(name = "Catalogue", description = "Products, categories and who sees what")
class BarcodeResource {

    private final Barcodes barcodes;

    BarcodeResource(Barcodes barcodes) {
        this.barcodes = barcodes;
    }

    /** @param unit packaging unit that bears it; left out for the product's own unit */
    record BarcodeJson(@JsonAlias("gtin") String code, String unit) {}

    @GetMapping
    @Operation(summary = "List the barcodes of a product")
    List<BarcodeJson> barcodes(Actor.Staff by, @PathVariable String sku) {
        return barcodes.of(List.of(sku)).stream()
                .map(barcode -> new BarcodeJson(barcode.code(), barcode.unit()))
                .toList();
    }

    @PutMapping
    @Operation(
            summary =
                    "Set the barcodes of a product: GTIN or of another kind, each of one product; those who keep the catalogue")
    List<BarcodeJson> save(Actor.Staff by, @PathVariable String sku, @RequestBody List<BarcodeJson> wanted) {
        barcodes.replace(
                by,
                sku,
                wanted.stream()
                        .map(barcode -> new Barcode(sku, barcode.code(), barcode.unit()))
                        .toList());
        return barcodes(by, sku);
    }
}
