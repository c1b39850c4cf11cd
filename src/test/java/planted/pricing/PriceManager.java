package planted.pricing;

/** Planted: a name that says nothing. */
class PriceManager {}
