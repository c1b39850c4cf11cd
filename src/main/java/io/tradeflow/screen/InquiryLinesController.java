package io.tradeflow.screen;

import io.tradeflow.catalog.Products;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;

/** The pieces of the inquiry form that are fetched while somebody types. */
@Controller
class InquiryLinesController {

    private static final int SUGGESTIONS = 12;

    private final Products products;

    InquiryLinesController(Products products) {
        this.products = products;
    }

    /** The field that asks sends its own value under its own name, whichever line it is. */
    @GetMapping("/products/options")
    String options(HttpServletRequest request, Model model) {
        String typed = request.getParameterMap().values().stream()
                .map(values -> values[0].trim())
                .findFirst()
                .orElse("");
        model.addAttribute("products", typed.length() < 2 ? List.of() : products.search(typed, 0, SUGGESTIONS));
        return "screen/parts :: productOptions(${products})";
    }

    @PostMapping("/inquiry-lines")
    String moreLines(@ModelAttribute InquiryForm form, Model model) {
        model.addAttribute("lines", form.withMoreLines().lines());
        return "screen/parts :: inquiryLines(${lines})";
    }
}
