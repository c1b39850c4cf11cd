package io.tradeflow.journey;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradeflow.EngineJobs;
import io.tradeflow.TradeflowTest;
import io.tradeflow.access.Visitor;
import io.tradeflow.approval.Approval;
import io.tradeflow.approval.ApprovalNeed;
import io.tradeflow.approval.ApprovalSubject;
import io.tradeflow.approval.Approvals;
import io.tradeflow.engine.ProcessMessages;
import io.tradeflow.engine.StaffDirectory;
import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.PaymentTerms;
import io.tradeflow.kernel.Percentage;
import io.tradeflow.kernel.Problem;
import io.tradeflow.ordering.SalesOrders;
import io.tradeflow.quotation.DeliveryWishes;
import io.tradeflow.quotation.LineChange;
import io.tradeflow.quotation.LinkedQuote;
import io.tradeflow.quotation.Negotiations;
import io.tradeflow.quotation.Quotations;
import io.tradeflow.quotation.Quote;
import io.tradeflow.quotation.QuoteLinks;
import io.tradeflow.quotation.QuoteStatus;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Every way that could lead to an order, listed from the program itself: what the pages and the API take, the messages that the models
 * wait for, and what other rooms may call. Each is classified here, each that leads towards an order is tried on a quote that lacks an
 * approval, and none gets through. A new way fails this test until somebody has thought about it.
 */
@TradeflowTest
class RoutesToAnOrderTest {

    private static final String HETAL = "hetal@sabarmati-traders.example";
    private static final Actor.BuyerUser BUYER = new Actor.BuyerUser(HETAL, "Hetal Shah", "SABARMATI-TRADERS");

    /** A ball valve at SABARMATI's prices: discount and margin both need an approval. */
    private static final String SKU = "BV-025-SS";

    /** What a way may do. */
    private enum Effect {
        /** Brings a quote nearer to an order; tried below under the same name. */
        TOWARDS_AN_ORDER,
        /** Changes what a quote says: voids decisions, gives none. */
        CHANGES_A_DRAFT,
        /** Begins a deal, which then goes the whole way. */
        BEGINS_A_DEAL,
        /** Ends a deal, or has to do with deals that are ordered already. */
        AFTER_OR_AWAY,
        /** Nothing that a deal depends on while it is quoted. */
        APART
    }

