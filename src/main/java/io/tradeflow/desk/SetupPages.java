package io.tradeflow.desk;

import io.tradeflow.einvoice.EInvoiceDuties;
import io.tradeflow.inventory.Stock;
import io.tradeflow.inventory.Warehouse;
import io.tradeflow.inventory.WarehouseSetup;
import io.tradeflow.kernel.Actor;
import io.tradeflow.kernel.Address;
import io.tradeflow.kernel.Problem;
import io.tradeflow.party.Branch;
import io.tradeflow.party.Branch.BankAccount;
import io.tradeflow.party.CompanySetup;
import io.tradeflow.party.GstStates;
import io.tradeflow.party.Parties;
import io.tradeflow.party.SellingCompany;
import io.tradeflow.party.SellingCompany.LetterOfUndertaking;
import io.tradeflow.screen.TypedForm;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** From an empty house to one that can quote: what is there, what is missing, and the screens of company, branches and warehouses. */
@Controller
class SetupPages {

    private static final String SETUP = "/desk/setup";
    private static final String FIELDS = "f";
    private static final String ADDRESS = "address.";
    private static final String LETTER = "letterOfUndertaking.";
    private static final String ACCOUNT = "bankAccount.";
    private static final String REGISTRATION = "registration.";

    private final SetupChecklist checklist;
    private final CompanySetup setup;
    private final WarehouseSetup warehouses;
    private final Parties parties;
    private final Stock stock;
    private final EInvoiceDuties eInvoiceDuties;
    private final Clock clock;

    SetupPages(
            SetupChecklist checklist,
            CompanySetup setup,
            WarehouseSetup warehouses,
            Parties parties,
            Stock stock,
            EInvoiceDuties eInvoiceDuties,
            Clock clock) {
        this.checklist = checklist;
        this.setup = setup;
        this.warehouses = warehouses;
        this.parties = parties;
        this.stock = stock;
        this.eInvoiceDuties = eInvoiceDuties;
        this.clock = clock;
    }

    @GetMapping(SETUP)
    String setup(Actor.Staff by, Model model) {
        CompanySetup.requireMaySetUp(by);
        model.addAttribute("steps", checklist.steps());
        model.addAttribute("branches", parties.branches());
        Map<String, Warehouse> there = new HashMap<>();
        stock.warehouses().forEach(warehouse -> there.put(warehouse.code(), warehouse));
        model.addAttribute("warehouses", there);
        return "desk/setup";
    }

    @GetMapping(SETUP + "/company")
    String company(Actor.Staff by, Model model) {
        CompanySetup.requireMaySetUp(by);
        show(
                model,
                parties.findSeller().map(SetupPages::fields).orElseGet(() -> new HashMap<>(Map.of("currency", "INR"))));
        model.addAttribute(
                "eInvoiceDuty", eInvoiceDuties.on(LocalDate.now(clock)).orElse(null));
        return "desk/setup-company";
    }

    @PostMapping(SETUP + "/company")
    String saveCompany(Actor.Staff by, @RequestParam Map<String, String> fields, RedirectAttributes nextPage) {
        return submit(fields, nextPage, SETUP + "/company", typed -> {
            LocalDate from = typed.date(LETTER + "validFrom");
            LocalDate until = typed.date(LETTER + "validUntil");
            typed.requireReadable();
            SellingCompany kept = setup.saveCompany(
                    by,
                    new SellingCompany(
                            typed.text("legalName"),
                            typed.text("tradeName"),
                            typed.text("pan"),
                            typed.text("cin"),
                            typed.text("iec"),
                            typed.text("currency"),
                            typed.text("email"),
                            typed.text("phone"),
                            typed.text("website"),
                            new LetterOfUndertaking(typed.text(LETTER + "arn"), from, until)));
            return kept.legalName() + " is kept.";
        });
    }

    @GetMapping(SETUP + "/branches/new")
    String newBranch(Actor.Staff by, Model model) {
        CompanySetup.requireMaySetUp(by);
        show(model, new HashMap<>(Map.of(ADDRESS + "country", "IN")));
        model.addAttribute("isNew", true);
        return "desk/setup-branch";
    }

    @GetMapping(SETUP + "/branches/{code}")
    String branch(Actor.Staff by, @PathVariable String code, Model model) {
        CompanySetup.requireMaySetUp(by);
        show(model, fields(parties.branch(code)));
        model.addAttribute("isNew", false);
        return "desk/setup-branch";
    }

    @PostMapping(SETUP + "/branches")
    String saveBranch(Actor.Staff by, @RequestParam Map<String, String> fields, RedirectAttributes nextPage) {
        boolean isNew = Boolean.parseBoolean(fields.get("isNew"));
        String code = new TypedForm(fields).text("code");
        return submit(fields, nextPage, SETUP + "/branches/" + (isNew ? "new" : code), typed -> {
            if (isNew
                    && code != null
                    && parties.branches().stream()
                            .anyMatch(branch -> branch.code().equalsIgnoreCase(code))) {
                throw Problem.invalid("invalid-branch", "code", "There is a branch " + code + " already");
            }
            LocalDate effectiveFrom = typed.date(REGISTRATION + "effectiveFrom");
            LocalDate certifiedOn = typed.date(REGISTRATION + "certifiedOn");
            typed.requireReadable();
            Branch kept = setup.saveBranch(
                    by,
                    new Branch(
                            code,
                            typed.text("name"),
                            typed.text("gstin"),
                            address(typed),
                            typed.text("warehouseCode"),
                            typed.text("invoiceSeries"),
                            new BankAccount(
                                    typed.text(ACCOUNT + "accountName"),
                                    typed.text(ACCOUNT + "bank"),
                                    typed.text(ACCOUNT + "accountNumber"),
                                    typed.text(ACCOUNT + "ifsc"),
                                    typed.text(ACCOUNT + "upiId")),
                            effectiveFrom == null && certifiedOn == null
                                    ? null
                                    : new Branch.Registration(effectiveFrom, certifiedOn)));
            return "Branch " + kept.name() + " is kept.";
        });
    }

