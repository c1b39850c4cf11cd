package io.tradeflow.einvoice;

import java.util.Map;

/** A GST Suvidha provider holds the session: plain JSON, with the headers that are configured. */
record PlainSession(Map<String, String> headers) implements IrpSession, IrpSession.Open {

    @Override
    public Open open(String sellerGstin) {
        return this;
    }

    @Override
    public void ended(String sellerGstin, Open open) {
        // the provider's matter
    }

    @Override
    public boolean signsIn() {
        return false;
    }

    @Override
    public String sealed(String json) {
        return json;
    }

    @Override
    public String unsealed(String data) {
        return data;
    }

    @Override
    public String toString() {
        return "PlainSession" + headers.keySet();
    }
}
