package io.tradeflow.bench;

import java.time.Duration;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** Stand in for the program's steps: they write the variables the models go on with, start the mails the program would start, and do no more. */
final class NoOpSteps {

    private static final long MONTH = Duration.ofDays(30).toMillis();
    private static final List<String> SILENT = List.of(
            "assignSegment",
            "requestApprovals",
            "renderQuote",
            "planShipments",
            "recordPacking",
            "issuePackingSlip",
            "renderTaxInvoice",
            "recordHandOver",
            "closeDeal",
            "closeDealLost",
            "cancelDeal",
            "deliverMail");

    private NoOpSteps() {}

    static Map<Object, Object> beans() {
        Map<Object, Object> beans = new HashMap<>();
        SILENT.forEach(name -> beans.put(name, (JavaDelegate) execution -> {}));
        beans.put("priceQuote", (JavaDelegate) NoOpSteps::priceQuote);
        beans.put("sendQuote", (JavaDelegate) NoOpSteps::mail);
        beans.put("confirmOrder", (JavaDelegate) NoOpSteps::confirmOrder);
        beans.put("allocateStock", (JavaDelegate) NoOpSteps::allocateStock);
        beans.put("plannedShipments", new PlannedShipments());
        beans.put("releasePickList", (JavaDelegate) execution -> execution.setVariable("warehouseCode", "PUN"));
        beans.put("recordPick", (JavaDelegate) execution -> execution.setVariable("pickOutcome", "COMPLETE"));
        beans.put(
                "recordInspection", (JavaDelegate) execution -> execution.setVariable("inspectionOutcome", "COMPLETE"));
        beans.put("issueTaxInvoice", (JavaDelegate) execution -> execution.setVariable("invoiceNumber", "MH/26/0001"));
        beans.put("sendTaxInvoice", (JavaDelegate) NoOpSteps::mail);
        beans.put("dispatchGoods", (JavaDelegate) NoOpSteps::mail);
        beans.put("checkSettlement", (JavaDelegate) NoOpSteps::checkSettlement);
        return beans;
    }

    private static void priceQuote(DelegateExecution execution) {
        execution.setVariable("quoteNumber", "QTN-2627-000001");
        execution.setVariable("quoteRevision", 1);
        execution.setVariable("discountPercent", 2.5);
        execution.setVariable("worstLineDiscount", 5.0);
        execution.setVariable("marginPercent", 27.5);
        execution.setVariable("quoteValue", 250_000.0);
        execution.setVariable("validUntil", later());
    }

    private static void confirmOrder(DelegateExecution execution) {
        execution.setVariable("orderNumber", "SO-2627-000001");
        execution.setVariable("advanceRequired", false);
        execution.setVariable("shipToState", "27");
        execution.setVariable("orderValue", 295_000.0);
        mail(execution);
    }

    /** All at first; nothing is left when the shipment has gone. */
    private static void allocateStock(DelegateExecution execution) {
        boolean first = execution.getVariable("allocationOutcome") == null;
        execution.setVariable("allocationOutcome", first ? "ALL" : "NOTHING_OPEN");
    }

    /** Open at first; settled when the payment was told. */
    private static void checkSettlement(DelegateExecution execution) {
        boolean first = execution.getVariable("settled") == null;
        execution.setVariable("settled", !first);
        if (first) {
            execution.setVariable("reminderLevel", 0);
            execution.setVariable("reminderAt", later());
        }
    }

    private static void mail(DelegateExecution execution) {
        execution
                .getProcessEngineServices()
                .getRuntimeService()
                .startProcessInstanceByKey(
                        "mail-delivery",
                        execution.getProcessBusinessKey(),
                        Map.of(
                                "mailId",
                                1L,
                                "mailTo",
                                "purchase@sahyadri-agro.example",
                                "mailSubject",
                                "About your deal"));
    }

    private static Date later() {
        return new Date(System.currentTimeMillis() + MONTH);
    }

    /** Public because expressions reach it by reflection. */
    public static final class PlannedShipments {

        public List<String> of(String orderNumber) {
            return List.of("SHP-" + orderNumber);
        }
    }
}
