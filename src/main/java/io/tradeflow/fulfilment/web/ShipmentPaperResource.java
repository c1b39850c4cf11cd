package io.tradeflow.fulfilment.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tradeflow.document.Copy;
import io.tradeflow.document.Documents;
import io.tradeflow.document.FrozenDocument;
import io.tradeflow.document.PrintedDocument;
import io.tradeflow.fulfilment.ShipmentPapers;
import io.tradeflow.kernel.Actor;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the warehouse prints of a shipment. */
@RestController
@RequestMapping(path = "/api/v1/shipments/{number}/papers", produces = MediaType.APPLICATION_PDF_VALUE)
@Tag(name = "Shipments", description = "Goods on their way to the buyer; a buyer's user sees the own company's only")
class ShipmentPaperResource {

    private final ShipmentPapers papers;
    private final Documents documents;

    ShipmentPaperResource(ShipmentPapers papers, Documents documents) {
        this.papers = papers;
        this.documents = documents;
    }

    @GetMapping("/picking-list")
    @Operation(summary = "The picking list as PDF, by zone and bin; staff only, once the list is released")
    ResponseEntity<byte[]> pickingList(Actor by, @PathVariable String number) {
        return pdf(by, papers.pickingList(by, number));
    }

    @GetMapping("/shipping-label")
    @Operation(summary = "The labels as PDF, one A6 page per package; staff only, once packed")
    ResponseEntity<byte[]> shippingLabels(Actor by, @PathVariable String number) {
        return pdf(by, papers.shippingLabels(by, number));
    }

    @GetMapping("/qc-certificate")
    @Operation(summary = "The certificate of QC as PDF, once inspected")
    ResponseEntity<byte[]> qcCertificate(Actor by, @PathVariable String number) {
        return pdf(by, papers.qcCertificate(by, number));
    }

    private ResponseEntity<byte[]> pdf(Actor by, FrozenDocument paper) {
        PrintedDocument printed = documents.printed(by, paper.id(), Copy.ORIGINAL);
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline()
                                .filename(paper.fileName())
                                .build()
                                .toString())
                .eTag("\"" + printed.sha256() + "\"")
                .cacheControl(CacheControl.noCache().cachePrivate())
                .body(printed.pdf());
    }
}
