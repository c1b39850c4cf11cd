package io.tradeflow.demo;

import io.tradeflow.catalog.Barcodes;
import io.tradeflow.catalog.CatalogueRules;
import io.tradeflow.catalog.Categories;
import io.tradeflow.catalog.PackagingUnits;
import io.tradeflow.catalog.Product;
import io.tradeflow.catalog.Products;
import io.tradeflow.catalog.Variants;
import io.tradeflow.credit.CreditAccounts;
import io.tradeflow.demo.DemoParties.BranchEntry;
import io.tradeflow.demo.DemoParties.BuyerEntry;
import io.tradeflow.demo.DemoParties.CompanyFile;
import io.tradeflow.demo.DemoParties.StaffEntry;
import io.tradeflow.einvoice.EInvoiceDuties;
import io.tradeflow.einvoice.EInvoiceDuty;
import io.tradeflow.engine.StaffDirectory;
import io.tradeflow.fulfilment.Checklists;
import io.tradeflow.inventory.Bins;
import io.tradeflow.inventory.Stock;
import io.tradeflow.inventory.Warehouse;
import io.tradeflow.inventory.WarehouseDistances;
import io.tradeflow.kernel.Actor;
import io.tradeflow.party.BuyerAccounts;
import io.tradeflow.party.BuyerPeople;
import io.tradeflow.party.Parties;
import io.tradeflow.party.PersonChange;
import io.tradeflow.pricing.PriceRow;
import io.tradeflow.pricing.Prices;
import io.tradeflow.quotation.QuoteTemplates;
import io.tradeflow.tax.CustomsRates;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Puts the demo company into an empty database: all of it in one transaction, or nothing. Where there is a company already,
 * nothing is touched, so that a restart keeps every change and every piece of stock as it was.
 */