    private static final Map<String, Effect> HTTP = Map.ofEntries(
            entry("POST /api/v1/quotes/{number}/acceptance", Effect.TOWARDS_AN_ORDER),
            entry("POST /desk/deals/{deal}/quotes/{quote}/acceptance", Effect.TOWARDS_AN_ORDER),
            entry("POST /portal/deals/{deal}/quotes/{quote}/acceptance", Effect.TOWARDS_AN_ORDER),
            entry("POST /api/v1/tasks/{id}/completion", Effect.TOWARDS_AN_ORDER),
            entry("POST /quote-link/acceptance", Effect.TOWARDS_AN_ORDER),
            entry("POST /quote-link/change-request", Effect.CHANGES_A_DRAFT),
            entry("POST /quote-link/decline", Effect.AFTER_OR_AWAY),
            entry("PUT /api/v1/quotes/{number}/lines", Effect.CHANGES_A_DRAFT),
            entry("POST /api/v1/quotes/{number}/change-requests", Effect.CHANGES_A_DRAFT),
            entry("POST /portal/deals/{deal}/quotes/{quote}/change-requests", Effect.CHANGES_A_DRAFT),
            entry("POST /portal/deals/{deal}/quotes/{quote}/counter-offers", Effect.CHANGES_A_DRAFT),
            entry("POST /portal/deals/{deal}/quotes/{quote}/messages", Effect.APART),
            entry("POST /portal/deals/{deal}/quotes/{quote}/extension-requests", Effect.APART),
            entry("POST /desk/quotes/{number}/counter-offers", Effect.CHANGES_A_DRAFT),
            entry("POST /desk/quotes/{number}/counter-offer-answers", Effect.CHANGES_A_DRAFT),
            entry("POST /desk/quotes/{number}/messages", Effect.APART),
            entry("POST /api/v1/quotes/{number}/counter-offers", Effect.CHANGES_A_DRAFT),
            entry("POST /api/v1/quotes/{number}/counter-offer-answers", Effect.CHANGES_A_DRAFT),
            entry("POST /api/v1/quotes/{number}/messages", Effect.APART),
            entry("POST /api/v1/quotes/{number}/extension-requests", Effect.APART),
            entry("POST /api/v1/inquiries", Effect.BEGINS_A_DEAL),
            entry("POST /desk/inquiries", Effect.BEGINS_A_DEAL),
            entry("POST /portal/inquiries", Effect.BEGINS_A_DEAL),
            entry("POST /api/v1/quotes/{number}/decline", Effect.AFTER_OR_AWAY),
            entry("POST /desk/deals/{deal}/quotes/{quote}/decline", Effect.AFTER_OR_AWAY),
            entry("POST /portal/deals/{deal}/quotes/{quote}/decline", Effect.AFTER_OR_AWAY),
            entry("POST /desk/deals/{deal}/cancellation", Effect.AFTER_OR_AWAY),
            entry("POST /desk/deals/{deal}/cancellation/rest", Effect.AFTER_OR_AWAY),
            entry("POST /api/v1/orders/{number}/reallocations", Effect.AFTER_OR_AWAY),
            entry("POST /desk/orders/{number}/reallocation", Effect.AFTER_OR_AWAY),
            entry("POST /api/v1/deals/{number}/cancellation/rest", Effect.AFTER_OR_AWAY),
            entry("POST /api/v1/deals/{number}/cancellation", Effect.AFTER_OR_AWAY),
            entry("POST /desk/deals/{deal}/loss", Effect.AFTER_OR_AWAY),
            entry("PUT /api/v1/deals/{number}/loss", Effect.AFTER_OR_AWAY),
            entry("POST /desk/quote-templates", Effect.APART),
            entry("PUT /api/v1/quote-templates/{code}", Effect.APART),
            entry("POST /desk/lost-reasons", Effect.APART),
            entry("PUT /api/v1/lost-reasons/{code}", Effect.APART),
            entry("POST /api/v1/quotes/{number}/copies", Effect.BEGINS_A_DEAL),
            entry("POST /api/v1/quotes/{number}/proforma-invoice", Effect.APART),
            entry("POST /api/v1/orders/{number}/proforma-invoice", Effect.APART),
            entry("POST /api/v1/proforma-invoices/{number}/mail", Effect.APART),
            entry("POST /desk/quotes/{number}/proforma-invoice", Effect.APART),
            entry("POST /desk/orders/{number}/proforma-invoice", Effect.APART),
            entry("POST /desk/proforma-invoices/{number}/mail", Effect.APART),
            entry("POST /api/v1/revised-invoices", Effect.AFTER_OR_AWAY),
            entry("POST /api/v1/revised-invoices/preview", Effect.APART),
            entry("POST /desk/revised-invoices", Effect.AFTER_OR_AWAY),
            entry("POST /api/v1/notes", Effect.AFTER_OR_AWAY),
            entry("POST /api/v1/notes/preview", Effect.APART),
            entry("POST /desk/deals/{deal}/notes", Effect.AFTER_OR_AWAY),
            entry("POST /desk/deals/{deal}/notes/preview", Effect.APART),
            entry("POST /desk/notes/{number}/itc-reversal", Effect.APART),
            entry("POST /portal/notes/{number}/itc-reversal", Effect.APART),
            entry("POST /api/v1/notes/{number}/itc-reversals", Effect.APART),
            entry("POST /api/v1/payments", Effect.AFTER_OR_AWAY),
            entry("POST /desk/payments", Effect.AFTER_OR_AWAY),
            entry("POST /api/v1/payments/{number}/applications", Effect.AFTER_OR_AWAY),
            entry("POST /api/v1/payments/{number}/discounts", Effect.AFTER_OR_AWAY),
            entry("POST /api/v1/payments/settlements/{id}/reversal", Effect.AFTER_OR_AWAY),
            entry("POST /api/v1/payments/{number}/reversal", Effect.AFTER_OR_AWAY),
            entry("POST /api/v1/payments/{number}/refund", Effect.AFTER_OR_AWAY),
            entry("PUT /api/v1/payments/settlements/{id}/certificate", Effect.APART),
            entry("POST /desk/receipts/{number}/applications", Effect.AFTER_OR_AWAY),
            entry("POST /desk/receipts/{number}/discounts", Effect.AFTER_OR_AWAY),
            entry("POST /desk/receipts/{number}/order", Effect.AFTER_OR_AWAY),
            entry("POST /desk/bank/{id}/split", Effect.AFTER_OR_AWAY),
            entry("POST /api/v1/bank-lines/{id}/split", Effect.AFTER_OR_AWAY),
            entry("POST /api/v1/payments/{number}/order", Effect.AFTER_OR_AWAY),
            entry("POST /desk/receipts/{number}/settlements/{id}/reversal", Effect.AFTER_OR_AWAY),
            entry("POST /desk/receipts/{number}/reversal", Effect.AFTER_OR_AWAY),
            entry("POST /desk/receipts/{number}/refund", Effect.AFTER_OR_AWAY),
            entry("POST /desk/receipts/deductions/{id}/certificate", Effect.APART),
            entry("POST /api/v1/bank-statements", Effect.APART),
            entry("POST /api/v1/bank-lines/{id}/confirmation", Effect.AFTER_OR_AWAY),
            entry("POST /api/v1/bank-lines/{id}/receipt", Effect.APART),
            entry("POST /api/v1/bank-lines/{id}/dismissal", Effect.APART),
            entry("POST /desk/bank", Effect.APART),
            entry("POST /desk/bank/{id}/confirmation", Effect.AFTER_OR_AWAY),
            entry("POST /desk/bank/{id}/receipt", Effect.APART),
            entry("POST /desk/bank/{id}/dismissal", Effect.APART),
            entry("POST /api/v1/write-offs", Effect.AFTER_OR_AWAY),
            entry("POST /api/v1/write-offs/{number}/withdrawal", Effect.AFTER_OR_AWAY),
            entry("POST /desk/write-offs", Effect.AFTER_OR_AWAY),
            entry("POST /desk/write-offs/{number}/withdrawal", Effect.AFTER_OR_AWAY),
            entry("POST /api/v1/stock-receipts", Effect.AFTER_OR_AWAY),
            entry("POST /desk/stock/receipts", Effect.AFTER_OR_AWAY),
            entry("POST /api/v1/tasks/{id}/claim", Effect.APART),
            entry("DELETE /api/v1/tasks/{id}/claim", Effect.APART),
            entry("POST /api/v1/imports", Effect.APART),
            entry("POST /api/v1/imports/{id}/approval", Effect.APART),
            entry("DELETE /api/v1/imports/{id}", Effect.APART),
            entry("POST /api/v1/imports/{id}/cancellation", Effect.APART),
            entry("POST /desk/imports/{id}/cancellation", Effect.APART),
            entry("PUT /api/v1/company", Effect.APART),
            entry("PUT /api/v1/branches/{code}", Effect.APART),
            entry("PUT /api/v1/warehouses/{code}", Effect.APART),
            entry("POST /desk/setup/company", Effect.APART),
            entry("POST /desk/setup/branches", Effect.APART),
            entry("POST /desk/setup/warehouses/{code}", Effect.APART),
            entry("POST /desk/accounts/{buyerCode}/mails", Effect.APART),
            entry("POST /api/v1/accounts/{buyerCode}/statement-mails", Effect.APART),
            entry("POST /desk/accounts/journal", Effect.APART),
            entry("POST /desk/accounts/ledger", Effect.APART),
            entry("POST /api/v1/accounting/journal-exports", Effect.APART),
            entry("PUT /api/v1/accounting/ledger-accounts", Effect.APART),
            entry("POST /desk/gst-rates", Effect.APART),
            entry("POST /desk/gst-rates/customs", Effect.APART),
            entry("POST /desk/imports", Effect.APART),
            entry("POST /desk/imports/{id}/approval", Effect.APART),
            entry("POST /desk/imports/{id}/discard", Effect.APART),
            entry("POST /desk/credit/{buyerCode}/{currency}/limit", Effect.APART),
            entry("POST /desk/credit/{buyerCode}/{currency}/overrides", Effect.AFTER_OR_AWAY),
            entry("POST /desk/credit/{buyerCode}/{currency}/overrides/{id}/withdraw", Effect.AFTER_OR_AWAY),
            entry("POST /desk/absence", Effect.APART),
            entry("POST /api/v1/buyer-units", Effect.APART),
            entry("PUT /api/v1/buyer-units/{id}", Effect.APART),
            entry("DELETE /api/v1/buyer-units/{id}", Effect.APART),
            entry("PUT /api/v1/purchase-policy", Effect.APART),
            entry("POST /api/v1/buyer-deputies", Effect.APART),
            entry("DELETE /api/v1/buyer-deputies/{id}", Effect.APART),
            entry("POST /portal/company/units/{id}", Effect.APART),
            entry("POST /portal/company/units/{id}/removal", Effect.APART),
            entry("POST /desk/buyers/{code}/company/units/{id}", Effect.APART),
            entry("POST /desk/buyers/{code}/company/units/{id}/removal", Effect.APART),
            entry("POST /api/v1/absences", Effect.APART),
            entry("DELETE /api/v1/absences/{id}", Effect.APART),
            entry("POST /api/v1/approvals/{id}/reassignment", Effect.APART),
            entry("POST /desk/approvals/{id}/reassignment", Effect.APART),
            entry("POST /desk/absence/{id}/cancellation", Effect.APART),
            entry("PATCH /api/v1/quotes/{number}", Effect.CHANGES_A_DRAFT),
            entry("POST /desk/quotes/{number}/amounts", Effect.CHANGES_A_DRAFT),
            entry("POST /desk/quotes/{number}/conditions", Effect.CHANGES_A_DRAFT),
            entry("POST /desk/quotes/{number}/lines", Effect.CHANGES_A_DRAFT),
            entry("POST /desk/quotes/{number}/lines/{lineNo}", Effect.CHANGES_A_DRAFT),
            entry("POST /desk/quotes/{number}/lines/{lineNo}/move", Effect.CHANGES_A_DRAFT),
            entry("POST /desk/quotes/{number}/lines/{lineNo}/removal", Effect.CHANGES_A_DRAFT),
            entry("POST /desk/quotes/{number}/repricing", Effect.CHANGES_A_DRAFT),
            entry("POST /desk/quotes/{number}/ship-to", Effect.CHANGES_A_DRAFT),
            entry("POST /portal/request-list/inquiry", Effect.BEGINS_A_DEAL),
            entry("DELETE /api/v1/products/{sku}/media/{id}", Effect.APART),
            entry("POST /api/v1/products/{sku}/media", Effect.APART),
            entry("PUT /api/v1/products/{sku}", Effect.APART),
            entry("POST /api/v1/catalogue-rules", Effect.APART),
            entry("DELETE /api/v1/catalogue-rules/{id}", Effect.APART),
            entry("POST /desk/categories", Effect.APART),
            entry("POST /desk/products", Effect.APART),
            entry("POST /desk/products/media", Effect.APART),
            entry("POST /desk/products/media/removal", Effect.APART),
            entry("POST /desk/visibility", Effect.APART),
            entry("POST /desk/visibility/removal", Effect.APART),
            entry("POST /portal/catalogue/product", Effect.APART),
            entry("POST /portal/request-list", Effect.APART),
            entry("POST /api/v1/price-previews", Effect.APART),
            entry("POST /api/v1/price-rows", Effect.APART),
            entry("POST /api/v1/price-rows/{id}/end", Effect.APART),
            entry("POST /api/v1/price-agreements", Effect.APART),
            entry("POST /api/v1/bulk-discounts", Effect.APART),
            entry("POST /api/v1/bulk-discounts/{id}/end", Effect.APART),
            entry("POST /api/v1/price-floors", Effect.APART),
            entry("POST /api/v1/price-floors/{id}/end", Effect.APART),
            entry("POST /api/v1/order-terms", Effect.APART),
            entry("POST /api/v1/order-terms/{id}/end", Effect.APART),
            entry("POST /desk/prices", Effect.APART),
            entry("POST /desk/prices/agreements", Effect.APART),
            entry("POST /desk/prices/bulk-discounts", Effect.APART),
            entry("POST /desk/prices/floors", Effect.APART),
            entry("POST /desk/prices/order-terms", Effect.APART),
            entry("POST /desk/prices/policies/{policy}/{id}/end", Effect.APART),
            entry("POST /desk/prices/{id}/end", Effect.APART),
            entry("POST /inquiry-lines", Effect.APART),
            entry("POST /api/v1/purchase-approvals/{id}/decision", Effect.TOWARDS_AN_ORDER),
            entry("POST /portal/approvals/{id}/decision", Effect.TOWARDS_AN_ORDER),
            entry("POST /api/v1/buyer-users", Effect.APART),
            entry("PUT /api/v1/buyer-users/{userId}", Effect.APART),
            entry("POST /invitation", Effect.APART),
            entry("POST /portal/company/people", Effect.APART),
            entry("POST /portal/company/invitations", Effect.APART),
            entry("POST /portal/company/invitations/again", Effect.APART),
            entry("POST /portal/company/units", Effect.APART),
            entry("POST /portal/company/policy", Effect.APART),
            entry("POST /portal/company/deputies", Effect.APART),
            entry("POST /portal/company/deputies/{id}/removal", Effect.APART),
            entry("POST /desk/buyers/{code}/company/people", Effect.APART),
            entry("POST /desk/buyers/{code}/company/invitations", Effect.APART),
            entry("POST /desk/buyers/{code}/company/invitations/again", Effect.APART),
            entry("POST /desk/buyers/{code}/company/units", Effect.APART),
            entry("POST /desk/buyers/{code}/company/policy", Effect.APART),
            entry("POST /desk/buyers/{code}/company/deputies", Effect.APART),
            entry("POST /desk/buyers/{code}/company/deputies/{id}/removal", Effect.APART),
            entry("POST /api/v1/buyers", Effect.APART),
            entry("PUT /api/v1/buyers/{code}", Effect.APART),
            entry("PUT /api/v1/gst-rates", Effect.APART),
            // stock
            entry("PUT /api/v1/stock", Effect.AFTER_OR_AWAY),
            entry("POST /api/v1/webhooks", Effect.APART),
            entry("DELETE /api/v1/webhooks/{id}", Effect.APART),
            entry("POST /desk/stock/webhooks", Effect.APART),
            entry("POST /desk/stock/webhooks/{id}/end", Effect.APART),
            entry("POST /api/v1/webhooks/{id}/resumption", Effect.APART),
            entry("POST /desk/stock/webhooks/{id}/resume", Effect.APART),
            entry("POST /desk/stock/integrity/checks", Effect.APART),
            entry("POST /desk/stock/integrity/repairs", Effect.AFTER_OR_AWAY),
            entry("POST /api/v1/transit-times", Effect.APART),
            entry("POST /api/v1/transit-times/{id}/end", Effect.APART),
            entry("POST /desk/stock/transit", Effect.APART),
            entry("POST /desk/stock/transit/{id}/end", Effect.APART),
            entry("POST /api/v1/stock-adjustments", Effect.AFTER_OR_AWAY),
            entry("POST /desk/stock/adjustments", Effect.AFTER_OR_AWAY),
            entry("PUT /api/v1/stock-reasons/{code}", Effect.APART),
            entry("POST /desk/stock/reasons", Effect.APART),
            entry("POST /api/v1/stock-transfers", Effect.APART),
            entry("POST /api/v1/stock-transfers/{number}/receipts", Effect.AFTER_OR_AWAY),
            entry("POST /api/v1/stock-transfers/{number}/delivery-challan", Effect.APART),
            entry("POST /api/v1/stock-transfers/{number}/eway-bill", Effect.APART),
            entry("POST /desk/stock/transfers/{number}/challan", Effect.APART),
            entry("POST /desk/stock/transfers/{number}/eway-bill", Effect.APART),
            entry("POST /desk/stock/transfers", Effect.APART),
            entry("POST /desk/stock/transfers/{number}/receipts", Effect.AFTER_OR_AWAY),
            entry("POST /desk/stock/expected", Effect.APART),
            entry("POST /desk/stock/expected/{id}/receipts", Effect.AFTER_OR_AWAY),
            entry("POST /desk/stock/expected/{id}/day", Effect.APART),
            entry("POST /desk/stock/expected/{id}/cancellation", Effect.APART),
            entry("POST /api/v1/expected-receipts", Effect.APART),
            entry("PUT /api/v1/expected-receipts/{id}/expected-day", Effect.APART),
            entry("POST /api/v1/expected-receipts/{id}/cancellation", Effect.APART),
            entry("POST /api/v1/expected-receipts/{id}/receipts", Effect.AFTER_OR_AWAY),
            // allocation
            entry("PUT /api/v1/orders/{number}/allocation-priority", Effect.AFTER_OR_AWAY),
            entry("POST /desk/orders/{number}/priority", Effect.AFTER_OR_AWAY),
            entry("PUT /api/v1/warehouses/{code}/distances", Effect.APART),
            entry("PUT /api/v1/buyers/{code}/remaining-life", Effect.APART),
            entry("POST /desk/orders/{number}/remaining-life", Effect.APART),
            // order
            entry("POST /api/v1/orders/{number}/changes", Effect.AFTER_OR_AWAY),
            entry("POST /api/v1/orders/{number}/changes/preview", Effect.APART),
            entry("POST /api/v1/order-changes/{number}/withdrawal", Effect.AFTER_OR_AWAY),
            entry("POST /desk/orders/{number}/changes", Effect.AFTER_OR_AWAY),
            entry("POST /desk/orders/{number}/changes/{change}/withdrawal", Effect.AFTER_OR_AWAY),
            entry("POST /portal/orders/{number}/changes", Effect.AFTER_OR_AWAY),
            entry("POST /portal/orders/{number}/changes/{change}/withdrawal", Effect.AFTER_OR_AWAY),
            entry("POST /api/v1/orders/{number}/holds", Effect.AFTER_OR_AWAY),
            entry("POST /api/v1/orders/{number}/holds/{id}/release", Effect.AFTER_OR_AWAY),
            entry("POST /desk/orders/{number}/holds", Effect.AFTER_OR_AWAY),
            entry("POST /desk/orders/{number}/invoice-terms", Effect.AFTER_OR_AWAY),
            entry("PUT /api/v1/orders/{number}/invoice-terms", Effect.AFTER_OR_AWAY),
            entry("POST /desk/orders/{number}/holds/{id}/release", Effect.AFTER_OR_AWAY),
            // warehouse
            entry("PUT /api/v1/warehouses/{warehouse}/bins", Effect.APART),
            entry("PUT /api/v1/products/{sku}/barcodes", Effect.APART),
            entry("PUT /api/v1/qc-checklists/{code}", Effect.APART),
            entry("POST /desk/checklists", Effect.APART),
            entry("POST /api/v1/shipments/{number}/inspection-sheet/lines/{line}/photos", Effect.APART),
            entry("POST /api/v1/shipments/{number}/packing/scans", Effect.AFTER_OR_AWAY),
            entry("PUT /api/v1/shipments/{number}/packing/packages/{packageNo}", Effect.AFTER_OR_AWAY),
            entry("DELETE /api/v1/shipments/{number}/packing/packages/{packageNo}", Effect.AFTER_OR_AWAY),
            entry("PUT /api/v1/shipments/{number}/inspection-sheet/lines/{line}", Effect.AFTER_OR_AWAY),
            entry("POST /desk/warehouse/inspect/{number}", Effect.AFTER_OR_AWAY),
            entry("POST /desk/warehouse/pack/{number}/completion", Effect.AFTER_OR_AWAY),
            entry("POST /api/v1/pick-lists/{number}/scans", Effect.AFTER_OR_AWAY),
            entry("POST /api/v1/pick-lists/{number}/lines/{shipment}/{line}/quantity", Effect.AFTER_OR_AWAY),
            entry("POST /api/v1/pick-lists/{number}/lines/{shipment}/{line}/short", Effect.AFTER_OR_AWAY),
            entry("POST /api/v1/picking-rounds", Effect.AFTER_OR_AWAY),
            entry("POST /desk/warehouse/rounds", Effect.AFTER_OR_AWAY),
            entry("POST /desk/warehouse/rounds/{number}/removal", Effect.AFTER_OR_AWAY),
            entry("POST /desk/warehouse/pick/{number}/completion", Effect.AFTER_OR_AWAY),
            entry("POST /desk/warehouse/counts/{id}", Effect.APART),
            entry("POST /desk/warehouse/bins", Effect.APART),
            entry("POST /desk/warehouse/bin-moves", Effect.APART),
            entry("POST /api/v1/warehouses/{warehouse}/bin-moves", Effect.APART),
            // dispatch
            entry("POST /api/v1/shipments/{number}/delivery-challan", Effect.AFTER_OR_AWAY),
            entry("PUT /api/v1/carriers/{code}", Effect.APART),
            entry("PUT /api/v1/shipments/{number}/port-of-loading", Effect.AFTER_OR_AWAY),
            entry("POST /api/v1/shipments/{number}/eway-bill", Effect.AFTER_OR_AWAY),
            entry("POST /api/v1/shipments/{number}/eway-bill/extension", Effect.AFTER_OR_AWAY),
            entry("POST /api/v1/shipments/{number}/eway-bill/cancellation", Effect.AFTER_OR_AWAY),
            entry("POST /desk/consignments/{shipment}/eway-bill", Effect.AFTER_OR_AWAY),
            entry("POST /desk/consignments/{shipment}/port-of-loading", Effect.AFTER_OR_AWAY),
            entry("POST /api/v1/e-invoices/signed-answers", Effect.AFTER_OR_AWAY),
            entry("POST /api/v1/e-invoices/{irn}/cancellation", Effect.AFTER_OR_AWAY),
            entry("PUT /api/v1/e-invoice-duty", Effect.APART),
            entry("PUT /api/v1/invoices/{number}/shipping-bills", Effect.APART),
            entry("POST /desk/invoices/{number}/shipping-bill", Effect.APART),
            entry("POST /desk/e-invoices/signed-answers", Effect.AFTER_OR_AWAY),
            entry("POST /desk/e-invoices/{irn}/cancellation", Effect.AFTER_OR_AWAY),
            entry("POST /desk/e-invoices/duty", Effect.APART),
            entry("POST /desk/eway-rules", Effect.APART),
            entry("POST /desk/eway-rules/settings", Effect.APART),
            entry("POST /desk/eway-rules/ports", Effect.APART),
            entry("PUT /api/v1/eway-rules/thresholds", Effect.APART),
            entry("PUT /api/v1/eway-rules/ports/{code}", Effect.APART),
            entry("POST /api/v1/consignments/{shipment}/events", Effect.AFTER_OR_AWAY),
            entry("POST /api/v1/consignments/{shipment}/vehicles", Effect.AFTER_OR_AWAY),
            entry("POST /api/v1/consignments/{shipment}/proofs", Effect.AFTER_OR_AWAY),
            entry("POST /desk/consignments/{shipment}/events", Effect.AFTER_OR_AWAY),
            entry("POST /desk/consignments/{shipment}/vehicles", Effect.AFTER_OR_AWAY),
            entry("POST /desk/consignments/{shipment}/proofs", Effect.AFTER_OR_AWAY),
            // returns
            entry("POST /api/v1/returns", Effect.AFTER_OR_AWAY),
            entry("POST /api/v1/returns/{number}/withdrawal", Effect.AFTER_OR_AWAY),
            entry("POST /api/v1/returns/{number}/photos", Effect.AFTER_OR_AWAY),
            entry("POST /desk/deals/{deal}/returns", Effect.AFTER_OR_AWAY),
            entry("POST /desk/returns/{number}/withdrawal", Effect.AFTER_OR_AWAY),
            entry("POST /desk/returns/{number}/photos", Effect.AFTER_OR_AWAY),
            entry("POST /portal/deals/{deal}/returns", Effect.AFTER_OR_AWAY),
            entry("POST /portal/returns/{number}/withdrawal", Effect.AFTER_OR_AWAY),
            entry("POST /portal/returns/{number}/photos", Effect.AFTER_OR_AWAY),
            entry("POST /api/v1/substitutions/{id}/answer", Effect.AFTER_OR_AWAY),
            entry("POST /desk/deals/{deal}/substitutions/{id}/answer", Effect.AFTER_OR_AWAY),
            entry("POST /portal/deals/{deal}/substitutions/{id}/answer", Effect.AFTER_OR_AWAY),
            entry("POST /api/v1/production-requests/{number}/start", Effect.AFTER_OR_AWAY),
            entry("POST /api/v1/production-requests/{number}/new-date", Effect.AFTER_OR_AWAY),
            entry("POST /api/v1/production-requests/{number}/receipt", Effect.AFTER_OR_AWAY),
            entry("POST /api/v1/production-requests/{number}/cancellation", Effect.AFTER_OR_AWAY),
            entry("POST /desk/production/{number}/start", Effect.AFTER_OR_AWAY),
            entry("POST /desk/production/{number}/new-date", Effect.AFTER_OR_AWAY),
            entry("POST /desk/production/{number}/receipt", Effect.AFTER_OR_AWAY),
            entry("POST /desk/production/{number}/cancellation", Effect.AFTER_OR_AWAY),
            entry("PUT /api/v1/customs-rates", Effect.APART));

