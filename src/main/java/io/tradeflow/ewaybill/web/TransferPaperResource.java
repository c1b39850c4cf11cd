package io.tradeflow.ewaybill.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tradeflow.ewaybill.TransferEwayBill;
import io.tradeflow.ewaybill.TransferEwayBills;
import io.tradeflow.inventory.StockTransfers;
import io.tradeflow.invoicing.TransferChallan;
import io.tradeflow.invoicing.TransferChallans;
import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.Problem;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Delivery challans and e-way bills of stock transfers over HTTP. */
@RestController
@RequestMapping("/api/v1/stock-transfers/{number}")
@Tag(name = "E-way bills", description = "What goods on the road must carry (CGST rule 138)")
class TransferPaperResource {

    private final TransferChallans challans;
    private final TransferEwayBills bills;
    private final StockTransfers transfers;

    TransferPaperResource(TransferChallans challans, TransferEwayBills bills, StockTransfers transfers) {
        this.challans = challans;
        this.bills = bills;
        this.transfers = transfers;
    }

    @Schema(name = "TransferChallan")
    record ChallanJson(
            String number,
            String transferNumber,
            String sellerGstin,
            LocalDate issuedOn,
            @Schema(description = "Value of the goods in INR, at their base prices of that day") BigDecimal total,
            List<TransferChallan.Line> lines,
            @Schema(description = "PDF; copies DUPLICATE and TRIPLICATE with ?copy=") String href) {

        static ChallanJson of(TransferChallan challan) {
            return new ChallanJson(
                    challan.number(),
                    challan.transferNumber(),
                    challan.sellerGstin(),
                    challan.issuedOn(),
                    challan.total(),
                    challan.lines(),
                    "/api/v1/documents/" + challan.documentId());
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "TransferEwayBill")
    record BillJson(
            String transferNumber,
            String challanNumber,
            boolean needed,
            String reason,
            @Schema(description = "INR") BigDecimal consignmentValue,
            String number,
            Integer distanceKm,
            String vehicleNumber,
            @Schema(description = "Absent until the vehicle is known") Instant validUntil) {

        static BillJson of(TransferEwayBill bill) {
            return new BillJson(
                    bill.transferNumber(),
                    bill.challanNumber(),
                    bill.needed(),
                    bill.reason(),
                    bill.consignmentValue(),
                    bill.number(),
                    bill.distanceKm(),
                    bill.vehicleNumber(),
                    bill.validUntil());
        }
    }

    @Schema(name = "TransferEwayBillNumber")
    record Recorded(@Schema(description = "Twelve digits") String number, Integer distanceKm, String vehicleNumber) {}

    @PostMapping("/delivery-challan")
    @Operation(
            summary = "Issue the delivery challan of a transfer within one GSTIN; repeating gives the same one",
            description = "409 transfer-is-supply between branches of different GSTINs, which need a tax invoice")
    ChallanJson issue(Actor.Staff by, @PathVariable String number) {
        return ChallanJson.of(challans.issue(by, transfers.one(number).number()));
    }

    @GetMapping("/delivery-challan")
    @Operation(summary = "The delivery challan of a transfer; staff only")
    ChallanJson challan(Actor.Staff by, @PathVariable String number) {
        return challans.ofTransfer(transfers.one(number).number())
                .map(ChallanJson::of)
                .orElseThrow(() -> Problem.notFound("delivery challan of transfer", number));
    }

    @GetMapping("/eway-bill")
    @Operation(summary = "Whether a transfer needs an e-way bill and why, and its number; staff only")
    BillJson bill(Actor.Staff by, @PathVariable String number) {
        return bills.ofTransfer(transfers.one(number).number())
                .map(BillJson::of)
                .orElseThrow(() -> Problem.notFound("delivery challan of transfer", number));
    }

    @GetMapping("/eway-bill.json")
    @Operation(summary = "The JSON for the e-way bill portal, checked against our schema; staff only")
    JsonNode json(
            Actor.Staff by,
            @PathVariable String number,
            @RequestParam(defaultValue = "0") int distanceKm,
            @RequestParam(required = false) String vehicleNumber) {
        return bills.json(transfers.one(number).number(), distanceKm, vehicleNumber);
    }

    @PostMapping("/eway-bill")
    @Operation(summary = "Record the number the portal gave; the same number again adds the vehicle")
    BillJson record(Actor.Staff by, @PathVariable String number, @RequestBody Recorded sent) {
        return BillJson.of(bills.record(
                by,
                transfers.one(number).number(),
                new TransferEwayBills.Recorded(sent.number(), sent.distanceKm(), sent.vehicleNumber())));
    }
}