    @GetMapping(SETUP + "/warehouses/{code}")
    String warehouse(Actor.Staff by, @PathVariable String code, Model model) {
        CompanySetup.requireMaySetUp(by);
        Branch branch = parties.branchOfWarehouse(code);
        Warehouse warehouse = stock.warehouses().stream()
                .filter(one -> one.code().equals(code))
                .findFirst()
                .orElseGet(() -> new Warehouse(code, branch.name(), branch.code(), branch.address()));
        Map<String, String> fields = new HashMap<>();
        fields.put("name", warehouse.name());
        put(fields, warehouse.address());
        show(model, fields);
        model.addAttribute("code", code);
        model.addAttribute("branch", branch);
        return "desk/setup-warehouse";
    }

    @PostMapping(SETUP + "/warehouses/{code}")
    String saveWarehouse(
            Actor.Staff by,
            @PathVariable String code,
            @RequestParam Map<String, String> fields,
            RedirectAttributes nextPage) {
        return submit(fields, nextPage, SETUP + "/warehouses/" + code, typed -> {
            Warehouse kept = warehouses.save(by, code, null, typed.text("name"), address(typed));
            return "Warehouse " + kept.name() + " is kept.";
        });
    }

    private interface Deed {
        String apply(TypedForm typed);
    }

    /** On to the checklist where it is kept, back to the form where it is refused. */
    private static String submit(Map<String, String> fields, RedirectAttributes nextPage, String form, Deed deed) {
        TypedForm typed = new TypedForm(fields);
        boolean[] kept = {false};
        typed.submit(nextPage, () -> {
            String sentence = deed.apply(typed);
            kept[0] = true;
            return sentence;
        });
        return "redirect:" + (kept[0] ? SETUP : form);
    }

    /** What was typed and refused stands before what is kept. */
    private static void show(Model model, Map<String, String> kept) {
        model.addAttribute(FIELDS, model.containsAttribute("typed") ? model.getAttribute("typed") : kept);
        model.addAttribute("states", GstStates.current());
    }

    private static Address address(TypedForm typed) {
        return new Address(
                typed.text(ADDRESS + "line1"),
                typed.text(ADDRESS + "line2"),
                typed.text(ADDRESS + "city"),
                typed.text(ADDRESS + "stateCode"),
                null,
                typed.text(ADDRESS + "pin"),
                typed.text(ADDRESS + "country"));
    }

    private static void put(Map<String, String> fields, Address address) {
        fields.put(ADDRESS + "line1", address.line1());
        fields.put(ADDRESS + "line2", address.line2());
        fields.put(ADDRESS + "city", address.city());
        fields.put(ADDRESS + "stateCode", address.stateCode());
        fields.put(ADDRESS + "pin", address.pin());
        fields.put(ADDRESS + "country", address.country());
    }

    private static Map<String, String> fields(SellingCompany company) {
        Map<String, String> fields = new HashMap<>();
        fields.put("legalName", company.legalName());
        fields.put("tradeName", company.tradeName());
        fields.put("pan", company.pan());
        fields.put("cin", company.cin());
        fields.put("iec", company.iec());
        fields.put("currency", company.currency());
        fields.put("email", company.email());
        fields.put("phone", company.phone());
        fields.put("website", company.website());
        LetterOfUndertaking letter = company.letterOfUndertaking();
        if (letter != null) {
            fields.put(LETTER + "arn", letter.arn());
            fields.put(LETTER + "validFrom", letter.validFrom().toString());
            fields.put(LETTER + "validUntil", letter.validUntil().toString());
        }
        return fields;
    }

    private static Map<String, String> fields(Branch branch) {
        Map<String, String> fields = new HashMap<>();
        fields.put("code", branch.code());
        fields.put("name", branch.name());
        fields.put("gstin", branch.gstin());
        put(fields, branch.address());
        fields.put("warehouseCode", branch.warehouseCode());
        fields.put("invoiceSeries", branch.invoiceSeries());
        BankAccount account = branch.bankAccount();
        fields.put(ACCOUNT + "accountName", account.accountName());
        fields.put(ACCOUNT + "bank", account.bank());
        fields.put(ACCOUNT + "accountNumber", account.accountNumber());
        fields.put(ACCOUNT + "ifsc", account.ifsc());
        fields.put(ACCOUNT + "upiId", account.upiId());
        if (branch.registration() != null) {
            fields.put(
                    REGISTRATION + "effectiveFrom",
                    branch.registration().effectiveFrom().toString());
            fields.put(
                    REGISTRATION + "certifiedOn",
                    branch.registration().certifiedOn().toString());
        }
        return fields;
    }
}