    private static final Map<String, Effect> MESSAGES = Map.ofEntries(
            entry("QuoteAccepted", Effect.TOWARDS_AN_ORDER),
            entry("PurchaseApproved", Effect.TOWARDS_AN_ORDER),
            entry("PurchaseRefused", Effect.AFTER_OR_AWAY),
            entry("PurchaseVoided", Effect.AFTER_OR_AWAY),
            entry("QuoteChangeRequested", Effect.CHANGES_A_DRAFT),
            entry("QuoteRevised", Effect.TOWARDS_AN_ORDER),
            entry("ExtensionOver", Effect.AFTER_OR_AWAY),
            entry("QuoteDeclined", Effect.AFTER_OR_AWAY),
            entry("ApprovalVoided", Effect.AFTER_OR_AWAY),
            entry("DealCancelled", Effect.AFTER_OR_AWAY),
            entry("RestCancelled", Effect.AFTER_OR_AWAY),
            entry("ShipmentWithdrawn", Effect.AFTER_OR_AWAY),
            entry("PaymentReceived", Effect.AFTER_OR_AWAY),
            entry("WriteOffWithdrawn", Effect.AFTER_OR_AWAY),
            entry("WriteOffOvertaken", Effect.AFTER_OR_AWAY),
            entry("RegistrationRecorded", Effect.AFTER_OR_AWAY),
            entry("StockArrived", Effect.AFTER_OR_AWAY),
            entry("ImportApproved", Effect.APART),
            // stock
            entry("WebhookResumed", Effect.APART),
            // allocation
            entry("StockHoldOver", Effect.AFTER_OR_AWAY),
            // order
            entry("ChangeOver", Effect.AFTER_OR_AWAY),
            entry("HoldEnded", Effect.AFTER_OR_AWAY),
            entry("OrderReleased", Effect.AFTER_OR_AWAY),
            // warehouse
            // dispatch
            entry("ConsignmentMoved", Effect.AFTER_OR_AWAY),
            // returns
            entry("ReturnWithdrawn", Effect.AFTER_OR_AWAY),
            entry("SubstitutionAnswered", Effect.AFTER_OR_AWAY),
            entry("ProductionReceived", Effect.AFTER_OR_AWAY),
            entry("ProductionRescheduled", Effect.AFTER_OR_AWAY),
            entry("ProductionCancelled", Effect.AFTER_OR_AWAY),
            entry("ImportDiscarded", Effect.APART));

