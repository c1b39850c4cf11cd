package planted.quotation;

import jakarta.servlet.http.HttpServletRequest;

/** Planted: a trade rule that reads a request. */
class ServletInTheTradeRules {

    HttpServletRequest request;
}
