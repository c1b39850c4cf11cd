package io.tradeflow.fulfilment;

import io.tradeflow.fulfilment.InspectionSheet.Finding;
import io.tradeflow.fulfilment.InspectionSheet.Item;
import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.Problem;
import io.tradeflow.kernel.Problem.Violation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Inspection by checklist: how many of a line are looked at, for what, and what was found. */
@Service
@Transactional
public class Inspecting {

    private static final String QUALITY = "quality";
    private static final String OK = "OK";
    private static final String FAILED = "FAILED";

    private final StoredShipments shipments;
    private final InspectionTable table;

    Inspecting(StoredShipments shipments, InspectionTable table) {
        this.shipments = shipments;
        this.table = table;
    }

    /** @throws Problem not-found; {@code shipment-state} unless it is picked and not inspected */
    @Transactional(readOnly = true)
    public InspectionSheet sheet(String number) {
        StoredShipment shipment =
                shipments.findByNumber(number).orElseThrow(() -> Problem.notFound("shipment", number));
        shipment.require(Shipment.Status.PICKED);
        Shipment known = shipment.toShipment();
        List<InspectionSheet.Line> lines = shipment.toInspect().stream()
                .map(line -> line.inspection(null))
                .map(this::line)
                .toList();
        return new InspectionSheet(number, known.dealNumber(), known.buyerName(), lines, table.defects());
    }

    /**
     * Keeps what was found in a line; it counts when the inspection is completed, and may be kept anew until then.
     *
     * @throws Problem {@code quality-only}; {@code invalid-finding} naming each wrong field, e.g. {@code results[2]}
     */
    public void keep(Actor by, String number, int lineNo, Finding finding) {
        requireInspector(by);
        InspectionSheet sheet = sheet(number);
        InspectionSheet.Line line = line(sheet, lineNo);
        Finding whole = new Finding(
                finding.sample() == null ? Integer.valueOf(line.sample()) : finding.sample(),
                finding.defective() == null ? Integer.valueOf(0) : finding.defective(),
                finding.defectCode(),
                Boolean.TRUE.equals(finding.blockBatch()),
                finding.results() == null ? Map.of() : finding.results());
        List<Violation> wrong = new ArrayList<>();
        if (whole.sample() < Math.min(line.sample(), line.lot().value().intValue())) {
            wrong.add(new Violation("sample", "At least " + line.sample() + " of the lot are to be looked at"));
        }
        if (whole.defective() < 0 || whole.defective() > whole.sample()) {
            wrong.add(new Violation("defective", "From 0 to " + whole.sample() + " of the sample"));
        }
        if (whole.defective() > 0
                && sheet.defects().stream().noneMatch(defect -> defect.code().equals(whole.defectCode()))) {
            wrong.add(new Violation("defectCode", "Say what is wrong with them"));
        }
        Map<Integer, Inspection.Check> checks = checks(line, whole.results(), wrong);
        if (!wrong.isEmpty()) {
            throw Problem.invalid("invalid-finding", "The finding cannot be kept", wrong);
        }
        table.keep(number, lineNo, line.checklist(), whole, checks, by);
    }

    static void requireInspector(Actor by) {
        if (!(by instanceof Actor.Staff staff && staff.isIn(QUALITY))) {
            throw Problem.forbidden("quality-only", "Goods are inspected by quality");
        }
    }

    /** @throws Problem not-found where the line does not wait for inspection; as {@link #sheet} */
    InspectionSheet.Line lineToInspect(String number, int lineNo) {
        return line(sheet(number), lineNo);
    }

    private static InspectionSheet.Line line(InspectionSheet sheet, int lineNo) {
        return sheet.lines().stream()
                .filter(one -> one.lineNo() == lineNo)
                .findFirst()
                .orElseThrow(() -> Problem.notFound("line to inspect", sheet.shipmentNumber() + "/" + lineNo));
    }

    /** What findings ask for and the rejected quantities do not say, by field as in {@code rejected[3]}. */
    List<Violation> contradictions(StoredShipment shipment, Map<Integer, BigDecimal> rejected) {
        Map<Integer, InspectionTable.Found> found = table.found(shipment.number());
        List<Violation> wrong = new ArrayList<>();
        for (StoredShipmentLine line : shipment.toInspect()) {
            InspectionTable.Found finding = found.get(line.lineNo());
            boolean isRejected =
                    rejected.getOrDefault(line.lineNo(), BigDecimal.ZERO).signum() > 0;
            if (finding != null && !isRejected && isFailed(finding, line.picked())) {
                wrong.add(new Violation(
                        "rejected[" + line.lineNo() + "]",
                        line.batchLabel()
                                + " failed its checklist: reject what does not pass, or correct the finding"));
            }
        }
        return wrong;
    }

