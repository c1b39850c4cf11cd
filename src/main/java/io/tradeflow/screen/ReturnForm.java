package io.tradeflow.screen;

import io.tradeflow.returns.Remedy;
import io.tradeflow.returns.ReturnKind;
import io.tradeflow.returns.ReturnRequest;
import io.tradeflow.returns.Returnable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.springframework.ui.Model;

/** Reads the form with which goods are sent back. */
public final class ReturnForm {

    private ReturnForm() {}

    /** What the form offers. */
    public static void choices(Model model) {
        model.addAttribute(
                "kinds",
                Arrays.stream(ReturnKind.values()).filter(ReturnKind::isAsked).toList());
        model.addAttribute("remedies", Remedy.values());
    }

    /** Lines without a quantity do not come back. */
    public static ReturnRequest request(String deal, TypedForm typed, List<Returnable> offered) {
        List<ReturnRequest.Line> lines = new ArrayList<>();
        for (Returnable line : offered) {
            BigDecimal quantity = typed.decimal(line.key());
            if (quantity != null && quantity.signum() != 0) {
                lines.add(new ReturnRequest.Line(line.shipmentNumber(), line.shipmentLineNo(), quantity));
            }
        }
        ReturnRequest request = new ReturnRequest(
                deal,
                typed.choice("kind", ReturnKind.class),
                typed.choice("remedy", Remedy.class),
                typed.text("note"),
                lines);
        typed.requireReadable();
        return request;
    }
}
