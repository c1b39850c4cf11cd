package io.tradeflow.portal;

import io.tradeflow.catalog.CataloguePage;
import io.tradeflow.catalog.CatalogueQuery;
import io.tradeflow.catalog.CatalogueViewer;
import io.tradeflow.catalog.CatalogueViewers;
import io.tradeflow.catalog.MediaLibrary;
import io.tradeflow.catalog.Offerings;
import io.tradeflow.catalog.Product;
import io.tradeflow.catalog.VariantTable;
import io.tradeflow.catalog.Variants;
import io.tradeflow.inquiry.InquiryDraft;
import io.tradeflow.inquiry.RequestLists;
import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.Problem;
import io.tradeflow.screen.CategoryTree;
import io.tradeflow.screen.InquiryForm;
import io.tradeflow.screen.Offer;
import io.tradeflow.screen.Offers;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The catalogue as the buyer's company sees it, at its own prices; what is wanted goes onto the request list. */
@Controller
class CataloguePages {

    private static final int PAGE_SIZE = 24;

    private final Offerings offerings;
    private final CatalogueViewers viewers;
    private final Variants variants;
    private final MediaLibrary media;
    private final Offers offers;
    private final RequestLists lists;

    CataloguePages(
            Offerings offerings,
            CatalogueViewers viewers,
            Variants variants,
            MediaLibrary media,
            Offers offers,
            RequestLists lists) {
        this.offerings = offerings;
        this.viewers = viewers;
        this.variants = variants;
        this.media = media;
        this.offers = offers;
        this.lists = lists;
    }

    @GetMapping("/portal/catalogue")
    String catalogue(
            Actor.BuyerUser by,
            @RequestParam(name = "q", required = false) String text,
            @RequestParam(required = false) String category,
            @RequestParam(defaultValue = "0") int page,
            @RequestHeader(name = "HX-Request", required = false) String partly,
            Model model) {
        CatalogueViewer viewer = viewers.of(by);
        CatalogueQuery query = CatalogueQuery.shown(text, category, Math.max(0, Math.min(page, 10_000)), PAGE_SIZE);
        CataloguePage found = offerings.search(viewer, query);
        boolean searched = text != null && !text.isBlank();
        model.addAttribute("found", found);
        model.addAttribute("offers", offers.of(by.buyerCode(), found.products()));
        model.addAttribute("tree", CategoryTree.of(offerings.categories(viewer), searched ? found.facets() : null));
        model.addAttribute("q", text);
        model.addAttribute("category", query.category());
        model.addAttribute("page", query.page());
        model.addAttribute("size", PAGE_SIZE);
        return partly == null ? "portal/catalogue" : "portal/catalogue :: found";
    }

    @GetMapping("/portal/catalogue/product")
    String product(Actor.BuyerUser by, @RequestParam String sku, Model model) {
        return page(by, offerings.product(viewers.of(by), sku), Map.of(), model);
    }

    /** Several variants at once; lines without a quantity are not meant. */
    @PostMapping("/portal/catalogue/product")
    String add(
            Actor.BuyerUser by,
            @RequestParam String sku,
            @ModelAttribute InquiryForm typed,
            Model model,
            RedirectAttributes nextPage) {
        Product product = offerings.product(viewers.of(by), sku);
        InquiryForm wanted = typed.withQuantitiesOnly();
        try {
            if (wanted.lines().isEmpty()) {
                throw Problem.invalid("nothing-wanted", "quantity", "Say how much you want of at least one variant");
            }
            lists.add(
                    by,
                    wanted.toDraft(by.buyerCode(), InquiryDraft.Channel.PORTAL).lines());
        } catch (Problem problem) {
            model.addAttribute("problem", problem);
            return page(
                    by,
                    product,
                    wanted.lines().stream()
                            .collect(Collectors.toMap(
                                    InquiryForm.Line::sku, InquiryForm.Line::quantity, (one, other) -> other)),
                    model);
        }
        int lines = wanted.lines().size();
        nextPage.addFlashAttribute(
                "done", lines == 1 ? "It is on your request list." : lines + " lines are on your request list.");
        nextPage.addAttribute("sku", sku);
        return "redirect:/portal/catalogue/product";
    }

    private String page(Actor.BuyerUser by, Product product, Map<String, String> typed, Model model) {
        VariantTable table = variants.table(viewers.of(by), product);
        List<Product> rows =
                table.variants().stream().map(variant -> variant.product()).toList();
        Map<String, Offer> byVariant = offers.of(by.buyerCode(), rows).stream()
                .collect(Collectors.toMap(offer -> offer.product().sku(), Function.identity()));
        model.addAttribute("offer", byVariant.get(product.sku()));
        model.addAttribute("tiers", offers.tiers(by.buyerCode(), product));
        model.addAttribute("table", table);
        model.addAttribute("offers", byVariant);
        model.addAttribute("media", media.of(product.sku()));
        model.addAttribute(
                "successor", offerings.find(viewers.of(by), product.successor()).orElse(null));
        model.addAttribute("quantities", typed);
        return "portal/product";
    }
}
