package io.tradeflow.fulfilment;

import io.tradeflow.catalog.Barcode;
import io.tradeflow.catalog.Barcodes;
import io.tradeflow.inventory.Bins;
import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.Problem;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Picking with a scanner: what is to be picked, and what was scanned so far, kept at once and counted once. */
@Service
@Transactional
public class PickLists {

    /** What a scan was taken for. */
    public enum Outcome {
        /** It counts. */
        COUNTED,
        /** The picker stands before the right bin. */
        RIGHT_BIN,
        /** The product is right; its batch is to be scanned too. */
        BATCH_WANTED,
        /** It does not belong here, as the message says. */
        REFUSED
    }

    /**
     * A scan as a device sends it; the id makes sending it again harmless.
     *
     * @param code as the scanner read it
     * @param quantity null for one piece, or one package where the barcode is a package's
     * @param bin the bin scanned before, null where none was
     * @param sku the product scanned before, where only its batch was wanted
     */
    public record Scan(UUID id, String code, BigDecimal quantity, String bin, String sku) {}

    /** @param line what it was counted for, "SHP-…/3"; null where it was not */
    public record Answer(Outcome outcome, String message, String line, PickList list) {}

    private static final Set<String> PICKERS = Set.of("warehouse", "stock-planners");
    private static final int LONGEST_CODE = 120;
    private static final int LONGEST_REASON = 200;
    private static final int QUANTITY_DECIMALS = 6;

    private final PickListTable table;
    private final PickingRounds rounds;
    private final Bins bins;
    private final ObjectProvider<Barcodes> barcodes;

    PickLists(PickListTable table, PickingRounds rounds, Bins bins, ObjectProvider<Barcodes> barcodes) {
        this.table = table;
        this.rounds = rounds;
        this.bins = bins;
        this.barcodes = barcodes;
    }

    /**
     * Of a shipment or a round.
     *
     * @throws Problem {@code warehouse-only}; not-found where nothing is being picked under this number
     */
    @Transactional(readOnly = true)
    public PickList list(Actor by, String number) {
        requirePicker(by);
        return read(number);
    }

    /** @throws Problem as {@link #list}, or {@code invalid-scan} */
    public Answer scan(Actor by, String number, Scan scan) {
        requirePicker(by);
        if (scan.id() == null
                || scan.code() == null
                || scan.code().isBlank()
                || scan.code().length() > LONGEST_CODE) {
            throw Problem.invalid(
                    "invalid-scan", "code", "A scan has an id and a code of at most " + LONGEST_CODE + " characters");
        }
        checkQuantity(scan.quantity());
        if (scan.quantity() != null && scan.quantity().signum() == 0) {
            throw Problem.invalid("invalid-scan", "quantity", "A scan counts more than zero");
        }
        PickList list = locked(number);
        if (table.isKnown(scan.id())) {
            return new Answer(Outcome.COUNTED, "Counted already", null, list);
        }
        return judge(by, list, scan);
    }

    /** Sets what was picked of a line, as typed. May be repeated. @throws Problem as {@link #list}, or {@code invalid-scan} */
    public Answer setQuantity(Actor by, String number, UUID id, String shipmentNumber, int lineNo, BigDecimal picked) {
        requirePicker(by);
        requireId(id);
        checkQuantity(picked);
        PickList list = locked(number);
        PickList.Line line = line(list, shipmentNumber, lineNo);
        if (picked == null || picked.compareTo(line.planned().value()) > 0) {
            throw Problem.invalid("invalid-scan", "quantity", "From 0 to " + line.planned());
        }
        BigDecimal change = picked.subtract(line.picked());
        if (!table.isKnown(id) && change.signum() != 0) {
            table.keep(id, line, change, null, null, by);
        }
        return new Answer(Outcome.COUNTED, of(line) + ": " + plain(picked) + " picked", key(line), read(number));
    }

