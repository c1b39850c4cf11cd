package io.tradeflow.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tradeflow.EngineJobs;
import io.tradeflow.TestClock;
import io.tradeflow.TradeflowTest;
import java.math.BigDecimal;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** From packed goods to the last rupee, on the real models. */
@TradeflowTest
class MoneyPathTest {

    private static final String PRIYA = "priya@sahyadri-agro.example";

    @LocalServerPort
    int port;

    @Autowired
    EngineJobs jobs;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

    @Test
    void aPackedShipmentIsInvoicedRemindedOfAndPaid() {
        Deal deal = Deal.inquire(new Api(port, PRIYA), jobs, PRIYA, "CP-010-CI", "2");
        deal.accept().ship();

        JsonNode invoice = deal.invoices().path(0);
        assertThat(invoice.path("number").asText()).matches("[A-Z]{2}-[0-9]{4}-[0-9]{6}");
        assertThat(invoice.path("totals").path("taxableValue").decimalValue())
                .isEqualByComparingTo(deal.order().path("netTotal").decimalValue());
        assertThat(invoice.path("totals").path("grandTotal").decimalValue())
                .isEqualByComparingTo(deal.order().path("grandTotal").decimalValue());
        assertThat(deal.openItems().path(0).path("open").decimalValue())
                .isEqualByComparingTo(invoice.path("totals").path("grandTotal").decimalValue());
        deal.isAt("AWAITING_PAYMENT");

        clock.advance(Duration.ofDays(120));
        deal.goOn();
        assertThat(mails("payment-reminder:" + deal.order().path("number").asText() + ":1"))
                .isOne();

        deal.payAll().isAt("CLOSED");
        assertThat(deal.openItems().path(0).path("open").decimalValue()).isEqualByComparingTo(BigDecimal.ZERO);
    }

    private long mails(String key) {
        return jdbc.sql("select count(*) from mail where key = :key")
                .param("key", key)
                .query(Long.class)
                .single();
    }
}
