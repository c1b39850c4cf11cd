package io.tradeflow.desk;

import io.tradeflow.catalog.Categories;
import io.tradeflow.catalog.Products;
import io.tradeflow.engine.StaffDirectory;
import io.tradeflow.inventory.Stock;
import io.tradeflow.inventory.StockCounts;
import io.tradeflow.inventory.Warehouse;
import io.tradeflow.party.Branch;
import io.tradeflow.party.Buyer;
import io.tradeflow.party.Parties;
import io.tradeflow.party.SellingCompany;
import io.tradeflow.pricing.Prices;
import io.tradeflow.tax.CustomsRate;
import io.tradeflow.tax.CustomsRates;
import io.tradeflow.tax.GstRates;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What a house needs before its first quote, and what of it is there. */
@Component
class SetupChecklist {

    private static final String IMPORTS = "/desk/imports?kind=";
    private static final String RATES = "/desk/gst-rates";
    private static final int NAMED = 5;

    private final Parties parties;
    private final Stock stock;
    private final StockCounts counts;
    private final Categories categories;
    private final Products products;
    private final Prices prices;
    private final GstRates gst;
    private final CustomsRates customs;
    private final StaffDirectory staff;
    private final Clock clock;

    SetupChecklist(
            Parties parties,
            Stock stock,
            StockCounts counts,
            Categories categories,
            Products products,
            Prices prices,
            GstRates gst,
            CustomsRates customs,
            StaffDirectory staff,
            Clock clock) {
        this.parties = parties;
        this.stock = stock;
        this.counts = counts;
        this.categories = categories;
        this.products = products;
        this.prices = prices;
        this.gst = gst;
        this.customs = customs;
        this.staff = staff;
        this.clock = clock;
    }

    enum State {
        DONE,
        MISSING,
        /** Nothing is missing without it. */
        OPTIONAL
    }

    /**
     * One thing a house needs.
     *
     * @param link where it is entered
     * @param action what the link says
     */
    record Step(String title, State state, String detail, String link, String action) {

        static Step of(String title, boolean done, String detail, String link, String action) {
            return new Step(title, done ? State.DONE : State.MISSING, detail, link, action);
        }
    }

    List<Step> steps() {
        List<Branch> branches = parties.branches();
        List<Buyer> buyers = parties.buyers();
        int active = products.countActive();
        List<Step> steps = new ArrayList<>();
        steps.add(company());
        steps.add(Step.of(
                "Branches",
                !branches.isEmpty(),
                branches.isEmpty()
                        ? "A branch has a GSTIN, a warehouse, an invoice series and a bank account"
                        : named(branches.stream()
                                .map(branch -> branch.name() + " (" + branch.gstin() + ", invoices "
                                        + branch.invoiceSeries() + ")")
                                .toList()),
                "/desk/setup/branches/new",
                "Add a branch"));
        steps.add(warehouses(branches));
        List<String> unmanned = staff.groupsWithoutMembers();
        steps.add(Step.of(
                "Staff",
                unmanned.isEmpty(),
                unmanned.isEmpty() ? "Every group has somebody" : "Nobody is in: " + String.join(", ", unmanned),
                "/camunda/app/admin/default/#/users",
                "Add people and put them into groups"));
        int branchesOfTree = categories.codes().size();
        steps.add(new Step(
                "Categories",
                branchesOfTree > 0 ? State.DONE : State.OPTIONAL,
                branchesOfTree > 0 ? branchesOfTree + " categories" : "The tree of the catalogue",
                IMPORTS + "categories",
                "Bring in a file"));
        steps.add(Step.of(
                "Products",
                active > 0,
                active > 0 ? active + " can be quoted" : "What is sold, with HSN, unit and cost",
                IMPORTS + "products",
                "Bring in a file"));
        steps.add(gstRates());
        steps.add(new Step(
                "E-way bill rules",
                State.OPTIONAL,
                "From which value on goods need one, by State; ports of loading for exports",
                "/desk/eway-rules",
                "See the rules"));
        steps.add(prices(active));
        int inStock = counts.productsInStock();
        steps.add(new Step(
                "Stock",
                inStock > 0 ? State.DONE : State.OPTIONAL,
                inStock > 0
                        ? inStock + " products lie in the warehouses"
                        : "Quotes go out without it; orders wait until goods come in",
                IMPORTS + "stock",
                "Bring in a file"));
        steps.add(Step.of(
                "Buyers",
                !buyers.isEmpty(),
                buyers.isEmpty() ? "Who buys, with GSTIN, addresses and terms" : buyers.size() + " buyers",
                IMPORTS + "buyers",
                "Bring in a file"));
        customsRates(buyers, steps);
        return steps;
    }

