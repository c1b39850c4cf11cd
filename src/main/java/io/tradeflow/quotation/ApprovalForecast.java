package io.tradeflow.quotation;

import java.util.List;

/** Which approvals a quote would need if it were submitted as it is; asked without any effect. */
public interface ApprovalForecast {

    /** Kinds such as DISCOUNT, each once, in the order of the decision table. */
    List<String> kinds(QuoteFacts facts);
}