    /** What other rooms may call and what changes something; questions are left out. */
    private static final Map<String, Effect> SURFACES = Map.ofEntries(
            entry("Quotations.accept", Effect.TOWARDS_AN_ORDER),
            entry("QuoteLinks.accept", Effect.TOWARDS_AN_ORDER),
            entry("QuoteLinks.requestChange", Effect.CHANGES_A_DRAFT),
            entry("QuoteLinks.decline", Effect.AFTER_OR_AWAY),
            entry("Quotations.render", Effect.TOWARDS_AN_ORDER),
            entry("Quotations.send", Effect.TOWARDS_AN_ORDER),
            entry("SalesOrders.confirm", Effect.TOWARDS_AN_ORDER),
            entry("Quotations.acceptChosen", Effect.TOWARDS_AN_ORDER),
            entry("Negotiations.counter", Effect.CHANGES_A_DRAFT),
            entry("Negotiations.answer", Effect.CHANGES_A_DRAFT),
            entry("Negotiations.say", Effect.APART),
            entry("Negotiations.askExtension", Effect.APART),
            entry("Negotiations.grantExtension", Effect.TOWARDS_AN_ORDER),
            entry("Negotiations.refuseExtension", Effect.AFTER_OR_AWAY),
            entry("Negotiations.closeExtension", Effect.AFTER_OR_AWAY),
            entry("Quotations.price", Effect.CHANGES_A_DRAFT),
            entry("Quotations.change", Effect.CHANGES_A_DRAFT),
            entry("Quotations.edit", Effect.CHANGES_A_DRAFT),
            entry("Quotations.revise", Effect.CHANGES_A_DRAFT),
            entry("Quotations.requestChange", Effect.CHANGES_A_DRAFT),
            entry("Quotations.requestApprovals", Effect.CHANGES_A_DRAFT),
            entry("Quotations.decline", Effect.AFTER_OR_AWAY),
            entry("Quotations.remind", Effect.AFTER_OR_AWAY),
            entry("Quotations.expire", Effect.AFTER_OR_AWAY),
            entry("Quotations.withdraw", Effect.AFTER_OR_AWAY),
            entry("SalesOrders.shortClose", Effect.AFTER_OR_AWAY),
            entry("SalesOrders.complete", Effect.AFTER_OR_AWAY),
            // stock
            // allocation
            // order
            // warehouse
            // dispatch
            // returns
            entry("SalesOrders.cancel", Effect.AFTER_OR_AWAY));

