package io.tradeflow.ewaybill;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tradeflow.dispatch.HandOver.Mode;
import io.tradeflow.dispatch.Vehicles;
import io.tradeflow.ewaybill.EwayDocument.Item;
import io.tradeflow.ewaybill.EwayDocument.Party;
import io.tradeflow.inventory.Stock;
import io.tradeflow.inventory.StockTransfer;
import io.tradeflow.inventory.StockTransfers;
import io.tradeflow.inventory.Warehouse;
import io.tradeflow.inventory.WarehouseDistances;
import io.tradeflow.invoicing.TransferChallan;
import io.tradeflow.invoicing.TransferChallans;
import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.Problem;
import io.tradeflow.kernel.Problem.Violation;
import io.tradeflow.party.Branch;
import io.tradeflow.party.Parties;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** E-way bills of transfers between warehouses of one GSTIN: made of the challan, for own use (sub type 5). */
@Service
@Transactional
public class TransferEwayBills {

    private static final int OWN_USE = 5;
    private static final int FURTHEST_KM = 4000;
    private static final BigDecimal NOTHING = BigDecimal.ZERO.setScale(2);

    private final JdbcClient jdbc;
    private final EwayBillTable table;
    private final EwayBillSchema schema;
    private final EwayBills bills;
    private final TransferChallans challans;
    private final StockTransfers transfers;
    private final Stock stock;
    private final WarehouseDistances distances;
    private final Parties parties;
    private final Clock clock;

    TransferEwayBills(
            JdbcClient jdbc,
            EwayBillTable table,
            EwayBillSchema schema,
            EwayBills bills,
            TransferChallans challans,
            StockTransfers transfers,
            Stock stock,
            WarehouseDistances distances,
            Parties parties,
            Clock clock) {
        this.jdbc = jdbc;
        this.table = table;
        this.schema = schema;
        this.bills = bills;
        this.challans = challans;
        this.transfers = transfers;
        this.stock = stock;
        this.distances = distances;
        this.parties = parties;
        this.clock = clock;
    }

    /** Empty before the transfer has its challan. */
    @Transactional(readOnly = true)
    public Optional<TransferEwayBill> ofTransfer(String transferNumber) {
        return challans.ofTransfer(transferNumber).map(this::bill);
    }

    private TransferEwayBill bill(TransferChallan challan) {
        EwayBillNeed need = EwayBillNeed.of(document(challan), table.settings());
        return jdbc.sql("select * from transfer_eway_bill where transfer_number = :transfer")
                .param("transfer", challan.transferNumber())
                .query((row, index) -> {
                    OffsetDateTime until = row.getObject("valid_until", OffsetDateTime.class);
                    return new TransferEwayBill(
                            challan.transferNumber(),
                            challan.number(),
                            need.needed(),
                            need.reason(),
                            need.value(),
                            row.getString("number"),
                            row.getInt("distance_km"),
                            row.getString("vehicle_number"),
                            until == null ? null : until.toInstant());
                })
                .optional()
                .orElseGet(() -> new TransferEwayBill(
                        challan.transferNumber(),
                        challan.number(),
                        need.needed(),
                        need.reason(),
                        need.value(),
                        null,
                        null,
                        null,
                        null));
    }

    /**
     * The JSON for the portal, checked against the schema.
     *
     * @param distanceKm 0 lets the portal take the distance between the PIN codes
     * @param vehicleNumber null for Part A only, unless it was recorded
     * @throws Problem {@code no-challan}; {@code invalid-vehicle}; {@code eway-bill-invalid} naming every field the portal would refuse
     */
    @Transactional(readOnly = true)
    public JsonNode json(String transferNumber, int distanceKm, String vehicleNumber) {
        TransferChallan challan = challan(transferNumber);
        String typed = Vehicles.normal(vehicleNumber);
        if (typed != null && !Vehicles.isNumber(typed)) {
            throw Problem.invalid("invalid-vehicle", "vehicleNumber", "A registration mark such as MH12AB1234");
        }
        String vehicle = typed == null ? bill(challan).vehicleNumber() : typed;
        ObjectNode json = EwayBillJson.of(
                document(challan),
                new EwayTransport(
                        vehicle == null ? null : Mode.ROAD, distanceKm, null, null, null, null, vehicle, false),
                table.settings());
        schema.require(json);
        return json;
    }

    /**
     * What the portal gave back for a transfer that goes by road.
     *
     * @param distanceKm as the portal took it; null if unknown, then our table of distances counts
     * @param vehicleNumber null while it is unknown: then no time runs
     */
    public record Recorded(String number, Integer distanceKm, String vehicleNumber) {}

