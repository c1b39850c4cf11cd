package io.tradeflow.desk;

import io.tradeflow.einvoice.EInvoices;
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
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** An issued invoice as it stands: its lines, its registration and, of an export, the shipping bill that customs gave. */
@Controller
class InvoicePages {

    private static final String PAGE = "/desk/invoices/{number}";

    private final TaxInvoices invoices;
    private final EInvoices eInvoices;
    private final ShippingBills shippingBills;
    private final EwayBills ewayBills;
    private final Ports ports;
    private final Clock clock;

    InvoicePages(
            TaxInvoices invoices,
            EInvoices eInvoices,
            ShippingBills shippingBills,
            EwayBills ewayBills,
            Ports ports,
            Clock clock) {
        this.invoices = invoices;
        this.eInvoices = eInvoices;
        this.shippingBills = shippingBills;
        this.ewayBills = ewayBills;
        this.ports = ports;
        this.clock = clock;
    }

    @GetMapping(PAGE)
    String invoice(Actor.Staff by, @PathVariable String number, Model model) {
        TaxInvoice invoice = invoices.invoice(by, number);
        model.addAttribute("invoice", invoice);
        model.addAttribute(
                "eInvoice",
                EInvoices.mayRead(by)
                        ? eInvoices.ofDocument("INV", invoice.number()).orElse(null)
                        : null);
        boolean export = ShippingBills.isExport(invoice);
        model.addAttribute("export", export);
        if (export) {
            List<ShippingBill> entries = shippingBills.entries(invoice.number());
            model.addAttribute("bill", entries.isEmpty() ? null : entries.get(0));
            model.addAttribute("earlier", entries.stream().skip(1).toList());
            model.addAttribute(
                    "ports", ports.all().stream().filter(Port::active).toList());
            model.addAttribute(
                    "portThen",
                    entries.isEmpty()
                            ? ofShipments(invoice)
                            : entries.get(0).port().code());
            model.addAttribute("mayEnter", ShippingBills.mayEnter(by) && !invoice.cancelled());
            model.addAttribute("today", LocalDate.now(clock));
        }
        return "desk/invoice";
    }

    /** Null where no shipment says it. */
    private String ofShipments(TaxInvoice invoice) {
        return invoice.shipmentNumbers().stream()
                .map(ewayBills::port)
                .flatMap(Optional::stream)
                .map(Port::code)
                .findFirst()
                .orElse(null);
    }

    @PostMapping(PAGE + "/shipping-bill")
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
        return "redirect:" + PAGE;
    }
}