    private Step company() {
        return parties.findSeller()
                .map(company -> Step.of(
                        "Company",
                        true,
                        company.legalName() + ", PAN " + company.pan() + ", " + company.currency(),
                        "/desk/setup/company",
                        "Change"))
                .orElseGet(() -> Step.of(
                        "Company",
                        false,
                        "Who sells: name, PAN, currency, mail address",
                        "/desk/setup/company",
                        "Enter the company"));
    }

    private Step warehouses(List<Branch> branches) {
        Set<String> there = stock.warehouses().stream().map(Warehouse::code).collect(Collectors.toSet());
        List<String> missing = branches.stream()
                .map(Branch::warehouseCode)
                .filter(Predicate.not(there::contains))
                .toList();
        boolean done = !branches.isEmpty() && missing.isEmpty();
        String link = missing.isEmpty() ? "/desk/setup" : "/desk/setup/warehouses/" + missing.get(0);
        String detail = missing.isEmpty()
                ? named(new TreeSet<>(there).stream().toList())
                : "Named by a branch and not entered: " + named(missing);
        return Step.of(
                "Warehouses",
                done,
                branches.isEmpty() ? "Each branch ships from one" : detail,
                link,
                missing.isEmpty() ? "" : "Enter " + missing.get(0));
    }

    private Step gstRates() {
        Set<String> wanted = products.activeHsnCodes();
        Set<String> rated = gst.on(LocalDate.now(clock), wanted).keySet();
        List<String> missing =
                wanted.stream().filter(Predicate.not(rated::contains)).sorted().toList();
        if (wanted.isEmpty()) {
            return new Step(
                    "GST rates",
                    State.OPTIONAL,
                    gst.all().size() + " are there; which are missing shows once there are products",
                    RATES,
                    "See the rates");
        }
        return Step.of(
                "GST rates",
                missing.isEmpty(),
                missing.isEmpty()
                        ? "Every HSN code of what can be quoted has a rate today"
                        : "No rate today for HSN " + named(missing) + "; finance enters it",
                RATES,
                "See the rates");
    }

    private Step prices(int active) {
        String currency = parties.findSeller().map(SellingCompany::currency).orElse("INR");
        int without = prices.countWithoutBasePrice(currency, LocalDate.now(clock));
        return Step.of(
                "Prices",
                active > 0 && without == 0,
                active == 0
                        ? "A base price in " + currency + " for every product"
                        : without == 0
                                ? "Every product that can be quoted has a base price in " + currency
                                : without + " of " + active + " products have no base price in " + currency + " today",
                IMPORTS + "prices",
                "Bring in a file");
    }

    /** Only who sells abroad needs them. */
    private void customsRates(List<Buyer> buyers, List<Step> steps) {
        String own = parties.findSeller().map(SellingCompany::currency).orElse("INR");
        Set<String> known = customs.all().stream().map(CustomsRate::currency).collect(Collectors.toSet());
        TreeSet<String> foreign = buyers.stream()
                .map(Buyer::currency)
                .filter(currency -> !currency.equals(own))
                .collect(Collectors.toCollection(TreeSet::new));
        foreign.removeAll(known);
        if (!foreign.isEmpty()) {
            steps.add(Step.of(
                    "Exchange rates",
                    false,
                    "Buyers are invoiced in " + String.join(", ", foreign) + " and there is no customs rate",
                    RATES,
                    "Enter a rate"));
        }
    }

    private static String named(List<String> names) {
        return names.size() <= NAMED
                ? String.join(", ", names)
                : String.join(", ", names.subList(0, NAMED)) + " and " + (names.size() - NAMED) + " more";
    }
}
