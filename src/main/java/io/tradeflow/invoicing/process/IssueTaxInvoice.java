package io.tradeflow.invoicing.process;

import io.tradeflow.engine.ProcessStep;
import io.tradeflow.engine.ProcessStep.Error;
import io.tradeflow.engine.ProcessStep.Variable;
import io.tradeflow.invoicing.RatesMissing;
import io.tradeflow.invoicing.TaxInvoices;
import io.tradeflow.invoicing.TaxRefused;
import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component("issueTaxInvoice")
@ProcessStep(
        label = "Issue tax invoice",
        description = "Issues the GST invoice of a packed shipment under the next number of the branch's series.",
        inputs = @Variable(name = "shipmentNumber", description = "The packed shipment"),
        outcomes = @Variable(name = "invoiceNumber", description = "Number of the invoice"),
        errors = {
            @Error(
                    code = "TAX_RATE_MISSING",
                    description = "Finance has to enter a GST rate or an exchange rate first"),
            @Error(
                    code = "TAX_NOT_RIGHT",
                    description = "The tax cannot be right or cannot be decided; finance has to mend what it rests on")
        })
class IssueTaxInvoice implements JavaDelegate {

    private final TaxInvoices invoices;

    IssueTaxInvoice(TaxInvoices invoices) {
        this.invoices = invoices;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String shipmentNumber = (String) execution.getVariable("shipmentNumber");
        try {
            execution.setVariable(
                    "invoiceNumber", invoices.issue(shipmentNumber).number());
        } catch (RatesMissing missing) {
            throw new BpmnError("TAX_RATE_MISSING", missing.getMessage(), missing);
        } catch (TaxRefused refused) {
            throw new BpmnError("TAX_NOT_RIGHT", refused.getMessage(), refused);
        }
    }
}
