package io.tradeflow.desk;

import io.tradeflow.catalog.Barcodes;
import io.tradeflow.catalog.CataloguePage;
import io.tradeflow.catalog.CatalogueQuery;
import io.tradeflow.catalog.CatalogueViewer;
import io.tradeflow.catalog.Categories;
import io.tradeflow.catalog.Category;
import io.tradeflow.catalog.MediaLibrary;
import io.tradeflow.catalog.Offerings;
import io.tradeflow.catalog.PackagingUnits;
import io.tradeflow.catalog.Product;
import io.tradeflow.catalog.ProductChanges;
import io.tradeflow.catalog.ProductStatus;
import io.tradeflow.catalog.Products;
import io.tradeflow.catalog.Variants;
import io.tradeflow.inventory.Availability;
import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.Problem;
import io.tradeflow.party.Parties;
import io.tradeflow.quotation.Quotations;
import io.tradeflow.screen.CategoryTree;
import io.tradeflow.screen.TypedForm;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The catalogue as staff keep it. */
@Controller
class ProductPages {

    private static final int PAGE_SIZE = 50;

    private final Offerings offerings;
    private final Products products;
    private final ProductChanges changes;
    private final Categories categories;
    private final Variants variants;
    private final PackagingUnits packaging;
    private final Barcodes barcodes;
    private final MediaLibrary media;
    private final Availability availability;
    private final Parties parties;
    private final Quotations quotations;
    private final Clock clock;

    ProductPages(
            Offerings offerings,
            Products products,
            ProductChanges changes,
            Categories categories,
            Variants variants,
            PackagingUnits packaging,
            Barcodes barcodes,
            MediaLibrary media,
            Availability availability,
            Parties parties,
            Quotations quotations,
            Clock clock) {
        this.offerings = offerings;
        this.products = products;
        this.changes = changes;
        this.categories = categories;
        this.variants = variants;
        this.packaging = packaging;
        this.barcodes = barcodes;
        this.media = media;
        this.availability = availability;
        this.parties = parties;
        this.quotations = quotations;
        this.clock = clock;
    }

    @GetMapping("/desk/products")
    String list(
            Actor.Staff by,
            @RequestParam(name = "q", required = false) String text,
            @RequestParam(required = false) String category,
            @RequestParam(required = false) ProductStatus status,
            @RequestParam(defaultValue = "0") int page,
            @RequestHeader(name = "HX-Request", required = false) String partly,
            Model model) {
        Set<ProductStatus> statuses = status == null ? EnumSet.allOf(ProductStatus.class) : EnumSet.of(status);
        CatalogueQuery query =
                new CatalogueQuery(text, category, statuses, Math.max(0, Math.min(page, 10_000)), PAGE_SIZE);
        CataloguePage found = offerings.search(CatalogueViewer.STAFF, query);
        boolean searched = text != null && !text.isBlank();
        model.addAttribute("found", found);
        model.addAttribute("tree", CategoryTree.of(categories.all(), searched ? found.facets() : null));
        model.addAttribute(
                "forecasts",
                availability.of(found.products().stream().map(Product::sku).toList()));
        model.addAttribute("categories", categories.all());
        model.addAttribute("statuses", ProductStatus.values());
        model.addAttribute("status", status);
        model.addAttribute("q", text);
        model.addAttribute("category", query.category());
        model.addAttribute("page", query.page());
        model.addAttribute("size", PAGE_SIZE);
        model.addAttribute("mayChange", ProductChanges.mayChange(by));
        return partly == null ? "desk/products" : "desk/products :: found";
    }

    @GetMapping("/desk/products/product")
    String product(Actor.Staff by, @RequestParam String sku, Model model) {
        return shown(by, sku, model);
    }

    @GetMapping("/desk/products/new")
    String blank(Actor.Staff by, Model model) {
        requireMayChange(by);
        return form(
                Map.of("unit", "NOS", "minimumOrderQuantity", "1", "orderMultiple", "1", "status", "DRAFT"),
                true,
                model);
    }

