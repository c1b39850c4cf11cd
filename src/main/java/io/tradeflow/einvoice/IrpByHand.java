package io.tradeflow.einvoice;

/** People download the file, take it to the portal and upload what it signed. */
final class IrpByHand implements Irp {

    @Override
    public boolean isByHand() {
        return true;
    }

    @Override
    public IrpAnswer register(String sellerGstin, String request) {
        throw nobody();
    }

    @Override
    public IrpAnswer find(String sellerGstin, String irn) {
        throw nobody();
    }

    @Override
    public IrpAnswer cancel(String sellerGstin, String request) {
        throw nobody();
    }

    private static IrpUnavailable nobody() {
        return new IrpUnavailable(
                "The e-invoice portal is served by files here: tradeflow.einvoice.channel is offline");
    }
}
