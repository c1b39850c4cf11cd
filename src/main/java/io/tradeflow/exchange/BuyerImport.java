package io.tradeflow.exchange;

import io.tradeflow.kernel.Address;
import io.tradeflow.kernel.Problem.Violation;
import io.tradeflow.party.BusinessCategory;
import io.tradeflow.party.Buyer;
import io.tradeflow.party.Parties;
import io.tradeflow.party.SellingCompany;
import io.tradeflow.party.TaxRegistration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Buying companies as a file. Their people are invited, not imported: a password is nobody's to send around. */
@Component
class BuyerImport implements ImportKind<Buyer> {

    private static final String BILL_TO = "billTo";
    private static final String SHIP_TO = "shipTo";
    private static final List<String> ADDRESS =
            List.of("Line1", "Line2", "City", "StateCode", "StateName", "Pin", "Country");

    private static final List<Column> COLUMNS = List.of(
            new Column("code", true, "Capitals, digits and hyphens, for example SAHYADRI-AGRO"),
            new Column("legalName", false, "As registered"),
            new Column("tradeName", false, "The legal name where it is empty"),
            new Column("category", false, "MANUFACTURER, WHOLESALER, DISTRIBUTOR …; the segment follows from it"),
            new Column("taxRegistration", false, "REGULAR, COMPOSITION, SEZ, DEEMED_EXPORT, UNREGISTERED or OVERSEAS"),
            new Column("gstin", false, "15 characters; empty for UNREGISTERED and OVERSEAS"),
            new Column("billToLine1", false, "Street"),
            new Column("billToLine2", false, "More of the street"),
            new Column("billToCity", false, "City"),
            new Column("billToStateCode", false, "GST state code, for example 27; 96 outside India"),
            new Column("billToStateName", false, "Outside India only; in India the code says it"),
            new Column("billToPin", false, "PIN code or foreign postcode"),
            new Column("billToCountry", false, "For example IN; IN where it is empty"),
            new Column("shipToLine1", false, "Where goods go; the bill-to address where all of it is empty"),
            new Column("shipToLine2", false, "More of the street"),
            new Column("shipToCity", false, "City"),
            new Column("shipToStateCode", false, "GST state code"),
            new Column("shipToStateName", false, "Outside India only"),
            new Column("shipToPin", false, "PIN code or foreign postcode"),
            new Column("shipToCountry", false, "For example IN"),
            new Column("priceGroup", false, "Price tier of its own; the segment's where it is empty"),
            new Column("currency", false, "It is quoted and invoiced in; the company's where it is empty"),
            new Column("creditDays", false, "Days after the invoice until payment is due; 0 where it is empty"),
            new Column("contactName", false, "Who is written to"),
            new Column("email", false, "Of the contact; quotes and invoices go there"),
            new Column("phone", false, "Of the contact"));

    private final Parties parties;

    BuyerImport(Parties parties) {
        this.parties = parties;
    }

    @Override
    public String code() {
        return "buyers";
    }

    @Override
    public String label() {
        return "Buyers";
    }

    @Override
    public List<Column> columns() {
        return COLUMNS;
    }

    @Override
    public Set<String> groups() {
        return Set.of("sales-desk", "camunda-admin");
    }

    @Override
    public Function<CellReader, Buyer> reader() {
        String currency = parties.findSeller().map(SellingCompany::currency).orElse(null);
        return cells -> read(cells, currency);
    }

    /** @param companys the company's currency; null before it was set up */
    private Buyer read(CellReader cells, String companys) {
        String currency = cells.text("currency");
        return parties.asKept(new Buyer(
                cells.required("code"),
                cells.text("legalName"),
                cells.text("tradeName"),
                cells.choice("category", BusinessCategory.class),
                cells.choice("taxRegistration", TaxRegistration.class),
                cells.text("gstin"),
                address(cells, BILL_TO),
                address(cells, SHIP_TO),
                cells.text("priceGroup"),
                currency == null ? companys : currency,
                cells.whole("creditDays", 0),
                cells.text("contactName"),
                cells.text("email"),
                cells.text("phone")));
    }

    /** Null where no cell of it is filled in. */
    private static Address address(CellReader cells, String prefix) {
        if (ADDRESS.stream().allMatch(part -> cells.text(prefix + part) == null)) {
            return null;
        }
        String country = cells.text(prefix + "Country");
        return new Address(
                cells.text(prefix + "Line1"),
                cells.text(prefix + "Line2"),
                cells.text(prefix + "City"),
                cells.text(prefix + "StateCode"),
                cells.text(prefix + "StateName"),
                cells.text(prefix + "Pin"),
                country == null ? "IN" : country);
    }

    @Override
    public List<Object> key(Buyer buyer) {
        return List.of(buyer.code());
    }

    @Override
    public Map<String, String> cells(Buyer buyer) {
        Cells cells = new Cells()
                .put("code", buyer.code())
                .put("legalName", buyer.legalName())
                .put("tradeName", buyer.tradeName())
                .put("category", buyer.category())
                .put("taxRegistration", buyer.taxRegistration())
                .put("gstin", buyer.gstin())
                .put("priceGroup", buyer.priceGroup())
                .put("currency", buyer.currency())
                .put("creditDays", buyer.creditDays())
                .put("contactName", buyer.contactName())
                .put("email", buyer.email())
                .put("phone", buyer.phone());
        put(cells, BILL_TO, buyer.billTo());
        put(cells, SHIP_TO, buyer.shipTo());
        return cells.byColumn();
    }

    private static void put(Cells cells, String prefix, Address address) {
        if (address != null) {
            cells.put(prefix + "Line1", address.line1())
                    .put(prefix + "Line2", address.line2())
                    .put(prefix + "City", address.city())
                    .put(prefix + "StateCode", address.stateCode())
                    .put(prefix + "StateName", address.stateName())
                    .put(prefix + "Pin", address.pin())
                    .put(prefix + "Country", address.country());
        }
    }

    @Override
    public List<Buyer> known(List<Buyer> wanted) {
        Map<String, Buyer> there =
                parties.buyers(wanted.stream().map(Buyer::code).toList());
        return wanted.stream().map(buyer -> there.get(buyer.code())).toList();
    }

    @Override
    public List<Violation> violations(List<Buyer> wanted, ImportRun run) {
        List<Violation> found = new ArrayList<>();
        for (int i = 0; i < wanted.size(); i++) {
            String row = "buyers[" + i + "].";
            parties.violations(wanted.get(i))
                    .forEach(wrong -> found.add(new Violation(row + wrong.field(), wrong.message())));
        }
        return found;
    }

    @Override
    public void save(List<Buyer> wanted, ImportRun run) {
        wanted.forEach(parties::save);
    }

    @Override
    public void forEach(Consumer<Buyer> reader) {
        parties.forEachBuyer(reader);
    }
}
