package io.tradeflow.desk;

import io.tradeflow.ewaybill.EwayBills;
import io.tradeflow.ewaybill.Port;
import io.tradeflow.ewaybill.Ports;
import io.tradeflow.ewaybill.ShippingBill;
import io.tradeflow.ewaybill.ShippingBills;
import io.tradeflow.invoicing.TaxInvoice;
import io.tradeflow.invoicing.TaxInvoices;
import io.tradeflow.kernel.Actor;
import io.tradeflow.screen.TypedForm;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The shipping bill on the page of an export's invoice. */
@Controller
class ShippingBillPages {

    private final TaxInvoices invoices;
    private final ShippingBills shippingBills;
    private final EwayBills ewayBills;
    private final Ports ports;
    private final Clock clock;

    ShippingBillPages(
            TaxInvoices invoices, ShippingBills shippingBills, EwayBills ewayBills, Ports ports, Clock clock) {
        this.invoices = invoices;
        this.shippingBills = shippingBills;
        this.ewayBills = ewayBills;
        this.ports = ports;
        this.clock = clock;
    }

    /**
     * @param known null until it is entered
     * @param earlier what was said before, the latest first
     * @param suggestedPort null where no shipment says it
     */
    record Panel(
            ShippingBill known,
            List<ShippingBill> earlier,
            List<Port> ports,
            String suggestedPort,
            boolean mayEnter,
            LocalDate today) {}

    /** Empty for goods that stay in India. */
    Optional<Panel> panel(Actor.Staff by, TaxInvoice invoice) {
        if (!ShippingBills.isExport(invoice)) {
            return Optional.empty();
        }
        List<ShippingBill> entries = shippingBills.entries(invoice.number());
        ShippingBill known = entries.isEmpty() ? null : entries.get(0);
        return Optional.of(new Panel(
                known,
                entries.stream().skip(1).toList(),
                ports.all().stream().filter(Port::active).toList(),
                known == null ? ofShipments(invoice) : known.port().code(),
                ShippingBills.mayEnter(by) && !invoice.cancelled(),
                LocalDate.now(clock)));
    }

    private String ofShipments(TaxInvoice invoice) {
        return invoice.shipmentNumbers().stream()
                .map(ewayBills::port)
                .flatMap(Optional::stream)
                .map(Port::code)
                .findFirst()
                .orElse(null);
    }

    @PostMapping("/desk/invoices/{number}/shipping-bill")
    String enter(
            Actor.Staff by,
            @PathVariable String number,
            @RequestParam Map<String, String> fields,
            RedirectAttributes nextPage) {
        TypedForm typed = new TypedForm(fields);
        typed.submit(nextPage, () -> {
            LocalDate on = typed.date("datedOn");
            typed.requireReadable();
            ShippingBill entered = shippingBills.enter(
                    by, invoices.invoice(by, number).number(), typed.text("number"), on, typed.text("port"));
            return "Shipping bill " + entered.number() + " is entered; the return of its month takes it.";
        });
        return "redirect:/desk/invoices/{number}";
    }
}