    private static final Set<String> QUESTIONS = Set.of(
            "QuoteLinks.open",
            "Negotiations.of",
            "Negotiations.extension",
            "Negotiations.isExtensionOpen",
            "Negotiations.checkGrant",
            "Quotations.choice",
            "Quotations.isChosen",
            "Quotations.isInTime",
            "Quotations.quote",
            "Quotations.ofDeal",
            "Quotations.currentOfDeal",
            "Quotations.facts",
            "Quotations.isPoNumberUsed",
            "Quotations.preview",
            "Quotations.presetApprovals",
            "Quotations.reasonOfDecline",
            "Quotations.repriced",
            "Quotations.sentBefore",
            "Quotations.mayEdit",
            "Quotations.approvalSubject",
            "Quotations.requirePriceable",
            "Quotations.seesMargins",
            "Quotations.mayAnswer",
            "SalesOrders.order",
            // stock
            // allocation
            // order
            "Quotations.deliveryWishes",
            // warehouse
            // dispatch
            // returns
            "SalesOrders.lock",
            "SalesOrders.ofDeal");

    @LocalServerPort
    int port;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    @Autowired
    RepositoryService repository;

    @Autowired
    ProcessMessages messages;

    @Autowired
    Quotations quotations;

    @Autowired
    QuoteLinks links;

