package io.tradeflow.ewaybill.process;

import io.tradeflow.engine.TaskForm;
import io.tradeflow.ewaybill.EwayBills;
import io.tradeflow.kernel.Actor;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The dispatch desk has made the e-way bill on the portal and enters its number. */
@Component
class RecordEwayBillForm implements TaskForm {

    private final EwayBills bills;

    RecordEwayBillForm(EwayBills bills) {
        this.bills = bills;
    }

    @Override
    public String form() {
        return "ewaybill/record";
    }

    @Override
    public Set<String> fields() {
        return EwayBillFields.NAMES;
    }

    @Override
    public void check(Actor by, Map<String, Object> submitted, Map<String, Object> context) {
        if (EwayBillFields.waiver(submitted) == null) {
            bills.check((String) context.get("shipmentNumber"), EwayBillFields.recorded(submitted));
        }
    }
}
