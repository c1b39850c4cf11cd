package io.tradeflow.ewaybill;

import io.tradeflow.invoicing.TaxInvoice;
import io.tradeflow.invoicing.TaxInvoices;
import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.DealProgress;
import io.tradeflow.kernel.Problem;
import io.tradeflow.kernel.Problem.Violation;
import io.tradeflow.tax.SupplyType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Shipping bills of exports: finance enters what customs gave after the invoice was issued. What was said before stays readable. */
@Service
@Transactional
public class ShippingBills {

    private static final String ENTRIES =
            """
            select b.invoice_number, b.number as bill_number, b.dated_on, b.entered_by, b.entered_at, p.code, p.name, p.line1, p.city,
                p.state_code, p.pin, p.active
            from shipping_bill_entry b join port p on p.code = b.port_code
            where b.invoice_number = :invoice order by b.id desc""";

    private final JdbcClient jdbc;
    private final TaxInvoices invoices;
    private final Ports ports;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ShippingBills(JdbcClient jdbc, TaxInvoices invoices, Ports ports, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.invoices = invoices;
        this.ports = ports;
        this.events = events;
        this.clock = clock;
    }

    public static boolean mayEnter(Actor by) {
        return EwayRules.mayEnter(by);
    }

    /** Whether a shipping bill goes with the invoice: its goods leave India. */
    public static boolean isExport(TaxInvoice invoice) {
        return invoice.supplyType() == SupplyType.EXPWP || invoice.supplyType() == SupplyType.EXPWOP;
    }

    /** Empty until it is entered. */
    @Transactional(readOnly = true)
    public Optional<ShippingBill> of(String invoiceNumber) {
        return entries(invoiceNumber).stream().findFirst();
    }

    /** All that was ever said, the latest first. */
    @Transactional(readOnly = true)
    public List<ShippingBill> entries(String invoiceNumber) {
        return jdbc.sql(ENTRIES)
                .param("invoice", invoiceNumber)
                .query(ShippingBills::entry)
                .list();
    }

    /**
     * Enters the shipping bill of an export, or corrects it; the same once more changes nothing.
     *
     * @throws Problem {@code finance-only}; not-found; {@code no-export}; {@code shipping-bill-invalid} per field
     */
    public ShippingBill enter(Actor by, String invoiceNumber, String number, LocalDate datedOn, String portCode) {
        if (!mayEnter(by)) {
            throw Problem.forbidden("finance-only", "Shipping bills are entered by finance");
        }
        TaxInvoice invoice = invoices.invoice(invoiceNumber);
        if (!isExport(invoice)) {
            throw Problem.conflict(
                    "no-export",
                    "No export",
                    "The goods of " + invoiceNumber + " stay in India: no shipping bill goes with them");
        }
        String bill = number == null ? "" : number.strip();
        String code = portCode == null ? "" : portCode.strip();
        Optional<Port> port =
                ports.all().stream().filter(one -> one.code().equals(code)).findFirst();
        Optional<ShippingBill> before = of(invoiceNumber);
        check(invoice, bill, datedOn, port, before);
        boolean same = before.filter(known -> known.number().equals(bill)
                        && known.datedOn().equals(datedOn)
                        && known.port().code().equals(code))
                .isPresent();
        if (!same) {
            jdbc.sql(
                            """
                            insert into shipping_bill_entry (invoice_number, number, dated_on, port_code, entered_by, entered_at)
                            values (:invoice, :number, :on, :port, :by, :at)""")
                    .param("invoice", invoiceNumber)
                    .param("number", bill)
                    .param("on", datedOn)
                    .param("port", code)
                    .param("by", by.name())
                    .param("at", OffsetDateTime.now(clock))
                    .update();
            events.publishEvent(DealProgress.internal(
                    invoice.dealNumber(),
                    "Shipping bill " + bill + " of " + datedOn + ", "
                            + port.orElseThrow().name()
                            + (before.isEmpty() ? ", entered for " : ", entered in place of the one before for ")
                            + invoiceNumber,
                    invoiceNumber,
                    by));
        }
        return of(invoiceNumber).orElseThrow();
    }

    private void check(
            TaxInvoice invoice, String number, LocalDate datedOn, Optional<Port> port, Optional<ShippingBill> before) {
        List<Violation> wrong = new ArrayList<>();
        if (!number.matches("[0-9]{3,7}")) {
            wrong.add(new Violation("number", "The shipping bill's number has 3 to 7 digits"));
        }
        if (datedOn == null) {
            wrong.add(new Violation("datedOn", "The day of the shipping bill is needed"));
        } else if (datedOn.isBefore(invoice.issuedOn())) {
            wrong.add(new Violation(
                    "datedOn",
                    "The return takes no shipping bill from before its invoice, which is of " + invoice.issuedOn()));
        } else if (datedOn.isAfter(LocalDate.now(clock))) {
            wrong.add(new Violation("datedOn", datedOn + " is in the future"));
        }
        boolean usable = port.filter(Port::active).isPresent()
                || port.isPresent()
                        && before.filter(known ->
                                        known.port().code().equals(port.get().code()))
                                .isPresent();
        if (!usable) {
            wrong.add(new Violation("port", "Choose a port of loading that is in use"));
        }
        if (!wrong.isEmpty()) {
            throw Problem.invalid("shipping-bill-invalid", "The shipping bill is not valid", wrong);
        }
    }

    private static ShippingBill entry(ResultSet row, int index) throws SQLException {
        return new ShippingBill(
                row.getString("invoice_number"),
                row.getString("bill_number"),
                row.getObject("dated_on", LocalDate.class),
                new Port(
                        row.getString("code"),
                        row.getString("name"),
                        row.getString("line1"),
                        row.getString("city"),
                        row.getString("state_code"),
                        row.getString("pin"),
                        row.getBoolean("active")),
                row.getString("entered_by"),
                row.getObject("entered_at", OffsetDateTime.class).toInstant());
    }
}
