package io.tradeflow.einvoice;

import java.util.Map;

/** How a question gets to the portal and its answer back: as it is, through a provider who holds the session, or in a session of our own. */
interface IrpSession {

    /**
     * What each question carries now; signs in where that is needed.
     *
     * @throws IrpUnavailable where the portal does not sign us in
     */
    Open open(String sellerGstin);

    /** The portal knows this one no longer. */
    void ended(String sellerGstin, Open open);

    /** Whether another try after signing in again can help. */
    boolean signsIn();

    /** A session as it stands. */
    interface Open {

        Map<String, String> headers();

        /** The body of a question. */
        String sealed(String json);

        /** What an answer gives in {@code Data}. @throws IrpUnavailable where it cannot be read */
        String unsealed(String data);
    }
}