    /**
     * Keeps the number the portal gave; the same number again adds the vehicle.
     *
     * @throws Problem {@code eway-bill-only}; {@code no-challan}; {@code invalid-eway-bill} per field; {@code eway-bill-recorded}
     */
    public TransferEwayBill record(Actor by, String transferNumber, Recorded recorded) {
        if (!bills.mayKeep(by)) {
            throw Problem.forbidden(
                    "eway-bill-only", "E-way bills are recorded by the warehouse, stock planners and finance");
        }
        TransferChallan challan = challan(transferNumber);
        String number = recorded.number() == null ? "" : recorded.number().replaceAll("\\s", "");
        String vehicle = Vehicles.normal(recorded.vehicleNumber());
        check(transferNumber, number, recorded.distanceKm(), vehicle);
        TransferEwayBill before = bill(challan);
        if (before.number() != null && !before.number().equals(number)) {
            throw Problem.conflict(
                    "eway-bill-recorded",
                    "Recorded already",
                    "Transfer " + transferNumber + " has the e-way bill " + before.number());
        }
        Instant now = clock.instant();
        int km = recorded.distanceKm() == null || recorded.distanceKm() == 0
                ? estimated(transferNumber)
                : recorded.distanceKm();
        Instant until = vehicle == null ? null : EwayBillValidity.until(now, km, false, clock.getZone());
        jdbc.sql(
                        """
                        insert into transfer_eway_bill as b (transfer_number, number, generated_at, distance_km, vehicle_number,
                            valid_until, recorded_by)
                        values (:transfer, :number, :now, :km, :vehicle, :until, :by)
                        on conflict (transfer_number) do update set vehicle_number = excluded.vehicle_number,
                            valid_until = coalesce(b.valid_until, excluded.valid_until)
                            where excluded.vehicle_number is not null""")
                .param("transfer", transferNumber)
                .param("number", number)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("km", km)
                .param("vehicle", vehicle)
                .param("until", until == null ? null : until.atOffset(ZoneOffset.UTC))
                .param("by", by.name())
                .update();
        return bill(challan);
    }

    private void check(String transferNumber, String number, Integer km, String vehicle) {
        List<Violation> wrong = new ArrayList<>();
        if (!number.matches("[0-9]{12}")) {
            wrong.add(new Violation("ewayBillNumber", "The number has twelve digits"));
        } else if (table.shipmentOf(number).isPresent()
                || table.transferOf(number)
                        .filter(other -> !other.equals(transferNumber))
                        .isPresent()) {
            wrong.add(new Violation("ewayBillNumber", "This is the e-way bill of other goods"));
        }
        if (km != null && (km < 0 || km > FURTHEST_KM)) {
            wrong.add(new Violation("distanceKm", "Between 0 and " + FURTHEST_KM + " km"));
        }
        if (vehicle != null && !Vehicles.isNumber(vehicle)) {
            wrong.add(new Violation("vehicleNumber", "A registration mark such as MH12AB1234"));
        }
        if (!wrong.isEmpty()) {
            throw Problem.invalid("invalid-eway-bill", "The e-way bill cannot be recorded", wrong);
        }
    }

    private int estimated(String transferNumber) {
        StockTransfer transfer = transfers.one(transferNumber);
        Warehouse to = stock.warehouse(transfer.toWarehouse());
        return distances
                .to(transfer.fromWarehouse(), to.address().pin())
                .map(km -> Math.max(1, km.setScale(0, RoundingMode.CEILING).intValue()))
                .orElse(0);
    }

    private TransferChallan challan(String transferNumber) {
        return challans.ofTransfer(transferNumber)
                .orElseThrow(() -> Problem.conflict(
                        "no-challan",
                        "No delivery challan yet",
                        "Transfer " + transferNumber + " has no delivery challan, so there is nothing to make an e-way"
                                + " bill of; issue the challan first"));
    }

    private EwayDocument document(TransferChallan challan) {
        StockTransfer transfer = transfers.one(challan.transferNumber());
        Branch branch = parties.branch(challan.branchCode());
        Warehouse from = stock.warehouse(transfer.fromWarehouse());
        Warehouse to = stock.warehouse(transfer.toWarehouse());
        String name = parties.seller().legalName();
        return new EwayDocument(
                "CHL",
                OWN_USE,
                null,
                challan.number(),
                challan.issuedOn(),
                new Party(name, challan.sellerGstin(), branch.address()),
                from.address(),
                new Party(name, challan.sellerGstin(), to.address()),
                to.address(),
                false,
                challan.lines().stream()
                        .map(line -> new Item(
                                line.sku(),
                                line.description(),
                                line.hsn(),
                                line.unit(),
                                line.quantity(),
                                line.value(),
                                BigDecimal.ZERO,
                                BigDecimal.ZERO,
                                BigDecimal.ZERO,
                                NOTHING,
                                false))
                        .toList(),
                challan.total(),
                NOTHING,
                NOTHING,
                NOTHING,
                NOTHING,
                challan.total());
    }
}