    /**
     * Adds to what was picked of a line, or takes from it, as the buttons +1 and -1 do: two in quick succession count twice, one sent twice
     * counts once. It goes no further than what is planned, and not below zero.
     *
     * @throws Problem as {@link #list}, or {@code invalid-scan}
     */
    public Answer change(Actor by, String number, UUID id, String shipmentNumber, int lineNo, BigDecimal change) {
        requirePicker(by);
        requireId(id);
        if (change == null
                || change.signum() == 0
                || change.stripTrailingZeros().scale() > QUANTITY_DECIMALS) {
            throw Problem.invalid("invalid-scan", "change", "A change is not zero and has at most 6 decimals");
        }
        PickList list = locked(number);
        PickList.Line line = line(list, shipmentNumber, lineNo);
        if (table.isKnown(id)) {
            return new Answer(Outcome.COUNTED, "Counted already", key(line), list);
        }
        BigDecimal possible = change.min(line.left()).max(line.picked().negate());
        if (possible.signum() != change.signum()) {
            return refused(
                    list,
                    change.signum() > 0
                            ? "All of " + of(line) + " is picked already"
                            : "Nothing of " + of(line) + " is picked yet");
        }
        table.keep(id, line, possible, null, null, by);
        BigDecimal now = line.picked().add(possible);
        return new Answer(Outcome.COUNTED, plain(now) + " of " + line.planned(), key(line), read(number));
    }

    /** No more of the line will be found. May be repeated. @throws Problem as {@link #list}, or {@code invalid-scan} */
    public Answer closeShort(Actor by, String number, UUID id, String shipmentNumber, int lineNo, String reason) {
        requirePicker(by);
        requireId(id);
        if (reason == null || reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw Problem.invalid(
                    "invalid-scan", "reason", "Say in at most " + LONGEST_REASON + " characters why there is no more");
        }
        PickList list = locked(number);
        PickList.Line line = line(list, shipmentNumber, lineNo);
        if (!table.isKnown(id)) {
            table.keep(id, line, BigDecimal.ZERO, reason.strip(), null, by);
        }
        return new Answer(Outcome.COUNTED, of(line) + " is closed short", key(line), read(number));
    }

    /**
     * What the pick tasks are completed with, by shipment and line.
     *
     * @throws Problem {@code pick-unfinished} naming each line that is neither picked nor closed short
     */
    @Transactional(readOnly = true)
    public Map<String, Map<Integer, BigDecimal>> result(Actor by, String number) {
        PickList list = list(by, number);
        refuse(list.lines().stream().filter(line -> !line.isDone()).toList());
        Map<String, Map<Integer, BigDecimal>> picked = new TreeMap<>();
        list.lines().forEach(line -> picked.computeIfAbsent(line.shipmentNumber(), shipment -> new TreeMap<>())
                .put(line.lineNo(), line.picked().stripTrailingZeros()));
        return picked;
    }

    /** @throws Problem {@code pick-unfinished} naming each line of the shipment that is neither picked nor closed short */
    @Transactional(readOnly = true)
    public void requireFinished(String shipmentNumber) {
        refuse(read(shipmentNumber).lines().stream()
                .filter(line -> line.shipmentNumber().equals(shipmentNumber) && !line.isDone())
                .toList());
    }

    private static void refuse(List<PickList.Line> unfinished) {
        if (!unfinished.isEmpty()) {
            throw Problem.invalid(
                    "pick-unfinished",
                    "Some lines are not finished",
                    unfinished.stream()
                            .map(line -> new Problem.Violation(
                                    key(line),
                                    of(line) + ": " + plain(line.left()) + " are still to pick, or close it short"))
                            .toList());
        }
    }

    /** What counts for a shipment: what was typed into a form, or else what was scanned of it, by line. */
    @Transactional(readOnly = true)
    public Map<Integer, BigDecimal> entered(String shipmentNumber, Map<Integer, BigDecimal> typed) {
        return typed.isEmpty() ? table.scanned(shipmentNumber) : typed;
    }

