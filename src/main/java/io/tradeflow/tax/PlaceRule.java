package io.tradeflow.tax;

/** The rules that say where a supply takes place. */
enum PlaceRule {
    EXPORT("the goods leave India", "IGST Act s. 11(b)"),
    DELIVERED_IN_INDIA("delivered to an overseas buyer inside India, so no export", "IGST Act s. 10(1)(a)"),
    UNREGISTERED_DELIVERY("delivery address of the unregistered buyer", "IGST Act s. 10(1)(ca)"),
    UNREGISTERED_ADDRESS("address of the unregistered buyer", "IGST Act s. 10(1)(ca)"),
    UNREGISTERED_UNKNOWN(
            "no address of the unregistered buyer on record, so the supplier's place", "IGST Act s. 10(1)(ca)"),
    BILL_TO("billed to one state and shipped to another, so the buyer's place of business", "IGST Act s. 10(1)(b)"),
    DELIVERY("movement ends for delivery in the buyer's state", "IGST Act s. 10(1)(a)"),
    NOT_MOVED("the goods do not move: where they are when handed over", "IGST Act s. 10(1)(c)"),
    INSTALLED("installed or assembled on site: the site", "IGST Act s. 10(1)(d)"),
    SERVICE_REGISTERED("service to a registered buyer: the buyer's location", "IGST Act s. 12(2)(a)"),
    SERVICE_ADDRESS("service to an unregistered buyer: the address on record", "IGST Act s. 12(2)(b)(i)"),
    SERVICE_UNKNOWN(
            "service to an unregistered buyer without an address: the supplier's place", "IGST Act s. 12(2)(b)(ii)"),
    SERVICE_ON_PROPERTY("service on immovable property: where the property lies", "IGST Act s. 12(3)(a)"),
    SERVICE_ON_PROPERTY_FOR_OVERSEAS(
            "service on immovable property for a buyer outside India: where the property lies", "IGST Act s. 13(4)"),
    SERVICE_OVERSEAS("service to a buyer outside India: the buyer's location", "IGST Act s. 13(2)");

    private final String text;
    private final String source;

    PlaceRule(String text, String source) {
        this.text = text;
        this.source = source;
    }

    Reason reason() {
        return new Reason("place-" + Reason.codeOf(this), text, source);
    }

    boolean isMeantBy(Reason reason) {
        return reason.equals(reason());
    }
}
