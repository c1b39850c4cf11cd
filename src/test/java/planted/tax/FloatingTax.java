package planted.tax;

/** Planted: tax in binary floating point. */
class FloatingTax {

    double tax;
}