    /** Whether this actor picks and packs with the scanner. */
    public static boolean mayPick(Actor by) {
        return by instanceof Actor.Staff staff && PICKERS.stream().anyMatch(staff::isIn);
    }

    static void requirePicker(Actor by) {
        if (!mayPick(by)) {
            throw Problem.forbidden("warehouse-only", "Goods are picked and packed by the warehouse");
        }
    }

    private Answer judge(Actor by, PickList list, Scan scan) {
        ScanCode code = ScanCode.parse(scan.code());
        if (isBin(list, code)) {
            return atBin(list, code.text());
        }
        Optional<Barcode> barcode = code.gtin() == null
                ? Optional.empty()
                : Optional.ofNullable(barcodes.getIfAvailable()).flatMap(known -> known.find(code.gtin()));
        if (code.gtin() != null && barcode.isEmpty()) {
            return refused(list, "No product has the barcode " + code.gtin());
        }
        String sku = barcode.map(Barcode::sku).orElse(code.text());
        List<PickList.Line> ofProduct = lines(list, line -> line.sku().equalsIgnoreCase(sku));
        String batch = code.batch();
        if (ofProduct.isEmpty() && code.text() != null) {
            batch = code.text();
            ofProduct = lines(
                    list,
                    line -> line.batch().equalsIgnoreCase(code.text())
                            && (scan.sku() == null || line.sku().equals(scan.sku())));
            if (ofProduct.isEmpty() && scan.sku() != null) {
                return refused(list, wrongBatch(list, scan.sku(), batch));
            }
        }
        if (ofProduct.isEmpty()) {
            return refused(list, (sku == null ? scan.code() : sku) + " is not on this list. Put it back");
        }
        return count(by, list, scan, new Read(batch, code.expiresOn(), pieces(barcode)), ofProduct);
    }

    /** What a code said besides the product. */
    private record Read(String batch, LocalDate expiresOn, BigDecimal pieces) {}

    private Answer count(Actor by, PickList list, Scan scan, Read read, List<PickList.Line> ofProduct) {
        String sku = ofProduct.get(0).sku();
        List<PickList.Line> ofBatch = read.batch() == null
                ? ofProduct
                : ofProduct.stream()
                        .filter(line -> line.batch().equalsIgnoreCase(read.batch()))
                        .toList();
        if (ofBatch.isEmpty()) {
            return refused(list, wrongBatch(list, sku, read.batch()));
        }
        if (read.batch() == null
                && ofBatch.stream().anyMatch(line -> !line.batch().isEmpty())) {
            return new Answer(Outcome.BATCH_WANTED, sku + " is right. Now scan its batch", sku, list);
        }
        if (read.expiresOn() != null
                && ofBatch.stream().noneMatch(line -> read.expiresOn().equals(line.expiresOn()))) {
            return refused(list, "The expiry " + read.expiresOn() + " on the goods is not that of our books");
        }
        if (scan.bin() != null && ofBatch.stream().noneMatch(line -> scan.bin().equalsIgnoreCase(line.bin()))) {
            return refused(list, sku + " is to be taken from " + ofBatch.get(0).bin() + ", not from " + scan.bin());
        }
        List<PickList.Line> open =
                ofBatch.stream().filter(line -> line.left().signum() > 0).toList();
        if (open.isEmpty()) {
            return refused(list, "All of " + of(ofBatch.get(0)) + " is picked already");
        }
        PickList.Line line = open.get(0);
        BigDecimal quantity = scan.quantity() == null ? read.pieces().min(line.left()) : scan.quantity();
        if (quantity.compareTo(line.left()) > 0) {
            return refused(list, "Only " + plain(line.left()) + " of " + of(line) + " are left to pick");
        }
        table.keep(scan.id(), line, quantity, null, scan.code(), by);
        PickList after = read(list.number());
        PickList.Line now = line(after, line.shipmentNumber(), line.lineNo());
        return new Answer(
                Outcome.COUNTED,
                plain(now.picked()) + " of " + now.planned() + (now.tote() == null ? "" : " · tote " + now.tote()),
                key(now),
                after);
    }

