package io.tradeflow.einvoice;

/** The invoice registration portal. Each question names the seller's GSTIN, for which the portal answers. */
interface Irp {

    /** Whether people carry files to and from it; then nothing else may be asked. */
    boolean isByHand();

    /** @throws IrpUnavailable when no answer came; the document may be registered all the same */
    IrpAnswer register(String sellerGstin, String request);

    /** @throws IrpUnavailable when no answer came */
    IrpAnswer find(String sellerGstin, String irn);

    /** @throws IrpUnavailable when no answer came; the registration may be cancelled all the same */
    IrpAnswer cancel(String sellerGstin, String request);
}