@Component
@Profile("demo")
@ConditionalOnProperty(name = "tradeflow.demo.load", havingValue = "true", matchIfMissing = true)
class DemoCompany implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(DemoCompany.class);

    /** Of every demo user. The profile is for trying out; production does not load it. */
    private static final String PASSWORD = "demo";

    private static final String FINANCE = "finance";

    private final DemoFiles files = new DemoFiles();
    private final JdbcClient jdbc;
    private final Clock clock;
    private final StaffDirectory staff;
    private final Parties parties;
    private final BuyerAccounts accounts;
    private final BuyerPeople people;
    private final CustomsRates rates;
    private final CreditAccounts credit;
    private final Categories categories;
    private final Products products;
    private final Variants variants;
    private final PackagingUnits packaging;
    private final Barcodes barcodes;
    private final CatalogueRules visibility;
    private final Prices prices;
    private final DemoPricing pricing;
    private final Stock stock;
    private final DemoStockToCome stockToCome;
    private final Bins bins;
    private final WarehouseDistances distances;
    private final Checklists checklists;
    private final QuoteTemplates templates;
    private final EInvoiceDuties eInvoiceDuties;
    private final boolean eInvoicing;

    DemoCompany(
            JdbcClient jdbc,
            Clock clock,
            StaffDirectory staff,
            Parties parties,
            BuyerAccounts accounts,
            BuyerPeople people,
            CustomsRates rates,
            CreditAccounts credit,
            Categories categories,
            Products products,
            Variants variants,
            PackagingUnits packaging,
            Barcodes barcodes,
            CatalogueRules visibility,
            Prices prices,
            DemoPricing pricing,
            Stock stock,
            DemoStockToCome stockToCome,
            Bins bins,
            WarehouseDistances distances,
            Checklists checklists,
            QuoteTemplates templates,
            EInvoiceDuties eInvoiceDuties,
            @Value("${tradeflow.demo.e-invoicing:true}") boolean eInvoicing) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.staff = staff;
        this.parties = parties;
        this.accounts = accounts;
        this.people = people;
        this.rates = rates;
        this.credit = credit;
        this.categories = categories;
        this.products = products;
        this.variants = variants;
        this.packaging = packaging;
        this.barcodes = barcodes;
        this.visibility = visibility;
        this.prices = prices;
        this.pricing = pricing;
        this.stock = stock;
        this.stockToCome = stockToCome;
        this.bins = bins;
        this.distances = distances;
        this.checklists = checklists;
        this.templates = templates;
        this.eInvoiceDuties = eInvoiceDuties;
        this.eInvoicing = eInvoicing;
    }

    @Override
    @Transactional
    public void run(ApplicationArguments arguments) {
        waitForOtherInstances();
        if (parties.findSeller().isPresent()) {
            return;
        }
        loadCompany(files.company());
        loadBuyers(files.buyers());
        files.creditLimits()
                .forEach(entry -> credit.setLimit(Actor.PROGRAM, entry.buyerCode(), entry.currency(), entry.toLimit()));
        String currency = parties.seller().currency();
        List<Product> catalogue = files.products(currency);
        categories.saveAll(files.categories());
        products.saveAll(catalogue);
        files.attributes().forEach(variants::save);
        files.packaging().forEach(packaging::save);
        barcodes.save(Actor.PROGRAM, files.barcodes());
        files.catalogueRules().forEach(rule -> visibility.add(Actor.PROGRAM, rule));
        List<PriceRow> priceRows = files.prices();
        prices.saveAll(priceRows);
        pricing.load(files.pricing());
        files.quoteTemplates().forEach(template -> templates.save(Actor.PROGRAM, template));
        bins.save(Actor.PROGRAM, files.bins());
        files.distances().forEach((warehouse, measured) -> distances.replace(Actor.PROGRAM, warehouse, measured));
        files.checklists().forEach(checklist -> checklists.save(Actor.PROGRAM, checklist));
        files.openingStock(LocalDate.now(clock)).forEach(receipt -> stock.receive(Actor.PROGRAM, receipt));
        stockToCome.load(files, LocalDate.now(clock));
        if (eInvoicing) {
            loadEInvoicing();
        }
        LOG.info(
                "Loaded the demo company {}: {} buyers, {} products, {} prices",
                parties.seller().tradeName(),
                parties.buyers().size(),
                catalogue.size(),
                priceRows.size());
    }

    /** Instances that start together load one after the other; the second finds the company there. */
    private void waitForOtherInstances() {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('tradeflow.demo'))")
                .query((row, index) -> true)
                .single();
    }

    /** As the law has it for a turnover above ten crore. */
    private void loadEInvoicing() {
        eInvoiceDuties.enter(
                Actor.PROGRAM,
                new EInvoiceDuty(LocalDate.of(2023, 8, 1), true, null, 24, "Turnover above 5 crore in 2022-23"));
        eInvoiceDuties.enter(
                Actor.PROGRAM,
                new EInvoiceDuty(LocalDate.of(2025, 4, 1), true, 30, 24, "Turnover above 10 crore in 2024-25"));
    }

    private void loadCompany(CompanyFile file) {
        parties.saveSeller(file.company());
        file.branches().forEach(this::loadBranch);
        files.staff()
                .forEach(person -> staff.save(
                        person.userId(),
                        person.firstName(),
                        person.lastName(),
                        person.email(),
                        PASSWORD,
                        person.groups()));
        Actor.Staff financier = financier(files.staff());
        file.exchangeRates().forEach(rate -> rates.save(financier, rate));
    }

    private void loadBranch(BranchEntry branch) {
        parties.saveBranch(branch.toBranch());
        stock.saveWarehouse(new Warehouse(
                branch.warehouseCode(),
                branch.warehouseName(),
                branch.code(),
                parties.branch(branch.code()).address()));
    }

    private Actor.Staff financier(List<StaffEntry> people) {
        return people.stream()
                .filter(person -> person.groups().contains(FINANCE))
                .findFirst()
                .flatMap(person -> staff.find(person.userId()))
                .orElseThrow(() -> new IllegalStateException("Nobody of the demo's staff is in " + FINANCE));
    }

    private void loadBuyers(List<BuyerEntry> buyers) {
        for (BuyerEntry buyer : buyers) {
            parties.save(buyer.toBuyer());
            buyer.users().forEach(user -> accounts.open(user.userId(), user.name(), buyer.code(), PASSWORD));
            loadStructure(buyer);
        }
    }

    /** Units, roles and limits, where the file gives a company some. */
    private void loadStructure(BuyerEntry buyer) {
        Map<String, Long> units = new HashMap<>();
        if (buyer.units() != null) {
            buyer.units()
                    .forEach(unit -> units.put(
                            unit.name(),
                            people.addUnit(Actor.PROGRAM, buyer.code(), unit.name(), units.get(unit.parent()))
                                    .id()));
        }
        buyer.users().stream()
                .filter(user -> user.roles() != null)
                .forEach(user -> people.change(
                        Actor.PROGRAM,
                        buyer.code(),
                        user.userId(),
                        new PersonChange(
                                user.name(),
                                user.roles(),
                                true,
                                units.get(user.unit()),
                                user.orderLimit(),
                                user.monthLimit())));
    }
}
