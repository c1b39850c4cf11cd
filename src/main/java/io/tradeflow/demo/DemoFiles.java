package io.tradeflow.demo;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.tradeflow.catalog.Barcode;
import io.tradeflow.catalog.CatalogueRule;
import io.tradeflow.catalog.Category;
import io.tradeflow.catalog.PackagingUnit;
import io.tradeflow.catalog.Product;
import io.tradeflow.demo.DemoGoods.AttributeLine;
import io.tradeflow.demo.DemoGoods.ProductLine;
import io.tradeflow.demo.DemoGoods.RuleLine;
import io.tradeflow.demo.DemoGoods.StockLine;
import io.tradeflow.demo.DemoGoods.UnitLine;
import io.tradeflow.demo.DemoParties.BuyerEntry;
import io.tradeflow.demo.DemoParties.CompanyFile;
import io.tradeflow.demo.DemoParties.CreditLimitEntry;
import io.tradeflow.demo.DemoParties.StaffEntry;
import io.tradeflow.fulfilment.Checklist;
import io.tradeflow.inventory.Bin;
import io.tradeflow.inventory.StockReceipt;
import io.tradeflow.inventory.WarehouseDistances;
import io.tradeflow.pricing.PriceRow;
import io.tradeflow.quotation.QuoteTemplate;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The demo company as the files in {@code demo/} have it. A field that no record knows is an error, not a surprise. */
class DemoFiles {

    private static final String FOLDER = "/demo/";

    private final YAMLMapper yaml =
            YAMLMapper.builder().addModule(new JavaTimeModule()).build();
    private final CsvMapper csv = CsvMapper.builder()
            .addModule(new JavaTimeModule())
            .enable(CsvParser.Feature.ALLOW_COMMENTS)
            .enable(CsvParser.Feature.EMPTY_STRING_AS_NULL)
            .build();

    CompanyFile company() {
        return read("company.yaml", new TypeReference<>() {});
    }

    List<StaffEntry> staff() {
        return read("staff.yaml", new TypeReference<>() {});
    }

    List<BuyerEntry> buyers() {
        return read("buyers.yaml", new TypeReference<>() {});
    }

    List<QuoteTemplate> quoteTemplates() {
        return read("quote-templates.yaml", new TypeReference<>() {});
    }

    List<Category> categories() {
        return lines("categories.csv", Category.class);
    }

    /** @param currency the company's, in which costs are given */
    List<Product> products(String currency) {
        return lines("products.csv", ProductLine.class).stream()
                .map(line -> line.toProduct(currency))
                .toList();
    }

    /** Values by axis, by SKU. */
    Map<String, Map<String, String>> attributes() {
        return lines("product-attributes.csv", AttributeLine.class).stream()
                .collect(Collectors.groupingBy(
                        AttributeLine::sku,
                        LinkedHashMap::new,
                        Collectors.toMap(
                                AttributeLine::axis, AttributeLine::value, (one, other) -> one, LinkedHashMap::new)));
    }

    /** Packaging units by SKU. */
    Map<String, List<PackagingUnit>> packaging() {
        return lines("product-units.csv", UnitLine.class).stream()
                .collect(Collectors.groupingBy(
                        UnitLine::sku,
                        LinkedHashMap::new,
                        Collectors.mapping(
                                line -> new PackagingUnit(line.unit(), line.factor()), Collectors.toList())));
    }

    List<CatalogueRule> catalogueRules() {
        return lines("catalogue-rules.csv", RuleLine.class).stream()
                .map(RuleLine::toRule)
                .toList();
    }

    /** Base, group and special prices. */
    List<PriceRow> prices() {
        return Stream.of(
                        PriceMatrix.rows(matrix("prices-base.csv")),
                        PriceMatrix.rows(matrix("prices-by-tier.csv")),
                        lines("prices-special.csv", PriceRow.class))
                .flatMap(List::stream)
                .toList();
    }

    List<CreditLimitEntry> creditLimits() {
        return lines("credit-limits.csv", CreditLimitEntry.class);
    }

    /** Contracts, percentage rules, bulk discounts, floors and agreed quantities. */
    DemoPricing.File pricing() {
        return read("pricing.yaml", new TypeReference<>() {});
    }

    List<Checklist> checklists() {
        return read("checklists.yaml", new TypeReference<>() {});
    }

    List<Barcode> barcodes() {
        return lines("barcodes.csv", Barcode.class);
    }

    List<Bin> bins() {
        return lines("bins.csv", DemoGoods.BinLine.class).stream()
                .map(DemoGoods.BinLine::toBin)
                .toList();
    }

    /** Road distances by warehouse. */
    Map<String, List<WarehouseDistances.Distance>> distances() {
        return lines("warehouse-distances.csv", DemoGoods.DistanceLine.class).stream()
                .map(DemoGoods.DistanceLine::toDistance)
                .collect(Collectors.groupingBy(WarehouseDistances.Distance::warehouseCode));
    }

    /** The opening stock, a receipt per warehouse. */
    List<StockReceipt> openingStock(LocalDate today) {
        Map<String, List<StockReceipt.Line>> byWarehouse = lines("stock.csv", StockLine.class).stream()
                .collect(Collectors.groupingBy(
                        StockLine::warehouse,
                        LinkedHashMap::new,
                        Collectors.mapping(line -> line.toReceiptLine(today), Collectors.toList())));
        return byWarehouse.entrySet().stream()
                .map(entry -> new StockReceipt("OPENING-" + entry.getKey(), entry.getKey(), entry.getValue()))
                .toList();
    }

    List<DemoStockToCome.TransitLine> transitTimes() {
        return lines("transit-times.csv", DemoStockToCome.TransitLine.class);
    }

    List<DemoStockToCome.ExpectedLine> expectedReceipts() {
        return lines("expected-receipts.csv", DemoStockToCome.ExpectedLine.class);
    }

    private <T> T read(String file, TypeReference<T> type) {
        try (InputStream in = open(file)) {
            return yaml.readValue(in, type);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + FOLDER + file, e);
        }
    }

    private <T> List<T> lines(String file, Class<T> type) {
        return lines(file, csv.readerFor(type));
    }

    private List<Map<String, String>> matrix(String file) {
        return lines(file, csv.readerForMapOf(String.class));
    }

    private static <T> List<T> lines(String file, ObjectReader reader) {
        try (InputStream in = open(file);
                MappingIterator<T> lines =
                        reader.with(CsvSchema.emptySchema().withHeader()).readValues(in)) {
            return lines.readAll();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + FOLDER + file, e);
        }
    }

    private static InputStream open(String file) {
        return Objects.requireNonNull(DemoFiles.class.getResourceAsStream(FOLDER + file), file);
    }
}
