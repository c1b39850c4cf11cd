package io.tradeflow.exchange.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tradeflow.exchange.Exports;
import io.tradeflow.kernel.Actor;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Master data as files that can be brought in again as they are. */
@RestController
@RequestMapping("/api/v1/exports")
@Tag(name = "Imports", description = "Master data as files: every row is checked, and all rows come in or none")
class ExportResource {

    private final Exports exports;

    ExportResource(Exports exports) {
        this.exports = exports;
    }

    @GetMapping("/{kind}")
    @Operation(summary = "Take out products, categories, prices, stock or buyers as CSV (UTF-8, a header first)")
    void export(Actor.Staff by, @PathVariable String kind, HttpServletResponse answer) throws IOException {
        exports.requireMayWrite(by, kind);
        answer.setContentType("text/csv");
        answer.setCharacterEncoding(StandardCharsets.UTF_8.name());
        exports.write(by, kind, answer.getOutputStream(), false);
    }
}