    Map<Integer, InspectionTable.Found> found(String number) {
        return table.found(number);
    }

    /** Lines whose whole batch is to be held back. */
    Set<Integer> blocked(String number) {
        return table.found(number).values().stream()
                .filter(InspectionTable.Found::blockBatch)
                .map(InspectionTable.Found::lineNo)
                .collect(Collectors.toSet());
    }

    private boolean isFailed(InspectionTable.Found finding, BigDecimal lot) {
        int accept = table.sample(lot).map(InspectionTable.Sample::accept).orElse(0);
        return finding.defective() > accept || finding.checks().stream().anyMatch(check -> !check.passed());
    }

    private InspectionSheet.Line line(Inspection.Line line) {
        BigDecimal lot = line.lot().value();
        InspectionTable.Sample sample = table.sample(lot).orElse(new InspectionTable.Sample(1, 0));
        InspectionTable.Named checklist =
                table.checklist(line.sku()).orElse(new InspectionTable.Named("", "No checklist"));
        return new InspectionSheet.Line(
                line.lineNo(),
                line.sku(),
                line.description(),
                line.batch(),
                line.expiresOn(),
                line.lot(),
                Math.max(1, Math.min(sample.sample(), lot.intValue())),
                sample.accept(),
                checklist.name(),
                table.items(checklist.code()));
    }

    private static Map<Integer, Inspection.Check> checks(
            InspectionSheet.Line line, Map<Integer, String> results, List<Violation> wrong) {
        Map<Integer, Inspection.Check> checks = new TreeMap<>();
        for (Item item : line.items()) {
            String found = results.get(item.itemNo());
            String field = "results[" + item.itemNo() + "]";
            if (found == null || found.isBlank()) {
                wrong.add(new Violation(field, item.label() + ": what was found?"));
            } else if (item.kind().isNumber()) {
                check(line, item, found.strip(), field, wrong, checks);
            } else if (found.equals(OK) || found.equals(FAILED)) {
                checks.put(
                        item.itemNo(),
                        new Inspection.Check(
                                item.label(), "in order", found.equals(OK) ? "in order" : "failed", found.equals(OK)));
            } else {
                wrong.add(new Violation(field, item.label() + ": OK or FAILED"));
            }
        }
        results.keySet().stream()
                .filter(item -> line.items().stream().noneMatch(one -> one.itemNo() == item))
                .forEach(
                        item -> wrong.add(new Violation("results[" + item + "]", "The checklist has no item " + item)));
        return checks;
    }

    private static void check(
            InspectionSheet.Line line,
            Item item,
            String found,
            String field,
            List<Violation> wrong,
            Map<Integer, Inspection.Check> checks) {
        if (!found.matches("-?[0-9]{1,12}(\\.[0-9]{1,6})?")) {
            wrong.add(new Violation(field, item.label() + ": a number such as 12.5"));
            return;
        }
        BigDecimal value = new BigDecimal(found);
        boolean isCount = item.kind() == InspectionSheet.Kind.COUNT;
        boolean passed = isCount
                ? value.compareTo(line.lot().value()) == 0
                : (item.least() == null || value.compareTo(item.least()) >= 0)
                        && (item.most() == null || value.compareTo(item.most()) <= 0);
        String unit = isCount ? line.lot().unit() : item.unit() == null ? "" : item.unit();
        String wanted = isCount ? line.lot().toString() : limits(item) + " " + unit;
        checks.put(
                item.itemNo(),
                new Inspection.Check(item.label(), wanted.strip(), (found + " " + unit).strip(), passed));
    }

    private static String limits(Item item) {
        if (item.most() == null) {
            return "at least " + plain(item.least());
        }
        return item.least() == null
                ? "at most " + plain(item.most())
                : plain(item.least()) + " to " + plain(item.most());
    }

    private static String plain(BigDecimal value) {
        return value.stripTrailingZeros().toPlainString();
    }
}
