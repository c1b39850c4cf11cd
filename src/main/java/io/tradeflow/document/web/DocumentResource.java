package io.tradeflow.document.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tradeflow.document.Copy;
import io.tradeflow.document.Documents;
import io.tradeflow.document.PrintedDocument;
import io.tradeflow.kernel.Actor;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/documents")
@Tag(name = "Documents", description = "Everything the program prints, as PDF")
class DocumentResource {

    private final Documents documents;

    DocumentResource(Documents documents) {
        this.documents = documents;
    }

    @GetMapping
    @Operation(summary = "A deal's documents, oldest first")
    List<DocumentJson> ofDeal(Actor actor, @RequestParam String deal) {
        return documents.ofDeal(actor, deal).stream().map(DocumentJson::of).toList();
    }

    @GetMapping(path = "/{id}", produces = MediaType.APPLICATION_PDF_VALUE)
    @Operation(
            summary = "A document as PDF",
            description =
                    "Shown in the browser, or saved with download=true. Staff may print the other copies of a tax invoice and of a delivery challan.")
    ResponseEntity<byte[]> pdf(
            Actor actor,
            @PathVariable long id,
            @RequestParam(defaultValue = "false") boolean download,
            @RequestParam(defaultValue = "ORIGINAL") Copy copy) {
        PrintedDocument printed = documents.printed(actor, id, copy);
        ContentDisposition disposition = (download ? ContentDisposition.attachment() : ContentDisposition.inline())
                .filename(printed.document().fileName())
                .build();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .eTag("\"" + printed.sha256() + "\"")
                .cacheControl(CacheControl.noCache().cachePrivate())
                .body(printed.pdf());
    }
}