    @Autowired
    Negotiations negotiations;

    @Autowired
    SalesOrders orders;

    @Autowired
    Approvals approvals;

    @Autowired
    StaffDirectory staff;

    @Autowired
    EngineJobs jobs;

    @Autowired
    JdbcClient jdbc;

    private Api api;

    @BeforeEach
    void open() {
        api = new Api(port, "asha");
    }

    @Test
    void everythingThatPagesAndApiTakeIsClassified() {
        Set<String> routes = mappings.getHandlerMethods().entrySet().stream()
                .filter(mapping -> mapping.getValue().getBeanType().getName().startsWith("io.tradeflow."))
                .flatMap(mapping -> routes(mapping.getKey()))
                .collect(Collectors.toCollection(TreeSet::new));

        classified("HTTP", routes, HTTP.keySet());
    }

    @Test
    void everyMessageThatAModelWaitsForIsClassified() {
        Set<String> names = repository.createProcessDefinitionQuery().latestVersion().list().stream()
                .map(definition -> repository.getBpmnModelInstance(definition.getId()))
                .flatMap(model -> model.getModelElementsByType(Message.class).stream())
                .map(Message::getName)
                .collect(Collectors.toCollection(TreeSet::new));

        classified("MESSAGES", names, MESSAGES.keySet());
    }

