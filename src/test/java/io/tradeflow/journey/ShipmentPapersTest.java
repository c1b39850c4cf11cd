package io.tradeflow.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tradeflow.EngineJobs;
import io.tradeflow.TradeflowTest;
import java.io.IOException;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The papers of a shipment over HTTP, from the picking list to the delivery challan. */
@TradeflowTest
class ShipmentPapersTest {

    private static final String PRIYA = "priya@sahyadri-agro.example";
    private static final String HETAL = "hetal@sabarmati-traders.example";

    @LocalServerPort
    int port;

    @Autowired
    EngineJobs jobs;

    @Test
    void papersArePrintedWhenTheirStepIsReachedAndStayAsTheyWere() throws IOException {
        Deal deal = Deal.inquire(new Api(port, "asha"), jobs, PRIYA, "CP-010-CI", "2", "HS-050-PVC", "100")
                .accept();
        String shipment = deal.task("ravi", "fulfilment/pick")
                .path("references")
                .path("shipmentNumber")
                .asText();
        Api ravi = deal.as("ravi");

        String list = text(ravi.bytes(papers(shipment, "picking-list")));
        assertThat(list).contains(shipment, "CP-010-CI", "HS-050-PVC", "Zone PUMPS", "Zone HOSES", "Chakan warehouse");
        byte[] again = ravi.bytes(papers(shipment, "picking-list"));
        assertThat(again).as("asked again it is the same").isEqualTo(ravi.bytes(papers(shipment, "picking-list")));
        ravi.tryGet(papers(shipment, "shipping-label")).problem(409, "shipment-state", null);
        ravi.tryGet(papers(shipment, "qc-certificate")).problem(409, "shipment-state", null);
        deal.buyer().tryGet(papers(shipment, "picking-list")).problem(404, "not-found", null);

        deal.pickAll(shipment).inspect();
        assertThat(text(deal.buyer().bytes(papers(shipment, "qc-certificate"))))
                .contains("Certificate of QC", "Lata Menon", "CP-010-CI");
        deal.as(HETAL).tryGet(papers(shipment, "qc-certificate")).problem(404, "not-found", null);

        deal.pack();
        try (PDDocument labels = Loader.loadPDF(ravi.bytes(papers(shipment, "shipping-label")))) {
            assertThat(labels.getNumberOfPages()).as("one per package").isEqualTo(2);
            assertThat(labels.getPage(0).getMediaBox().getWidth()).isBetween(297f, 298f);
        }
        assertThat(ravi.get("/documents?deal=" + deal.number()).findValuesAsText("kind"))
                .contains("PICKING_LIST", "QC_CERTIFICATE", "SHIPPING_LABEL", "PACKING_SLIP");
        assertThat(deal.documents().findValuesAsText("kind"))
                .contains("QC_CERTIFICATE", "PACKING_SLIP")
                .doesNotContain("PICKING_LIST", "SHIPPING_LABEL");
    }

    @Test
    void aChallanIsNumberedWithoutGapsAndPrintedInThreeCopies() throws IOException {
        Deal first = packed();
        Deal second = packed();
        String invoiced = first.shipments().path(0).path("number").asText();
        first.as("ravi")
                .post(challan(invoiced), Map.of("purpose", "REPLACEMENT"))
                .problem(409, "invoiced-already", null);
        first.as("asha").post(challan(invoiced), Map.of("purpose", "LOTS")).problem(403, "challan-only", null);
        first.as("ravi").post(challan(invoiced), Map.of()).problem(422, "invalid-challan", "purpose");

        JsonNode one = first.as("ravi")
                .post(challan(invoiced), Map.of("purpose", "LOTS"))
                .with(201)
                .json();
        JsonNode two = second.as("ravi")
                .post(challan(second.shipments().path(0).path("number").asText()), Map.of("purpose", "LOTS"))
                .with(201)
                .json();

        assertThat(one.path("number").asText()).matches("MH-[0-9]{4}-C[0-9]{5}").hasSizeLessThanOrEqualTo(16);
        assertThat(serial(two)).isEqualTo(serial(one) + 1);
        assertThat(first.as("ravi")
                        .post(challan(invoiced), Map.of("purpose", "LOTS"))
                        .with(201)
                        .json()
                        .toString())
                .isEqualTo(one.toString());
        JsonNode invoice = first.invoices().path(0);
        assertThat(one.path("taxableValue").decimalValue())
                .isEqualByComparingTo(
                        invoice.path("totals").path("taxableValue").decimalValue());
        String href = one.path("href").asText().replace("/api/v1", "");
        assertThat(text(first.as("ravi").bytes(href)))
                .contains(
                        "ORIGINAL FOR CONSIGNEE",
                        one.path("number").asText(),
                        invoice.path("number").asText());
        assertThat(text(first.as("ravi").bytes(href + "?copy=TRIPLICATE"))).contains("TRIPLICATE FOR CONSIGNER");
        first.buyer().tryGet(href + "?copy=DUPLICATE").problem(404, "not-found", null);
        first.as(HETAL).tryGet(challan(invoiced)).problem(404, "not-found", null);
        assertThat(first.buyer().get(challan(invoiced)).path("number")).isEqualTo(one.path("number"));
    }

    private Deal packed() {
        Deal deal = Deal.inquire(new Api(port, "asha"), jobs, PRIYA, "CP-010-CI", "1")
                .accept();
        String shipment = deal.shipments().path(0).path("number").asText();
        return deal.pickAll(shipment).inspect().pack();
    }

    private static int serial(JsonNode challan) {
        return Integer.parseInt(challan.path("number").asText().replaceAll(".*-C", ""));
    }

    private static String papers(String shipment, String paper) {
        return "/shipments/" + shipment + "/papers/" + paper;
    }

    private static String challan(String shipment) {
        return "/shipments/" + shipment + "/delivery-challan";
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("[\\s\\u00A0]+", " ");
        }
    }
}