    @GetMapping("/desk/products/edit")
    String edit(Actor.Staff by, @RequestParam String sku, Model model) {
        requireMayChange(by);
        Product product = products.product(sku);
        return form(
                ProductForm.fields(
                        product,
                        variants.of(List.of(sku)).getOrDefault(sku, Map.of()),
                        packaging.of(List.of(sku)).getOrDefault(sku, List.of()),
                        barcodes.of(List.of(sku))),
                false,
                model);
    }

    @PostMapping("/desk/products")
    String save(Actor.Staff by, @RequestParam Map<String, String> fields, Model model, RedirectAttributes nextPage) {
        boolean isNew = Boolean.parseBoolean(fields.get("isNew"));
        try {
            ProductForm form = ProductForm.read(fields, parties.seller().currency());
            changes.save(by, form.product(), isNew, form.attributes(), form.packaging(), form.barcodes());
            nextPage.addFlashAttribute("done", form.product().sku() + " is saved.");
            nextPage.addAttribute("sku", form.product().sku());
            return "redirect:/desk/products/product";
        } catch (Problem problem) {
            model.addAttribute("problem", problem);
            return form(fields, isNew, model);
        }
    }

    @PostMapping("/desk/products/media")
    String addMedia(
            Actor.Staff by,
            @RequestParam String sku,
            @RequestParam(required = false) String title,
            @RequestParam MultipartFile file,
            Model model,
            RedirectAttributes nextPage)
            throws IOException {
        try {
            media.add(by, sku, title, file.getBytes());
        } catch (Problem problem) {
            model.addAttribute("problem", problem);
            return shown(by, sku, model);
        }
        nextPage.addFlashAttribute("done", "The file is added.");
        nextPage.addAttribute("sku", sku);
        return "redirect:/desk/products/product";
    }

    @PostMapping("/desk/products/media/removal")
    String removeMedia(Actor.Staff by, @RequestParam String sku, @RequestParam long id, RedirectAttributes nextPage) {
        new TypedForm(Map.of()).submit(nextPage, () -> {
            media.remove(by, sku, id);
            return "The file is removed.";
        });
        nextPage.addAttribute("sku", sku);
        return "redirect:/desk/products/product";
    }

    @PostMapping("/desk/categories")
    String saveCategory(Actor.Staff by, @RequestParam Map<String, String> fields, RedirectAttributes nextPage) {
        TypedForm typed = new TypedForm(fields);
        typed.submit(nextPage, () -> {
            changes.saveCategory(by, new Category(typed.text("code"), typed.text("name"), typed.text("parent")));
            return "The category " + typed.text("name") + " is saved.";
        });
        return "redirect:/desk/products";
    }

    private String shown(Actor.Staff by, String sku, Model model) {
        Product product = products.product(sku);
        model.addAttribute("product", product);
        model.addAttribute("table", variants.table(CatalogueViewer.STAFF, product));
        model.addAttribute("attributes", variants.of(List.of(sku)).getOrDefault(sku, Map.of()));
        model.addAttribute("packaging", packaging.of(List.of(sku)).getOrDefault(sku, List.of()));
        model.addAttribute("barcodes", barcodes.of(List.of(sku)));
        model.addAttribute("media", media.of(sku));
        model.addAttribute("forecast", availability.of(List.of(sku)).get(sku));
        model.addAttribute("today", LocalDate.now(clock));
        model.addAttribute("seesCost", quotations.seesMargins(by));
        model.addAttribute("mayChange", ProductChanges.mayChange(by));
        return "desk/product";
    }

    private String form(Map<String, String> fields, boolean isNew, Model model) {
        model.addAttribute("f", fields);
        model.addAttribute("isNew", isNew);
        model.addAttribute("title", isNew ? "New product" : "Change " + fields.get("sku"));
        model.addAttribute("categories", categories.all());
        model.addAttribute("units", new TreeSet<>(products.units()));
        model.addAttribute("statuses", ProductStatus.values());
        return "desk/product-form";
    }

    private static void requireMayChange(Actor.Staff by) {
        if (!ProductChanges.mayChange(by)) {
            throw Problem.forbidden("catalogue-only", "The catalogue is kept by sales managers and directors");
        }
    }
}
