package io.tradeflow.tax;

import io.tradeflow.tax.TaxComputation.Line;
import io.tradeflow.tax.TaxFinding.Kind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Looks for what cannot be right in a stated tax, wherever it was computed, before a document goes out. */
public final class TaxCheck {

    /** A line whose exact tax is a paisa or more must bear some; below that rounding may leave it none. */
    private static final BigDecimal LEAST = new BigDecimal("0.01");

    private static final BigDecimal TWO_HUNDRED = BigDecimal.valueOf(200);

    private final Supply supply;
    private final TaxComputation stated;
    private final List<TaxFinding> findings = new ArrayList<>();

    private TaxCheck(Supply supply, TaxComputation stated) {
        this.supply = supply;
        this.stated = stated;
    }

    /**
     * @param supply who supplies to whom and where; its lines are not looked at
     * @return all that is wrong, nothing if it is right
     * @throws io.tradeflow.kernel.Problem where the place of supply cannot be told
     */
    public static List<TaxFinding> of(Supply supply, TaxComputation stated) {
        TaxCheck check = new TaxCheck(supply, stated);
        check.check();
        return List.copyOf(check.findings);
    }

    private void check() {
        if (supply.terms().reverseCharge() && supply.buyerGstin() == null) {
            found(Kind.REVERSE_CHARGE_WITHOUT_GSTIN, null);
        }
        SupplyNature nature = SupplyNature.of(supply, PlaceOfSupply.of(supply).state());
        if (nature.zeroRated() && !supply.underLut() && stated.tax().signum() == 0 && bearsTax()) {
            found(Kind.UNDERTAKING_MISSING, null);
        }
        for (Line line : stated.lines()) {
            check(line, nature);
        }
    }

    private void check(Line line, SupplyNature nature) {
        checkHalves(line);
        if (nature.withoutTax()) {
            if (line.tax().signum() != 0) {
                found(forbidden(nature), line.lineNo());
            }
        } else {
            checkHeads(line, nature);
            checkTreatment(line, nature);
        }
        if (nature.zeroRated() && line.treatment() != TaxTreatment.ZERO_RATED) {
            found(Kind.NOT_ZERO_RATED, line.lineNo());
        }
    }

    private void checkHalves(Line line) {
        if (line.cgst().signum() == 0 ^ line.sgst().signum() == 0) {
            found(Kind.ONE_HALF_ONLY, line.lineNo());
        } else if (line.cgst().compareTo(line.sgst()) != 0) {
            found(Kind.HALVES_UNEQUAL, line.lineNo());
        }
    }

    private void checkHeads(Line line, SupplyNature nature) {
        if (nature.interState() && (line.cgst().signum() != 0 || line.sgst().signum() != 0)) {
            found(Kind.HALVES_ON_INTER_STATE, line.lineNo());
        }
        if (!nature.interState() && line.igst().signum() != 0) {
            found(Kind.IGST_ON_INTRA_STATE, line.lineNo());
        }
    }

    private void checkTreatment(Line line, SupplyNature nature) {
        if (!line.treatment().bearsTax() && line.tax().signum() != 0) {
            found(Kind.TAX_ON_UNTAXED_LINE, line.lineNo());
        }
        if (line.treatment() == TaxTreatment.TAXABLE && line.tax().signum() == 0 && owes(line)) {
            found(Kind.TAXABLE_LINE_WITHOUT_TAX, line.lineNo());
        }
    }

    /** Whether the value at the stated rate comes to tax; a taxable line of no rate at all owes some too. */
    private static boolean owes(Line line) {
        return line.taxableValue().signum() > 0
                && (line.rate().signum() == 0
                        || line.taxableValue()
                                        .multiply(line.rate())
                                        .divide(TWO_HUNDRED)
                                        .compareTo(LEAST)
                                >= 0);
    }

    private boolean bearsTax() {
        return stated.lines().stream()
                .anyMatch(line ->
                        line.treatment().bearsTax() && line.taxableValue().signum() > 0);
    }

    private static Kind forbidden(SupplyNature nature) {
        return switch (nature) {
            case WITHIN_REGISTRATION -> Kind.TAX_WITHIN_REGISTRATION;
            case BY_COMPOSITION_SUPPLIER, BY_UNREGISTERED_SUPPLIER -> Kind.TAX_BY_UNTAXED_SUPPLIER;
            default -> Kind.TAX_UNDER_UNDERTAKING;
        };
    }

    private void found(Kind kind, Integer lineNo) {
        findings.add(new TaxFinding(kind, lineNo));
    }
}
