package io.tradeflow.screen;

import io.tradeflow.catalog.CatalogueQuery;
import io.tradeflow.catalog.CatalogueViewers;
import io.tradeflow.catalog.Offerings;
import io.tradeflow.catalog.Product;
import io.tradeflow.kernel.Actor;
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

    private final Offerings offerings;
    private final CatalogueViewers viewers;

    InquiryLinesController(Offerings offerings, CatalogueViewers viewers) {
        this.offerings = offerings;
        this.viewers = viewers;
    }

    /** The field that asks sends its own value under its own name, whichever line it is. */
    @GetMapping("/products/options")
    String options(Actor by, HttpServletRequest request, Model model) {
        String typed = request.getParameterMap().values().stream()
                .map(values -> values[0].trim())
                .findFirst()
                .orElse("");
        model.addAttribute("products", typed.length() < 2 ? List.of() : suggestions(by, typed));
        return "screen/parts :: productOptions(products=${products})";
    }

    private List<Product> suggestions(Actor by, String typed) {
        return offerings
                .search(viewers.of(by), CatalogueQuery.orderable(typed, 0, SUGGESTIONS))
                .products();
    }

    @PostMapping("/inquiry-lines")
    String moreLines(@ModelAttribute InquiryForm form, Model model) {
        model.addAttribute("lines", form.withMoreLines().lines());
        return "screen/parts :: inquiryLines(${lines})";
    }
}