    @Test
    void everythingOtherRoomsMayCallIsClassified() {
        Set<String> methods = Stream.of(Quotations.class, Negotiations.class, QuoteLinks.class, SalesOrders.class)
                .flatMap(surface -> Arrays.stream(surface.getDeclaredMethods())
                        .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic())
                        .map(Method::getName)
                        .map(name -> surface.getSimpleName() + "." + name))
                .filter(name -> !QUESTIONS.contains(name))
                .collect(Collectors.toCollection(TreeSet::new));

        classified("SURFACES", methods, SURFACES.keySet());
    }

    @ParameterizedTest
    @MethodSource("waysTowardsAnOrder")
    void noWayLeadsToAnOrderWithoutTheDecision(String way) throws Exception {
        Quote quote = quoteInApproval();

        attempt(way, quote);

        jobs.runDue(quote.dealNumber());
        assertThat(quotations.quote(quote.number()).status()).isEqualTo(QuoteStatus.DRAFT);
        assertThat(orders.ofDeal(quote.dealNumber())).isEmpty();
    }

    static Stream<String> waysTowardsAnOrder() {
        return Stream.of(HTTP, MESSAGES, SURFACES)
                .flatMap(ways -> ways.entrySet().stream())
                .filter(way -> way.getValue() == Effect.TOWARDS_AN_ORDER)
                .map(Map.Entry::getKey)
                .sorted();
    }

    /** Tries the way as those would who have most to do with it. A way that is not written down here is no way that was tried. */
    private void attempt(String way, Quote quote) throws Exception {
        Map<String, Object> acceptance = Map.of("revision", 1, "poNumber", po());
        String form = "revision=1&poNumber=" + po();
        switch (way) {
            case "POST /api/v1/quotes/{number}/acceptance" -> {
                String path = "/quotes/" + quote.number() + "/acceptance";
                assertThat(api.as(HETAL).post(path, acceptance).status()).isIn(404, 409);
                assertThat(api.post(path, acceptance).status()).isEqualTo(409);
                assertThat(api.as("vikram").post(path, acceptance).status()).isIn(403, 409);
            }
            case "POST /desk/deals/{deal}/quotes/{quote}/acceptance" -> submit("asha", "/desk", quote, form);
            case "POST /portal/deals/{deal}/quotes/{quote}/acceptance" -> submit(HETAL, "/portal", quote, form);
            case "POST /api/v1/tasks/{id}/completion" -> completeAsMaker(quote);
            case "POST /api/v1/purchase-approvals/{id}/decision" ->
                assertThat(api.as(HETAL)
                                .post(
                                        "/purchase-approvals/" + purchaseApprovals(quote) + "/decision",
                                        Map.of("outcome", "APPROVED"))
                                .status())
                        .as("a quote that was not sent has no purchase approval")
                        .isEqualTo(404);
            case "POST /portal/approvals/{id}/decision" ->
                assertThat(Visitor.signedIn(port, HETAL)
                                .form("/portal/approvals/" + purchaseApprovals(quote) + "/decision", "outcome=APPROVED")
                                .statusCode())
                        .isLessThan(500);
            case "PurchaseApproved" ->
                assertThat(messages.tell(quote.dealNumber(), way)).isZero();
            case "POST /quote-link/acceptance" ->
                assertThat(Visitor.anonymous(port)
                                .form("/quote-link/acceptance", form + "&name=Hetal&secret=" + linkSecret(quote))
                                .statusCode())
                        .isEqualTo(404);
            case "QuoteLinks.accept" ->
                refused(
                        "not-found",
                        () -> links.accept(
                                linkSecret(quote),
                                new LinkedQuote.Person("Hetal", "127.0.0.1"),
                                po(),
                                null,
                                Set.of(),
                                DeliveryWishes.NONE));
            case "QuoteRevised" ->
                assertThat(messages.tell(quote.dealNumber(), way))
                        .as("nobody waits for a revision before the quote was sent")
                        .isZero();
            case "Quotations.acceptChosen" ->
                assertThat(quotations.acceptChosen(quote.number()))
                        .as("nobody has chosen anything of a quote that was not sent")
                        .isFalse();
            case "Negotiations.grantExtension" ->
                refused(
                        "not-found",
                        () -> negotiations.grantExtension(Long.MAX_VALUE, person("asha"), quote.validUntil(), null));
            case "QuoteAccepted" ->
                assertThat(messages.tell(quote.dealNumber(), way))
                        .as("nobody waits for an answer before the quote was sent")
                        .isZero();
            case "Quotations.accept" -> {
                refused("quote-not-open", () -> quotations.accept(BUYER, quote.number(), 1, po(), null));
                refused("quote-not-open", () -> quotations.accept(person("asha"), quote.number(), 1, po(), null));
                refused("quote-not-open", () -> quotations.accept(BUYER, quote.number(), 1, po(), null, Set.of(1)));
            }
            case "Quotations.render" -> refused("approval-missing", () -> quotations.render(quote.number()));
            case "Quotations.send" -> refused("quote-not-open", () -> quotations.send(quote.number()));
            case "SalesOrders.confirm" ->
                refused(
                        "quote-not-accepted",
                        () -> orders.confirm(quote.number(), PaymentTerms.plain(Percentage.ZERO, 30)));
            default -> throw new AssertionError("Nobody tries " + way + ": write down here how it is refused");
        }
    }

    /** Of this quote there are none: the number that would be next. */
    private long purchaseApprovals(Quote quote) {
        assertThat(jdbc.sql("select count(*) from purchase_approval where quote_number = :quote")
                        .param("quote", quote.number())
                        .query(Long.class)
                        .single())
                .isZero();
        return Long.MAX_VALUE;
    }

    /** There is no link before the quote was mailed: one that somebody made up. */
    private String linkSecret(Quote quote) {
        assertThat(jdbc.sql("select count(*) from quote_link where quote_number = :quote")
                        .param("quote", quote.number())
                        .query(Long.class)
                        .single())
                .isZero();
        return "A".repeat(43);
    }

    /** The maker works past the portal: the approver's task is not theirs, neither to see nor to complete. */
    private void completeAsMaker(Quote quote) {
        List<String> open =
                api.as("vikram").get("/tasks?deal=" + quote.dealNumber()).findValuesAsText("id");
        assertThat(open).isNotEmpty();
        for (String task : open) {
            Map<String, Object> decision = Map.of("variables", Map.of("decision", "APPROVED", "comment", "mine"));
            assertThat(api.post("/tasks/" + task + "/completion", decision).status())
                    .isEqualTo(404);
        }
    }

    private void submit(String user, String pages, Quote quote, String form) throws Exception {
        HttpResponse<String> answer = Visitor.signedIn(port, user)
                .form(pages + "/deals/" + quote.dealNumber() + "/quotes/" + quote.number() + "/acceptance", form);
        assertThat(answer.statusCode()).isLessThan(500);
    }

    /** What the buyer and the approver agree on. */
    private enum Change {
        QUANTITY,
        PRICE,
        TERMS,
        SHIP_TO
    }

    @ParameterizedTest
    @EnumSource(Change.class)
    void whateverIsAgreedOnVoidsTheEarlierDecisionWhenItChanges(Change change) {
        Quote quote = quoteInApproval();
        List<Long> asked = approvals.open(quote.number());
        approvals.decide(asked.get(0), person(firstApprover(asked.get(0))), null, Approval.Outcome.APPROVED, "fine");
        Approval decided = approvals.approval(asked.get(0));
        ApprovalSubject before = quotations.approvalSubject(quote.number());

        make(change, quote);

        Quote changed = quotations.quote(quote.number());
        assertThat(changed.contentHash()).isNotEqualTo(quote.contentHash());
        ApprovalSubject now = quotations.approvalSubject(quote.number());
        assertThat(now).isNotEqualTo(before);
        assertThat(approvals.isGranted(now)).isFalse();
        assertThat(approvals.isGranted(before)).isFalse();
        refused("approval-missing", () -> quotations.render(quote.number()));
        quotations.requestApprovals(quote.number(), List.of(new ApprovalNeed(decided.kind(), 1, "asked again")));
        assertThat(approvals.open(quote.number()))
                .as("what was approved before is asked again")
                .hasSize(1);
    }

    private void make(Change change, Quote quote) {
        Actor asha = person("asha");
        switch (change) {
            case QUANTITY ->
                quotations.change(
                        asha, quote.number(), List.of(new LineChange(1, new BigDecimal("60"), null)), null, null);
            case PRICE ->
                quotations.change(
                        asha, quote.number(), List.of(new LineChange(1, null, new BigDecimal("501.25"))), null, null);
            case TERMS -> quotations.change(asha, quote.number(), List.of(), null, "Payment within 90 days");
            case SHIP_TO -> {
                jdbc.sql("update buyer set ship_to_line1 = ship_to_line1 || ' B' where code = 'SABARMATI-TRADERS'")
                        .update();
                quotations.price(quote.dealNumber());
            }
        }
    }

    private String firstApprover(long approval) {
        return approvals.approval(approval).kind().equals("MARGIN") ? "vikram" : "meera";
    }

    private Quote quoteInApproval() {
        Deal deal = Deal.inquire(api, jobs, HETAL, SKU, "50").isAt("IN_APPROVAL");
        return quotations.currentOfDeal(deal.number()).orElseThrow();
    }

    private Actor.Staff person(String userId) {
        return staff.find(userId).orElseThrow();
    }

    private static Stream<String> routes(RequestMappingInfo mapping) {
        Set<RequestMethod> methods = mapping.getMethodsCondition().getMethods();
        return methods.stream()
                .filter(method -> method != RequestMethod.GET && method != RequestMethod.HEAD)
                .flatMap(method -> mapping.getPatternValues().stream().map(path -> method + " " + path));
    }

    private static void classified(String table, Collection<String> found, Set<String> known) {
        assertThat(found)
                .as("Ways that change something and are not in the table " + table
                        + " of this test (or stand there and are"
                        + " gone). Say what each may do to a deal; if it leads towards an order, try it in attempt().")
                .containsExactlyInAnyOrderElementsOf(known);
    }

    private static void refused(String slug, Runnable work) {
        assertThatThrownBy(work::run).isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.slug())
                .isEqualTo(slug));
    }

    private static String po() {
        return "PO-" + UUID.randomUUID();
    }
}
