package io.tradeflow.einvoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A session with the portal itself, against a door that unseals what comes. */
class NicSessionTest {

    private static final String GSTIN = "27AAPFU0939F1ZV";

    private final Later clock = new Later();
    private LocalIrp irp;
    private NicDoor door;

    @BeforeEach
    void open() throws Exception {
        irp = new LocalIrp();
        door = new NicDoor(irp);
    }

    @AfterEach
    void close() {
        door.close();
        irp.close();
    }

    @Test
    void signsInOnceAndSealsEverything() {
        Irp portal = portal("hush-user");

        IrpAnswer registered = portal.register(GSTIN, request("MH-1"));
        IrpAnswer found = portal.find(GSTIN, registered.data().path("Irn").asText());
        IrpAnswer again = portal.register(GSTIN, request("MH-1"));

        assertThat(registered.isAccepted()).isTrue();
        assertThat(registered.body()).contains("AckNo").as("kept as a person can read it");
        assertThat(found.data().path("AckNo")).isEqualTo(registered.data().path("AckNo"));
        assertThat(again.code()).isEqualTo("2150");
        assertThat(door.signIns).singleElement().satisfies(said -> {
            assertThat(said.path("UserName").asText()).isEqualTo("user");
            assertThat(said.path("ForceRefreshAccessToken").booleanValue()).isFalse();
        });
        assertThat(door.bodies).allSatisfy(body -> assertThat(body)
                .doesNotContain("MH-1")
                .doesNotContain("hush")
                .doesNotContain(GSTIN));
    }

    @Test
    void aTokenThatThePortalHasEndedIsReplacedOnce() {
        Irp portal = portal("hush-user");
        portal.register(GSTIN, request("MH-1"));
        door.forgetsEverybody();

        assertThat(portal.register(GSTIN, request("MH-2")).isAccepted()).isTrue();
        assertThat(door.signIns).hasSize(2);
        assertThat(irp.registrations()).isEqualTo(2);

        door.forgetsEverybody();
        door.knowsNobody = true;
        assertThatThrownBy(() -> portal.register(GSTIN, request("MH-3")))
                .isInstanceOf(IrpUnavailable.class)
                .hasMessageContaining("does not sign us in for GSTIN " + GSTIN + " (1019: Incorrect Password)");
        assertThat(door.signIns).as("one try, no loop").hasSize(3);
    }

    @Test
    void aTokenIsRefreshedInItsLastTenMinutes() {
        Irp portal = portal("hush-user");
        portal.register(GSTIN, request("MH-1"));
        clock.now = Instant.parse("2026-07-15T11:49:00Z"); // 17:19 in India, eleven minutes before its end
        portal.register(GSTIN, request("MH-2"));
        assertThat(door.signIns).hasSize(1);
        clock.now = Instant.parse("2026-07-15T11:51:00Z");
        door.expiry = "2026-07-15 23:20:00";

        portal.register(GSTIN, request("MH-3"));
        portal.register(GSTIN, request("MH-4"));

        assertThat(door.signIns).hasSize(2);
        assertThat(door.signIns.get(1).path("ForceRefreshAccessToken").booleanValue())
                .isTrue();
    }

    @Test
    void whatIsWrongIsSaidWithoutSecrets() {
        assertThatThrownBy(() -> portal("hush-wrong").register(GSTIN, request("MH-1")))
                .isInstanceOf(IrpUnavailable.class)
                .hasMessageContaining("check tradeflow.einvoice.nic")
                .hasMessageNotContaining("hush");
        assertThatThrownBy(() -> portal("hush-user").register("29AAPFU0939F1ZR", request("MH-1")))
                .hasMessageContaining("tradeflow.einvoice.nic.users.29AAPFU0939F1ZR");
        assertThatThrownBy(() -> portal("hush-user".repeat(40)).register(GSTIN, request("MH-1")))
                .hasMessageContaining("cannot be sealed")
                .hasMessageNotContaining("hush");
        NicSettings nic = nic("hush-user");
        assertThat(nic + " " + nic.users() + " " + settings(nic))
                .contains(GSTIN)
                .doesNotContain("hush");
        assertThatThrownBy(() -> settings(new NicSettings("client", null, null, null, Map.of())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("tradeflow.einvoice.nic needs client-id");
    }

    private Irp portal(String password) {
        return new EInvoiceConfiguration().irp(settings(nic(password)), clock);
    }

    private NicSettings nic(String password) {
        // from the environment the GSTIN comes in small letters
        return new NicSettings(
                "client",
                "hush-client",
                door.pem(),
                null,
                Map.of(GSTIN.toLowerCase(java.util.Locale.ROOT), new NicSettings.User("user", password)));
    }

    private EInvoiceSettings settings(NicSettings nic) {
        return new EInvoiceSettings(
                EInvoiceSettings.Channel.HTTP,
                door.url(),
                EInvoiceSettings.Session.NIC,
                null,
                Duration.ofSeconds(2),
                Duration.ofSeconds(5),
                null,
                nic);
    }

    private static String request(String number) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.putObject("DocDtls").put("Typ", "INV").put("No", number).put("Dt", "15/07/2026");
        json.putObject("SellerDtls").put("Gstin", GSTIN);
        json.putObject("BuyerDtls").put("Gstin", "24AAQCA8719H1ZC");
        json.putArray("ItemList").addObject().put("HsnCd", "8413");
        json.putObject("ValDtls").put("TotInvVal", new BigDecimal("1180.00"));
        return json.toString();
    }

    /** A clock that the test sets. */
    private static final class Later extends Clock {
        private Instant now = Instant.parse("2026-07-15T06:00:00Z");

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
