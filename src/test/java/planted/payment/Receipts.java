package planted.payment;

/** Stands for a later room's surface. */
public class Receipts {}
