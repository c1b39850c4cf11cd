package io.tradeflow.inquiry.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tradeflow.inquiry.Inquiries;
import io.tradeflow.inquiry.Inquiry;
import io.tradeflow.kernel.Actor;
import jakarta.validation.Valid;
import java.net.URI;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/inquiries")
@Tag(name = "Inquiries", description = "Requests for a quote; each opens a deal under its own number")
class InquiryResource {

    private final Inquiries inquiries;

    InquiryResource(Inquiries inquiries) {
        this.inquiries = inquiries;
    }

    @PostMapping
    @Operation(summary = "Submit an inquiry", description = "Opens the deal and starts its process.")
    ResponseEntity<InquiryJson> submit(Actor by, @Valid @RequestBody NewInquiryJson inquiry) {
        Inquiry received = inquiries.submit(by, inquiry.toDraft());
        return ResponseEntity.created(URI.create("/api/v1/inquiries/" + received.number()))
                .body(InquiryJson.of(received, by));
    }

    @GetMapping("/{number}")
    @Operation(summary = "Read an inquiry")
    InquiryJson inquiry(Actor by, @PathVariable String number) {
        return InquiryJson.of(inquiries.inquiry(by, number), by);
    }
}
