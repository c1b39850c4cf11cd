package io.tradeflow.party;

import io.tradeflow.kernel.Problem;
import io.tradeflow.kernel.Problem.Violation;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What must hold for the selling company and its branches before they are kept. */
final class SellerRules {

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_ACCOUNT_NUMBER = 34;
    private static final Pattern CIN = Pattern.compile("[LU][0-9]{5}[A-Z]{2}[0-9]{4}[A-Z]{3}[0-9]{6}");
    private static final Pattern IEC = Pattern.compile("[A-Z0-9]{10}");
    private static final Pattern LUT_ARN = Pattern.compile("[A-Z]{2}[0-9]{12}[A-Z0-9]");
    private static final Pattern IFSC = Pattern.compile("[A-Z]{4}0[A-Z0-9]{6}");
    private static final Pattern UPI_ID = Pattern.compile("[A-Za-z0-9._-]{2,}@[A-Za-z][A-Za-z0-9]+");
    private static final Pattern INVOICE_SERIES = Pattern.compile("[A-Z][A-Z0-9]{0,3}");

    private SellerRules() {}

    /** @throws Problem {@code invalid-seller} naming every wrong field */
    static void check(SellingCompany seller) {
        refuse("invalid-seller", "The selling company's data are not right", violations(seller));
    }

    /** @throws Problem {@code invalid-branch} naming every wrong field */
    static void check(Branch branch, String sellerPan) {
        refuse("invalid-branch", "The branch's data are not right", violations(branch, sellerPan));
    }

    private static void refuse(String slug, String title, List<Violation> violations) {
        if (!violations.isEmpty()) {
            throw Problem.invalid(slug, title, violations);
        }
    }

    /** Every field of the company that is wrong. */
    static List<Violation> violations(SellingCompany seller) {
        Violations violations = new Violations();
        violations.demand("legalName", seller.legalName(), LONGEST_NAME);
        violations.demand("tradeName", seller.tradeName(), LONGEST_NAME);
        violations.demandMatch("pan", seller.pan(), Pan.SHAPE, "PAN");
        if (seller.cin() != null) {
            violations.demandMatch("cin", seller.cin(), CIN, "corporate identification number");
        }
        if (seller.iec() != null) {
            violations.demandMatch("iec", seller.iec(), IEC, "importer-exporter code");
        }
        violations.demandCurrency("currency", seller.currency());
        violations.demandEmail("email", seller.email());
        violations.phone("phone", seller.phone());
        violations.limit("website", seller.website(), LONGEST_NAME);
        if (seller.letterOfUndertaking() != null) {
            checkUndertaking(seller.letterOfUndertaking(), violations);
        }
        return violations.found();
    }

    private static void checkUndertaking(SellingCompany.LetterOfUndertaking letter, Violations violations) {
        violations.demandMatch("letterOfUndertaking.arn", letter.arn(), LUT_ARN, "ARN of a letter of undertaking");
        if (letter.validFrom() == null || letter.validUntil() == null) {
            violations.add("letterOfUndertaking.validUntil", "A letter of undertaking has a first and a last day");
        } else if (letter.validUntil().isBefore(letter.validFrom())) {
            violations.add("letterOfUndertaking.validUntil", "lies before the first day");
        }
    }

    /** Every field of the branch that is wrong. */
    static List<Violation> violations(Branch branch, String sellerPan) {
        Violations violations = new Violations();
        violations.demandCode("code", branch.code());
        violations.demand("name", branch.name(), LONGEST_NAME);
        AddressRules.check("address", branch.address(), violations);
        violations.demandCode("warehouseCode", branch.warehouseCode());
        violations.demandMatch(
                "invoiceSeries",
                branch.invoiceSeries(),
                INVOICE_SERIES,
                "invoice series (one to four capitals or digits)");
        violations.gstin("gstin", branch.gstin()).ifPresent(gstin -> {
            if (!gstin.pan().equals(Optional.of(sellerPan))) {
                violations.add("gstin", "The GSTIN is not built on the company's PAN " + sellerPan);
            }
            if (branch.address() != null) {
                Seat.check(gstin, branch.address(), "gstin", violations);
            }
        });
        checkAccount(branch.bankAccount(), violations);
        checkRegistration(branch.registration(), violations);
        return violations.found();
    }

    private static void checkRegistration(Branch.Registration registration, Violations violations) {
        if (registration == null) {
            return;
        }
        if (registration.effectiveFrom() == null || registration.certifiedOn() == null) {
            violations.add(
                    registration.effectiveFrom() == null ? "registration.effectiveFrom" : "registration.certifiedOn",
                    "is missing: a registration has the day it counts from and the day of its certificate, or leave out both");
        } else if (registration.certifiedOn().isBefore(registration.effectiveFrom())) {
            violations.add("registration.certifiedOn", "lies before the day the registration counts from");
        }
    }

    private static void checkAccount(Branch.BankAccount account, Violations violations) {
        if (account == null) {
            violations.add("bankAccount", "is missing");
            return;
        }
        violations.demand("bankAccount.accountName", account.accountName(), LONGEST_NAME);
        violations.demand("bankAccount.bank", account.bank(), LONGEST_NAME);
        violations.demand("bankAccount.accountNumber", account.accountNumber(), LONGEST_ACCOUNT_NUMBER);
        violations.demandMatch("bankAccount.ifsc", account.ifsc(), IFSC, "IFSC");
        if (account.upiId() != null) {
            violations.demandMatch("bankAccount.upiId", account.upiId(), UPI_ID, "UPI id");
        }
    }
}
