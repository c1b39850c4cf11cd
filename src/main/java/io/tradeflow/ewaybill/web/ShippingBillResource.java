package io.tradeflow.ewaybill.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tradeflow.ewaybill.ShippingBill;
import io.tradeflow.ewaybill.ShippingBills;
import io.tradeflow.invoicing.TaxInvoices;
import io.tradeflow.kernel.Actor;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The shipping bill of an export, over HTTP; for staff. */
@RestController
@RequestMapping("/api/v1/invoices/{number}/shipping-bills")
@Tag(name = "Invoices", description = "GST tax invoices and bills of supply")
class ShippingBillResource {

    private final ShippingBills shippingBills;
    private final TaxInvoices invoices;

    ShippingBillResource(ShippingBills shippingBills, TaxInvoices invoices) {
        this.shippingBills = shippingBills;
        this.invoices = invoices;
    }

    @Schema(name = "ShippingBill")
    record Json(
            @Schema(description = "3 to 7 digits") String number,
            LocalDate datedOn,
            @Schema(description = "Code of customs, such as INNSA1") String port,
            @Schema(accessMode = Schema.AccessMode.READ_ONLY) String enteredBy,
            @Schema(accessMode = Schema.AccessMode.READ_ONLY) Instant enteredAt) {

        static Json of(ShippingBill bill) {
            return new Json(bill.number(), bill.datedOn(), bill.port().code(), bill.enteredBy(), bill.enteredAt());
        }
    }

    @GetMapping
    @Operation(summary = "All that was said of an export's shipping bill, the latest first, which counts")
    List<Json> entries(Actor.Staff by, @PathVariable String number) {
        return shippingBills.entries(invoices.invoice(by, number).number()).stream()
                .map(Json::of)
                .toList();
    }

    @PutMapping
    @Operation(
            summary = "Enter or correct the shipping bill of an export; finance",
            description = "409 no-export for goods that stay in India; 422 shipping-bill-invalid names the fields")
    Json enter(Actor.Staff by, @PathVariable String number, @RequestBody Json sent) {
        return Json.of(shippingBills.enter(
                by, invoices.invoice(by, number).number(), sent.number(), sent.datedOn(), sent.port()));
    }
}