    private boolean isBin(PickList list, ScanCode code) {
        return code.text() != null
                && lines(list, line -> line.sku().equalsIgnoreCase(code.text())).isEmpty()
                && bins.of(list.warehouseCode()).stream()
                        .anyMatch(bin -> bin.code().equalsIgnoreCase(code.text()));
    }

    private static Answer atBin(PickList list, String bin) {
        List<PickList.Line> there = lines(list, line -> bin.equalsIgnoreCase(line.bin()));
        if (there.isEmpty()) {
            return refused(list, "Nothing of this list lies in " + bin);
        }
        return there.stream()
                .filter(line -> !line.isDone())
                .findFirst()
                .map(line -> new Answer(Outcome.RIGHT_BIN, bin + " is right: take " + of(line), bin, list))
                .orElseGet(() -> refused(list, "All that lies in " + bin + " is picked already"));
    }

    private BigDecimal pieces(Optional<Barcode> barcode) {
        return barcode.map(known -> barcodes.getObject().pieces(known)).orElse(BigDecimal.ONE);
    }

    private static String wrongBatch(PickList list, String sku, String batch) {
        String wanted = lines(list, line -> line.sku().equalsIgnoreCase(sku)).stream()
                .map(PickList.Line::batch)
                .distinct()
                .collect(Collectors.joining(" or "));
        return "Wrong batch " + batch + " of " + sku + ": take " + wanted;
    }

    private PickList locked(String number) {
        List<PickListTable.Picking> pickings = table.pickings(number);
        table.lock(pickings.stream().map(PickListTable.Picking::number).toList());
        return read(number);
    }

    private PickList read(String number) {
        List<PickListTable.Picking> pickings = table.pickings(number);
        if (pickings.isEmpty()) {
            throw Problem.notFound("pick list", number);
        }
        boolean isRound = !pickings.get(0).number().equals(number);
        return new PickList(
                number,
                pickings.get(0).warehouseCode(),
                isRound ? rounds.picker(number) : null,
                pickings.stream()
                        .map(one -> new PickList.Target(one.number(), one.dealNumber(), one.buyerName(), one.tote()))
                        .toList(),
                table.lines(pickings.stream().map(PickListTable.Picking::number).toList()));
    }

    private static PickList.Line line(PickList list, String shipmentNumber, int lineNo) {
        return list.lines().stream()
                .filter(line -> line.shipmentNumber().equals(shipmentNumber) && line.lineNo() == lineNo)
                .findFirst()
                .orElseThrow(() -> Problem.notFound("line to pick", shipmentNumber + "/" + lineNo));
    }

    private static List<PickList.Line> lines(PickList list, Predicate<PickList.Line> wanted) {
        return list.lines().stream().filter(wanted).toList();
    }

    private static Answer refused(PickList list, String message) {
        return new Answer(Outcome.REFUSED, message, null, list);
    }

    private static void requireId(UUID id) {
        if (id == null) {
            throw Problem.invalid("invalid-scan", "id", "Give it an id, so that it counts once");
        }
    }

    private static void checkQuantity(BigDecimal quantity) {
        if (quantity != null
                && (quantity.signum() < 0 || quantity.stripTrailingZeros().scale() > QUANTITY_DECIMALS)) {
            throw Problem.invalid("invalid-scan", "quantity", "A quantity is not negative and has at most 6 decimals");
        }
    }

    private static String of(PickList.Line line) {
        return line.batch().isEmpty() ? line.sku() : line.sku() + " batch " + line.batch();
    }

    private static String key(PickList.Line line) {
        return line.shipmentNumber() + "/" + line.lineNo();
    }

    private static String plain(BigDecimal value) {
        return value.stripTrailingZeros().toPlainString();
    }
}
